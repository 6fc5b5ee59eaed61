using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class ShareExpectationTests
{
    private const int Months = 48;

    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    // One of fifty a month, now and then none, two or three: none is as expected as one.
    [Fact]
    public void Expect_FewHits_HoldsNoneAndWholeCounts()
    {
        ExpectedPeriod next = Few(50).Expect(1).Periods[0];

        Assert.Equal(0, next.Lower);
        Assert.InRange(next.Upper!.Value, 0.06, 0.2);
        Assert.Equal(Math.Round(next.Upper.Value * 50), next.Upper.Value * 50, 1e-9);
    }

    [Fact]
    public void Expect_AlmostNone_LiesBetweenItsLimits()
    {
        ExpectedPeriod next = Few(1000).Expect(1, sizes: [3]).Periods[0];

        Assert.Equal(0, next.Lower);
        Assert.InRange(next.Value!.Value, next.Lower!.Value, next.Upper!.Value);
    }

    // Sampling narrows away, and what is left are Student's limits on log odds, as for figures that are no counts.
    [Fact]
    public void Expect_VeryMany_HasTheLimitsOfLogOdds()
    {
        PeriodSeries shares = PeriodSeries.FromShares(January, Enumerable.Range(0, Months).Select(t => new ShareTally(300 + t * 7 % 31, 500)));
        ExpectedPeriod[] many = [.. new[] { 1e9, 1e12, 1e300 }.Select(size => shares.Expect(1, sizes: [size]).Periods[0])];
        double Odds(double? share) => Math.Log(share!.Value / (1 - share.Value));

        Assert.Equal(Odds(many[1].Upper) - Odds(many[1].Value), Odds(many[1].Value) - Odds(many[1].Lower), 1e-6);
        Assert.Equal(many[0].Upper!.Value, many[1].Upper!.Value, 1e-6);
        Assert.Equal(many[1].Upper!.Value, many[2].Upper!.Value, 1e-9);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    public void Latest_EveryCount_SaysWhatTheLimitsSay(int size)
    {
        foreach (double confidence in (double[])[0.8, 0.95])
        {
            for (int hits = 0; hits <= size; hits += Math.Max(1, hits / 8))
            {
                LatestPeriod latest = Few(size, hits).Latest(new() { Confidence = confidence });

                bool within = latest.Value >= latest.Expected!.Lower && latest.Value <= latest.Expected.Upper;
                Assert.Equal(within, latest.PValue >= 1 - confidence);
                LatestVerdict beyond = latest.Value > latest.Expected.Upper ? LatestVerdict.Higher : LatestVerdict.Lower;
                Assert.Equal(within ? LatestVerdict.AsExpected : beyond, latest.Verdict);
            }
        }
    }

    // Seven of a hundred are promised; two standard errors of 200 series are added. Limits that bend away from 0 left out 36 of a hundred.
    [Fact]
    public void Expect_FewHits_HoldsTheFigureAsOftenAsPromised()
    {
        int outside = 0;
        for (int series = 0; series < 200; series++)
        {
            RepeatableRandom random = new((ulong)(9000 + series));
            ShareTally[] months = new ShareTally[37];
            for (int t = 0; t < months.Length; t++)
            {
                int hits = 0;
                for (int i = 0; i < 50; i++)
                {
                    hits += random.NextUnit() < 0.02 ? 1 : 0;
                }

                months[t] = new(hits, 50);
            }

            ExpectedPeriod next = PeriodSeries.FromShares(January, months[..^1]).Expect(1).Periods[0];
            outside += months[^1].Value < next.Lower || months[^1].Value > next.Upper ? 1 : 0;
        }

        Assert.InRange(outside / 200.0, 0, 0.07 + 2 * Math.Sqrt(0.07 * 0.93 / 200));
    }

    /// <summary>Of so many a month, none to three hits; the last month's may be given.</summary>
    private static PeriodSeries Few(int size, int? last = null) => PeriodSeries.FromShares(
        January, Enumerable.Range(0, Months).Select(t => new ShareTally(t == Months - 1 && last is { } given ? given : t * 13 % 7 % 4, size)));
}
