using System.Globalization;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often segments that do not differ have a best or a worst one: by comparison of all, and by looking for the ends and comparing these.</summary>
internal static class SegmentEnds
{
    public const string Name = "best or worst segment";

    private const int Answers = 50;

    public static IEnumerable<Cell> Cells(bool quick)
    {
        foreach (int count in (int[])[5, 10, 20])
        {
            (Answer Named, Answer Naive, double Apart)[] answers = Simulated.Of(quick ? 400 : 4000, i =>
            {
                RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)count * 7919));
                Segments<int, Nps> segments = Equal(ref random, count).TallyBy(x => x.Key, x => x.Nps);
                IReadOnlyList<KeyValuePair<int, Nps>> ranked = segments.BestFirst();
                return (Of(segments.Compare() is { Best: not null } or { Worst: not null }),
                    Of(ranked[0].Value.ChangeFrom(ranked[^1].Value)?.Verdict == ChangeVerdict.Better),
                    (ranked[0].Value.Value - ranked[^1].Value.Value)!.Value);
            });
            string kind = string.Create(CultureInfo.InvariantCulture, $"{Answers} answers");
            yield return Cell.Of(Name, "net", count, kind, [.. answers.Select(x => x.Named)], 0.07);
            yield return Cell.Of("best against worst", "net", count, kind, [.. answers.Select(x => x.Naive)], null) with
            {
                IsNaive = true,
                Remark = string.Create(CultureInfo.InvariantCulture, $" ({answers.Average(x => x.Apart):0.0} points apart)"),
            };
        }
    }

    private static Answer Of(bool named) => named ? Answer.Alarm : Answer.Calm;

    private static (int Key, Nps Nps)[] Equal(ref RepeatableRandom random, int count)
    {
        (int, Nps)[] segments = new (int, Nps)[count];
        for (int key = 0; key < count; key++)
        {
            int up = 0, down = 0;
            for (int i = 0; i < Answers; i++)
            {
                double at = random.NextUnit();
                up += at < 0.45 ? 1 : 0;
                down += at >= 0.8 ? 1 : 0;
            }

            segments[key] = (key, new(up, Answers - up - down, down));
        }

        return segments;
    }
}
