using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class RatingExpectationTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2021-01");

    // Of 40 answers, more and more are fives: a straight line leaves the scale.
    [Fact]
    public void Expect_MeansNearTheEndOfTheirScale_StayOnIt()
    {
        KpiSeries<MeanRating> ratings = Ratings(48, t => Math.Min(39, 30 + t / 5 + t * 7 % 3));
        Expectation ahead = ratings.Expect(24);

        Assert.Equal(ModelScale.Identity, ahead.Fit!.Scale);
        Assert.All(ahead.Periods, x => Assert.InRange(x.Value!.Value, x.Lower!.Value, x.Upper!.Value));
        Assert.All(ahead.Periods, x => Assert.True(x.Lower >= 1 && x.Upper <= 5));
    }

    // Tens and noughts, and ever more tens: without the scale, logarithms would be chosen.
    [Fact]
    public void Expect_MeansThatGrowInProportion_AreNoLogarithms()
    {
        KpiSeries<MeanRating> ratings = KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, 48).Select(t =>
        {
            int tens = (int)(20 * Math.Pow(1.05, t) * (0.9 + t * 7 % 5 / 20.0));
            return (January.Plus(t), MeanRating.FromCounts([KeyValuePair.Create(10, tens), KeyValuePair.Create(0, 1000 - tens)], RatingScale.ZeroToTen));
        }));

        Assert.Equal(ModelScale.Identity, ratings.Expect(1).Fit!.Scale);
        Assert.Equal(ModelScale.Logarithm, PeriodSeries.FromValues(January, ratings.Values).Expect(1).Fit!.Scale);
    }

    // A month of fives only is possible wherever the limits come near it, and the verdict says the same as they do.
    [Theory]
    [InlineData(36)]
    [InlineData(30)]
    [InlineData(10)]
    public void Latest_MeansNearTheEndOfTheirScale_SaysWhatTheLimitsSay(int usual)
    {
        for (int fives = 0; fives <= 40; fives++)
        {
            LatestPeriod latest = Ratings(37, t => t == 36 ? fives : usual + t * 7 % 4).Latest();

            bool within = latest.Value >= latest.Expected!.Lower && latest.Value <= latest.Expected.Upper;
            Assert.Equal(within, latest.PValue >= 0.05);
            Assert.Equal(within, latest.Verdict == LatestVerdict.AsExpected);
            Assert.InRange(latest.Expected.Upper!.Value, 1, 5);
        }
    }

    /// <summary>Of 40 answers, so many fives, and fours otherwise.</summary>
    private static KpiSeries<MeanRating> Ratings(int count, Func<int, int> fives) => KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, count).Select(t =>
        (January.Plus(t), MeanRating.FromCounts([KeyValuePair.Create(5, fives(t)), KeyValuePair.Create(4, 40 - fives(t))], RatingScale.OneToFive))));
}
