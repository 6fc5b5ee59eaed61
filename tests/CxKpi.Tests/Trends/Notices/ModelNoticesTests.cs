using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class ModelNoticesTests
{
    private const string CourseUnknown = "365 days are less than two years: the course of the year can't be told from a change";

    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    private static readonly CalendarPeriod NewYear = CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(2022, 1, 1));

    [Fact]
    public void DaysUnderTwoYears_EveryVerdict_WarnsOfTheCourseOfTheYear()
    {
        PeriodSeries year = Days(365);

        Assert.Contains(CourseUnknown, Texts(year.Trend().Warnings));
        Assert.Contains(CourseUnknown, Texts(year.Effect(new LocalDate(2022, 10, 1)).Warnings));
        Assert.Contains(CourseUnknown, Texts(year.Expect(3).Warnings));
        Assert.Contains(CourseUnknown, Texts(year.IsSeasonal().Warnings));
        Assert.Contains(CourseUnknown, Texts(year.MannKendall().Warnings));
        Assert.Contains(CourseUnknown, Texts(year.SeasonalMannKendall().Warnings));
        Assert.Contains(CourseUnknown, Texts(Days(365).Shifts().Warnings));
        Assert.Equal(NoticeKind.CourseOfYearUnknown, Assert.Single(year.Trend().Warnings).Kind);
    }

    [Fact]
    public void DaysOfTwoYears_AreNotWarnedOf()
    {
        Assert.Contains(Days(730).Trend().Warnings, x => x.Message.StartsWith("730 days", StringComparison.Ordinal));
        Assert.Empty(Days(731).Trend().Warnings);
        Assert.Empty(Days(731).MannKendall().Warnings);
        Assert.DoesNotContain(Months(36).Trend().Warnings, x => x.Kind == NoticeKind.CourseOfYearUnknown);
    }

    [Fact]
    public void Effect_WarningsOfTheExpectation_AreKept()
    {
        Assert.Equal(
            ["expectation: fewer than three full cycles of 12 periods: the season rests on two figures each; there are 30 periods"],
            Texts(Months(48).Effect(new LocalDate(2022, 7, 1)).Warnings));
        Assert.Empty(Months(60).Effect(new LocalDate(2024, 7, 1)).Warnings);
        Assert.Equal(
            [CourseUnknown, "expectation: 334 days are less than two years: the course of the year can't be told from a change"],
            Texts(Days(365).Effect(new LocalDate(2022, 12, 1)).Warnings));
    }

    [Fact]
    public void Trend_SameRegressorTwice_KeepsOne()
    {
        Regressor easter = Regressor.Easter();
        PeriodSeries series = Months(60);
        TrendEstimate once = series.Trend(new() { Regressors = [easter] }), twice = series.Trend(new() { Regressors = [easter, easter] });

        Assert.Equal(once.ModelSlope, twice.ModelSlope);
        Assert.Equal(once.Fit!.ResidualDegreesOfFreedom, twice.Fit!.ResidualDegreesOfFreedom);
        Assert.Equal(
            $"{easter.Name} was left out: in these periods it can't be told from season, trend and the regressors before it",
            Assert.Single(twice.Warnings, x => x.Kind == NoticeKind.RegressorLeftOut).Message);
    }

    [Fact]
    public void Regressors_WithANull_Throw() =>
        Assert.Equal("Regressors[1]", Assert.Throws<ArgumentNullException>(() => new ModelOptions { Regressors = [Regressor.Easter(), null!] }).ParamName);

    [Fact]
    public void Expect_SizesWhereNoneAreKnown_Throws()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => Months(48).Expect(2, sizes: [10, 10]));

        Assert.Equal("sizes", fault.ParamName);
        Assert.StartsWith(
            "sizes must be left out: on how many observations the series' own figures rest is not known",
            fault.Message,
            StringComparison.Ordinal);
        Assert.NotNull(PeriodSeries.FromShares(January, []).Expect(1, sizes: [10]).Refusal);
    }

    [Theory]
    [InlineData(1e160)]
    [InlineData(1e300)]
    [InlineData(1e-200)]
    [InlineData(1e-300)]
    public void Verdicts_FarFromOne_AreThoseOfTheSameFiguresNearOne(double unit)
    {
        unit = Math.ScaleB(1, Math.ILogB(unit));
        PeriodSeries near = Months(60), far = PeriodSeries.FromValues(January, near.Values.Select(x => x * unit));
        TrendEstimate trend = near.Trend(), there = far.Trend();
        EffectEstimate effect = near.Effect(new LocalDate(2024, 7, 1)), effectThere = far.Effect(new LocalDate(2024, 7, 1));
        Expectation next = near.Expect(2), nextThere = far.Expect(2);

        Same(trend.T, there.T, 1);
        Same(trend.SlopePerYear, there.SlopePerYear, unit);
        Same(trend.ModelStandardError, there.ModelStandardError, unit);
        Same(trend.Fit!.ProcessDeviation, there.Fit!.ProcessDeviation, unit);
        Same(effect.Step, effectThere.Step, unit);
        Same(effect.Path[1].Lower, effectThere.Path[1].Lower, unit);
        Same(effect.CumulativeUpper, effectThere.CumulativeUpper, unit);
        Same(next.Periods[1].Upper, nextThere.Periods[1].Upper, unit);
        Same(near.IsSeasonal().F, far.IsSeasonal().F, 1);
        Assert.Equal(trend.Verdict, there.Verdict);
    }

    private static void Same(double? near, double? far, double unit) => Assert.Equal(1, far!.Value / unit / near!.Value, 1e-6);

    private static string[] Texts(IEnumerable<Notice> notices) => [.. notices.Select(x => x.Message)];

    private static PeriodSeries Days(int count) => PeriodSeries.FromValues(NewYear, Noise(count).Select((x, t) => (double?)(50 + x + t % 7)));

    private static PeriodSeries Months(int count) => PeriodSeries.FromValues(January, Noise(count).Select((x, t) => (double?)(50 + x + t % 12 + t / 20.0)));

    private static IEnumerable<double> Noise(int count) => Enumerable.Range(0, count).Select(t => t * 7919L * 31 % 1013 / 1013.0 + t * 104729L % 977 / 977.0);
}
