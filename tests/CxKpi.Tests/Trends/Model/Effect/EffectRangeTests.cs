using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class EffectRangeTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2021-01");

    // A rise that would lead to 120 within the year.
    [Fact]
    public void Effect_ScoresThatWouldLeaveTheirScale_AreExpectedAtItsEnd()
    {
        PeriodSeries scores = Scores(36).ToPeriodSeries();
        EffectEstimate effect = scores.Effect(new LocalDate(2023, 1, 1));
        Expectation expected = scores.Slice(January, January.Plus(23)).Expect(12);

        Assert.Equal(expected.Periods.Select(x => x.Value!.Value), effect.Path.Select(x => x.Expected));
        Assert.Equal(100, effect.Path[^1].Expected);
        Assert.All(effect.Path, x => Assert.True(x.Lower >= -100 && x.Lower < x.Expected && x.Expected <= x.Upper && x.Upper <= 100, x.ToString()));
    }

    [Fact]
    public void Effect_ScoresThatWouldLeaveTheirScale_CreditNoMoreThanThereIs()
    {
        EffectEstimate effect = Scores(36).Effect(new LocalDate(2023, 1, 1));
        double most = effect.Path.Sum(x => x.Actual - 100);

        Assert.Equal(effect.Path.Sum(x => x.Gap), effect.CumulativeGap!.Value, 1e-9);
        Assert.InRange(effect.CumulativeLower!.Value, most - 1e-9, effect.CumulativeGap.Value);
        Assert.True(effect.CumulativeUpper > effect.CumulativeGap + 1);
        Assert.Equal(effect.CumulativeLower, effect.CumulativeChange()!.Value.Lower);
    }

    [Fact]
    public void Effect_NearlyAllHits_LeavesNoMoreHitsThanObservations()
    {
        PeriodSeries shares = PeriodSeries.FromShares(January, Enumerable.Range(0, 61).Select(t => new ShareTally(t == 60 ? 10 : t % 7 == 0 ? 19 : 20, 20)));
        EffectEstimate effect = shares.Effect(new LocalDate(2026, 1, 1), options: new() { Trend = TrendTerm.LeftOut });

        Assert.InRange(effect.CumulativeLower!.Value, -10 - 1e-9, effect.CumulativeGap!.Value);
        Assert.True(effect.CumulativeUpper > effect.CumulativeGap);
    }

    [Fact]
    public void Effect_LogarithmsThatSpreadFar_LeaveNothingBelowNought()
    {
        PeriodSeries figures = PeriodSeries.FromValues(January, Enumerable.Range(0, 25).Select(t => (double?)Math.Exp(1.2 * Math.Sin(t * t))));
        EffectEstimate effect = figures.Effect(
            new LocalDate(2023, 1, 1),
            options: new() { Trend = TrendTerm.LeftOut, Model = new() { Scale = ModelScale.Logarithm, IsSeasonal = false } });

        Assert.InRange(effect.CumulativeUpper!.Value, effect.CumulativeGap!.Value, effect.Path[0].Actual + 1e-9);
    }

    [Fact]
    public void Effect_LogarithmsOfRatings_StayOnTheirScale()
    {
        EffectEstimate effect = Ratings(24, Rising).Effect(
            new LocalDate(2022, 1, 1),
            options: new() { Trend = TrendTerm.Held, Model = new() { Scale = ModelScale.Logarithm, IsSeasonal = false } });

        Assert.Equal(12, effect.Path.Count);
        Assert.All(effect.Path, x => Assert.True(x.Lower >= 1 && x.Lower < x.Expected && x.Expected <= x.Upper && x.Upper <= 5, x.ToString()));
        Assert.Equal(5, effect.Path[^1].Expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Expect_LogarithmsOfRatings_StayOnTheirScale(bool rises)
    {
        Expectation expected = Ratings(24, t => Rising(rises ? t : 23 - t)).Expect(12, new() { Scale = ModelScale.Logarithm, IsSeasonal = false });

        Assert.Equal(rises ? 5 : 1, expected.Periods[^1].Value);
        Assert.All(expected.Periods, x => Assert.True(x.Lower >= 1 && x.Lower < x.Upper && x.Upper <= 5, x.ToString()));
        Assert.All(expected.Periods, x => Assert.InRange(x.Value!.Value, x.Lower!.Value, x.Upper!.Value));
    }

    // What is expected at the end of the scale is measured from there, by the verdict as by the limits.
    [Fact]
    public void Latest_LogarithmsOfRatings_SaysWhatTheLimitsSay()
    {
        bool reachesTheEnd = false;
        for (int sum = 20; sum <= 50; sum++)
        {
            LatestPeriod latest = Ratings(37, t => t == 36 ? sum : (int)Math.Min(50, 15 * Math.Pow(1.05, t) + t * 7 % 3))
                .Latest(new() { Scale = ModelScale.Logarithm });

            bool within = latest.Value >= latest.Expected!.Lower && latest.Value <= latest.Expected.Upper;
            reachesTheEnd |= latest.Expected.Value == 5;
            Assert.Equal(within, latest.PValue >= 0.05);
            Assert.Equal(within, latest.Verdict == LatestVerdict.AsExpected);
            Assert.InRange(latest.Expected.Upper!.Value, 1, 5);
        }

        Assert.True(reachesTheEnd);
    }

    private static KpiSeries<Nps> Scores(int count) => KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, count).Select(t =>
    {
        int promoters = 50 + 2 * Math.Min(t, 22) + (t >= 24 ? -60 : 0) + t % 3;
        return (January.Plus(t), new Nps(promoters, 100 - promoters, 0));
    }));

    private static int Rising(int month) => RatingSeries.Rising[month];

    private static KpiSeries<MeanRating> Ratings(int count, Func<int, int> sum) => RatingSeries.Of(January, Enumerable.Range(0, count).Select(sum));
}
