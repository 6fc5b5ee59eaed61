using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often the figure to come lies outside the 95 % limits of the expectation: small shares, and shares of sizes that change.</summary>
/// <remarks>Counts of one share without season, trend or spread between months. Of sizes that change, the one of the month to come is known.</remarks>
internal static class ExpectationCells
{
    public const string Name = "outside the expectation";

    private static readonly int[] Ahead = [1, 3, 12];

    /// <summary>The shares; without a size it is log-normal with median 60 and σ = 1.</summary>
    private static readonly (double Share, int? Size)[] Kinds = [(0.02, 50), (0.02, 100), (0.4, null)];

    public static IEnumerable<Cell> Cells(bool quick) =>
        from kind in Kinds
        from length in (int[])[36, 60]
        from cell in Simulate(kind.Share, kind.Size, length, quick)
        select cell;

    private static IEnumerable<Cell> Simulate(double share, int? size, int length, bool quick)
    {
        Answer[][] outside = Simulated.Of(quick ? 100 : 2000, i =>
        {
            RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)length * 7919 + (ulong)(size ?? 0) * 104_729));
            ShareTally[] months = new ShareTally[length + Ahead[^1]];
            for (int t = 0; t < months.Length; t++)
            {
                months[t] = Draw(ref random, share, size ?? Math.Max(1, (int)Math.Round(60 * Math.Exp(random.NextNormal()))));
            }

            PeriodSeries past = PeriodSeries.FromShares(CalendarPeriod.Parse("2015-01"), months[..length]);
            IReadOnlyList<ExpectedPeriod> expected = past.Expect(Ahead[^1], sizes: [.. months[length..].Select(month => (double)month.N)]).Periods;
            return Ahead.Select(h => expected.Count == 0 ? Answer.Refused : Of(months[length + h - 1], expected[h - 1])).ToArray();
        });
        return Ahead.Select((h, place) => Cell.Of(
            Name,
            string.Create(CultureInfo.InvariantCulture, $"share {share}"),
            length,
            string.Create(CultureInfo.InvariantCulture, $"{(size is { } n ? $"{n} answers" : "changing n")}, {h} ahead"),
            [.. outside.Select(months => months[place])],
            0.07));
    }

    private static Answer Of(ShareTally month, ExpectedPeriod expected) =>
        month.Value < expected.Lower || month.Value > expected.Upper ? Answer.Alarm : Answer.Calm;

    private static ShareTally Draw(ref RepeatableRandom random, double share, int size)
    {
        int hits = 0;
        for (int i = 0; i < size; i++)
        {
            hits += random.NextUnit() < share ? 1 : 0;
        }

        return new(hits, size);
    }
}
