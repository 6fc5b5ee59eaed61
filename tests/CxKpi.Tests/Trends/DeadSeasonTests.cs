using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

/// <summary>Series in which one season has no figures: closed Sundays, a dead August.</summary>
public class DeadSeasonTests
{
    private static readonly LocalDate Monday = new(2023, 1, 2);
    private static readonly PeriodSeries Weekdays = Days(i => i % 7 == 6), Week = Days(_ => false);

    [Fact]
    public void Verbs_ClosedSundays_AreLeftOutAndNamed()
    {
        SeasonalAdjustment adjusted = Weekdays.SeasonallyAdjust();
        UnusualPeriods unusual = Weekdays.Unusual();
        SeriesForecast forecast = Weekdays.Forecast(14);

        Assert.All([adjusted.Warnings, unusual.Warnings, forecast.Warnings], warnings => Assert.Contains(
            "hardly any figures for Sunday, or none: their periods were left out",
            warnings.Select(notice => notice.Message)));
        Assert.Equal(6, adjusted.Indices.Count);
        Assert.All(adjusted.Periods.Where((_, i) => i % 7 == 6), sunday => Assert.Null(sunday.Trend));
        Assert.Equal("2024-02-06", Assert.Single(unusual.Periods).Period.ToString());
        Assert.Equal(12, forecast.Periods.Count);
        Assert.All(forecast.Periods, period => Assert.Equal(100 + 10 * (Period.DaysBetween(Monday, period.Period.Start) % 7), period.Value, 6.0));
    }

    [Theory]
    [InlineData(ForecastMethod.ExponentialSmoothing)]
    [InlineData(ForecastMethod.HoltWinters)]
    [InlineData(ForecastMethod.SeasonalNaive)]
    [InlineData(ForecastMethod.SeasonalNaiveWithDrift)]
    public void Forecast_DeadAugust_IsThatOfTheOtherMonths(ForecastMethod method)
    {
        PeriodSeries months = PeriodSeries.FromValues(
            CalendarPeriod.Parse("2020-01"),
            Enumerable.Range(0, 48).Select(i => i % 12 == 7 ? null : (double?)(100 + 5 * (i % 12) + i * 37 % 11)));

        SeriesForecast forecast = months.Forecast(14, method);

        Assert.Null(forecast.Refusal);
        Assert.Equal(13, forecast.Periods.Count);
        Assert.Null(forecast[CalendarPeriod.Parse("2024-08")]);
        Assert.Equal(140, forecast[CalendarPeriod.Parse("2024-09")]!.Value.Value, 12.0);
    }

    [Fact]
    public void Decompose_DeadAugust_HasElevenSeasons()
    {
        SeasonalIndices indices = PeriodSeries.FromValues(
            CalendarPeriod.Parse("2020-01"),
            Enumerable.Range(0, 48).Select(i => i % 12 == 7 ? null : (double?)(100 + 5 * (i % 12)))).Decompose();

        Assert.Equal(11, indices.Indices.Count);
        Assert.Contains(indices.Warnings, notice => notice.Kind == NoticeKind.SeasonLeftOut);
    }

    [Fact]
    public void Adjust_OneOpenSunday_IsLeftOutLikeTheClosedOnes()
    {
        PeriodSeries days = Days(i => i % 7 == 6 && i != 349);

        Assert.Equal(Weekdays.SeasonallyAdjust().Indices, days.SeasonallyAdjust().Indices);
        Assert.Contains(days.Unusual().Warnings, notice => notice.Kind == NoticeKind.SeasonLeftOut);
    }

    [Fact]
    public void Verbs_OneOpenWeekday_HaveNoSeason()
    {
        PeriodSeries saturdays = Days(i => i % 7 != 5);

        Assert.Null(saturdays.SeasonallyAdjust().Refusal);
        Assert.Empty(saturdays.SeasonallyAdjust().Indices);
        Assert.Null(saturdays.Unusual().Refusal);
        Assert.Equal(2, saturdays.Forecast(14).Periods.Count);
    }

    [Fact]
    public void Unusual_DeadSeason_FindsWhatAWholeWeekDoes() =>
        Assert.Equal(Week.Unusual().Periods.Select(x => x.Period), Weekdays.Unusual().Periods.Select(x => x.Period));

    [Fact]
    public void Adjust_NoFigures_IsRefused() =>
        Assert.Equal(NoticeKind.FewerThanTwoCycles, PeriodSeries.FromValues(CalendarPeriod.Parse("2023-01"), new double?[40]).SeasonallyAdjust().Refusal!.Kind);

    private static PeriodSeries Days(Predicate<int> isClosed) => PeriodSeries.FromValues(
        CalendarPeriod.Parse("2023-01-02"),
        Enumerable.Range(0, 730).Select(i => isClosed(i) ? null : (double?)(100 + 10 * (i % 7) + i * 37 % 11 / 2.0 + (i == 400 ? 60 : 0))));
}
