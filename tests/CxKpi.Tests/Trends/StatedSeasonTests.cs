using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

/// <summary>Series whose caller states that there is no season, and years, which have none: every verb works from nine periods on.</summary>
public class StatedSeasonTests
{
    private static readonly ModelOptions NoSeason = new() { IsSeasonal = false };

    public static TheoryData<string, Func<PeriodSeries, Notice?>> Verbs => new()
    {
        { "trend", series => series.Trend(NoSeason).Refusal },
        { "effect", series => series.Effect(series.First.Plus(5).Start, options: new() { Model = NoSeason }).Refusal },
        { "expect", series => series.Expect(1, NoSeason).Refusal },
        { "unusual", series => series.Unusual(isSeasonal: false).Refusal },
        { "shifts", series => series.Shifts(isSeasonal: false).Refusal },
        { "adjust", series => series.SeasonallyAdjust(isSeasonal: false).Refusal },
        { "forecast", series => series.Forecast(1, isSeasonal: false).Refusal },
        { "naive", series => series.Forecast(1, ForecastMethod.SeasonalNaive, isSeasonal: false).Refusal },
        { "drift", series => series.Forecast(1, ForecastMethod.SeasonalNaiveWithDrift, isSeasonal: false).Refusal },
        { "Holt", series => series.Forecast(1, ForecastMethod.HoltWinters, isSeasonal: false).Refusal },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_NineOrMorePeriodsWithoutSeason_Answers(string name, Func<PeriodSeries, Notice?> verb)
    {
        Assert.NotEmpty(name);
        foreach (string first in new[] { "2024-01-01", "2024-W01", "2024-01", "2024-Q1", "2004" })
        {
            Assert.All(Enumerable.Range(9, 8), count => Assert.Null(verb(Quiet(first, count))));
        }
    }

    public static TheoryData<Func<PeriodSeries, Notice?>> VerbsOfYears =>
    [
        series => series.Trend().Refusal,
        series => series.Effect(series.First.Plus(5).Start).Refusal,
        series => series.Expect(1).Refusal,
        series => series.Unusual().Refusal,
        series => series.Shifts().Refusal,
        series => series.SeasonallyAdjust().Refusal,
        series => series.Forecast(1).Refusal,
    ];

    [Theory]
    [MemberData(nameof(VerbsOfYears))]
    public void Verb_NineYears_Answers(Func<PeriodSeries, Notice?> verb) => Assert.Null(verb(Quiet("2004", 9)));

    [Fact]
    public void Unusual_WeeksUnderTwoYears_NamesTheFall()
    {
        KpiSeries<Csat> weeks = KpiSeries.From(
            CalendarUnit.Week,
            Enumerable.Range(0, 80).Select(i => (CalendarPeriod.Parse("2024-W01").Plus(i), new Csat(i < 79 ? 324 : 80, 400, TopBox.TwoOfFive))));

        UnusualPeriods refused = weeks.Unusual(), found = weeks.Unusual(isSeasonal: false);

        Assert.Equal(NoticeKind.FewerThanTwoCycles, refused.Refusal!.Kind);
        Assert.All(
            [(ReportLanguage.English, "state that there is none"), (ReportLanguage.French, "déclarez-le"), (ReportLanguage.German, "geben Sie das an")],
            advice => Assert.EndsWith(advice.Item2, refused.Refusal.In(advice.Item1), StringComparison.Ordinal));
        Assert.Equal("2025-W28", Assert.Single(found.Periods).Period.ToString());
        Assert.Equal(0.81, found.Periods[0].Expected, 0.01);
    }

    [Fact]
    public void SeasonallyAdjust_WithoutSeason_IsTheFigureAroundATrend()
    {
        SeasonalAdjustment adjusted = Quiet("2024-01", 20).SeasonallyAdjust(isSeasonal: false);

        Assert.Empty(adjusted.Indices);
        Assert.All(adjusted.Periods, period => Assert.Equal((0, period.Observed), (period.Seasonal, period.Adjusted)));
        Assert.All(adjusted.Periods, period => Assert.InRange(period.Trend!.Value, 9, 13));
        Assert.Equal(12, adjusted.RevisionHistory().Count);
    }

    [Fact]
    public void Shifts_WithoutSeason_FindTheDate()
    {
        LevelShifts shifts = PeriodSeries.FromValues(
            CalendarPeriod.Parse("2024-W01"),
            Enumerable.Range(0, 30).Select(i => (double?)(i * 7 % 5 + (i < 18 ? 0 : 9)))).Shifts(isSeasonal: false);

        Assert.Equal((ShiftVerdict.Shifted, "2024-W19"), (shifts.Verdict, shifts.Largest!.Value.Period.ToString()));
    }

    private static PeriodSeries Quiet(string first, int count) =>
        PeriodSeries.FromValues(CalendarPeriod.Parse(first), Enumerable.Range(0, count).Select(i => (double?)(10 + i * 7 % 5 / 2.0)));
}
