using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class SeriesForecastTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");

    private static readonly double?[] ThreeYears = [.. Enumerable.Range(0, 36)
        .Select(t => (double?)(40 + 6 * Math.Sin(t * Math.PI / 6) + (t * 7919 % 101 - 50) / 100.0))];

    [Fact]
    public void Forecast_ThreeYearsOfMonths_IsKeyedByThePeriodsToCome()
    {
        SeriesForecast forecast = PeriodSeries.FromValues(January, ThreeYears).Forecast(12);

        Assert.Null(forecast.Refusal);
        Assert.Empty(forecast.Warnings);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => January.Plus(36 + i)), forecast.Periods.Select(x => x.Period));
        Assert.Equal(ExponentialSmoothingForm.Seasonal, forecast.Form);
        Assert.Equal(46, forecast[CalendarPeriod.Parse("2025-04")]!.Value.Value, 1.0);
        Assert.Null(forecast[CalendarPeriod.Parse("2026-01")]);
        Assert.True(forecast.Periods[0].Contains(forecast.Periods[0].Value));
        Assert.False(forecast.Periods[0].Contains(double.NaN));
    }

    [Fact]
    public void Forecast_LastPeriodIncomplete_IsForetoldAndNotRead()
    {
        PeriodSeries complete = PeriodSeries.FromValues(January, ThreeYears);
        PeriodSeries begun = PeriodSeries.FromValues(January, [.. ThreeYears, 900]).Through(new(2025, 1, 10));

        Assert.Equal(complete.Forecast(3).Periods, begun.Forecast(3).Periods);
    }

    [Fact]
    public void Forecast_PeriodsBeforeTheFirstFigure_AreLeftOut()
    {
        PeriodSeries late = PeriodSeries.FromValues(January.Plus(-5), [null, null, null, null, null, .. ThreeYears]);

        Assert.Equal(PeriodSeries.FromValues(January, ThreeYears).Forecast(3).Periods, late.Forecast(3).Periods);
    }

    [Theory]
    [InlineData(ForecastMethod.ExponentialSmoothing)]
    [InlineData(ForecastMethod.HoltWinters)]
    [InlineData(ForecastMethod.SeasonalNaive)]
    [InlineData(ForecastMethod.SeasonalNaiveWithDrift)]
    public void Forecast_Shares_StayBetween0And1(ForecastMethod method)
    {
        PeriodSeries shares = PeriodSeries.FromShares(January, Enumerable.Range(0, 36).Select(t => new ShareTally(97 + t * 7919 % 101 % 4, 100)));

        Assert.All(shares.Forecast(24, method).Periods, x => Assert.True(x.Lower > 0 && x.Lower < x.Value && x.Value < x.Upper && x.Upper < 1));
    }

    [Fact]
    public void Forecast_Unit_MatchesTheSpanLevel()
    {
        double[] values = [.. ThreeYears.Select(x => x!.Value)];
        PeriodSeries series = PeriodSeries.FromValues(January, ThreeYears);

        Assert.Equal(ExponentialSmoothing.Fit(values, 12).Forecast(6).Select(x => x.Upper), series.Forecast(6).Periods.Select(x => x.Upper));
        Assert.Equal(HoltWinters.Fit(values, 12).Forecast(6).Select(x => x.Upper), series.Forecast(6, ForecastMethod.HoltWinters).Periods.Select(x => x.Upper));
        Assert.Equal(
            SeasonalNaive.Fit(values, 12).Forecast(6).Select(x => x.Upper),
            series.Forecast(6, ForecastMethod.SeasonalNaive).Periods.Select(x => x.Upper));
        Assert.Equal(
            SeasonalNaive.FitWithDrift(values, 12).Forecast(6).Select(x => x.Upper),
            series.Forecast(6, ForecastMethod.SeasonalNaiveWithDrift).Periods.Select(x => x.Upper));
    }

    [Fact]
    public void Forecast_Weeks_KeepTheirSeasonPastAYearOf53()
    {
        CalendarPeriod first = CalendarPeriod.Parse("2018-W01");
        double?[] values = [.. Enumerable.Range(0, 190).Select(i => (double?)(Season.Of(first.Plus(i)).Number == 52 ? 30 : 10 + i * 7919 % 101 / 1000.0))];

        SeriesForecast forecast = PeriodSeries.FromValues(first, values).Forecast(30);

        Assert.Equal(30, forecast[CalendarPeriod.Parse("2021-W52")]!.Value.Value, 1.0);
        Assert.Equal(10, forecast[CalendarPeriod.Parse("2021-W51")]!.Value.Value, 1.0);
    }

    [Fact]
    public void Forecast_LogarithmsOfRisingRatings_StayOnTheirScale()
    {
        SeriesForecast forecast = RatingSeries.Of(January, RatingSeries.Rising).Forecast(12);

        Assert.True(forecast.IsLogarithmic);
        Assert.Equal(5, forecast.Periods[^1].Value);
        Assert.All(forecast.Periods, x => Assert.True(x.Lower >= 1 && x.Lower < x.Value && x.Value <= x.Upper && x.Upper <= 5, x.ToString()));
    }

    [Fact]
    public void Forecast_LogarithmsOfFallingRatings_StayOnTheirScale()
    {
        SeriesForecast forecast = RatingSeries.Of(January, Enumerable.Range(0, 24).Select(Falling)).Forecast(12);

        Assert.True(forecast.IsLogarithmic);
        Assert.Equal(1, forecast.Periods[^1].Value);
        Assert.All(forecast.Periods, x => Assert.True(x.Lower >= 1 && x.Lower <= x.Value && x.Value < x.Upper && x.Upper <= 5, x.ToString()));

        static int Falling(int t) => (int)Math.Round(48 * Math.Pow(0.94, t) * (1 + (t * 7 % 5 - 2) / 100.0));
    }

    [Fact]
    public void Forecast_TooShort_IsRefused()
    {
        SeriesForecast forecast = PeriodSeries.FromValues(January, ThreeYears[..23]).Forecast(3);

        Assert.Equal(NoticeKind.FewerThanTwoCycles, forecast.Refusal?.Kind);
        Assert.Empty(forecast.Periods);
        Assert.Null(forecast.Form);
        Assert.Equal(Lack(23), forecast.ToString());
        Assert.Equal(
            Lack(0),
            PeriodSeries.FromValues(January, []).Forecast(3).Refusal!.Message);

        static string Lack(int periods) => Notices.FewerThanTwoCycles(periods, 12).Message;
    }

    [Fact]
    public void Forecast_TwoYears_WarnsThatTheSeasonIsBarelyKnown() =>
        Assert.Equal(
            ["fewer than three full cycles of 12 periods: the season rests on two figures each; there are 30 periods"],
            PeriodSeries.FromValues(January, ThreeYears[..30]).Forecast(3).Warnings.Select(x => x.Message));

    [Fact]
    public void Forecast_FarAhead_Warns() =>
        Assert.Equal(
            ["25 periods ahead is further than two cycles of 12: the limits assume that nothing but the level, slope and season moves"],
            PeriodSeries.FromValues(January, ThreeYears).Forecast(25).Warnings.Select(x => x.Message));

    [Fact]
    public void Forecast_FewFigures_IsRefused() =>
        Assert.Equal(
            "at least 5 figures are needed; there are 4",
            PeriodSeries.FromValues(CalendarPeriod.Parse("2020"), [1, 2, 3, 4]).Forecast(1).Refusal?.Message);

    [Fact]
    public void Forecast_NoFigureForASeason_LeavesItOut()
    {
        double?[] noMarch = [.. ThreeYears.Select((x, t) => t % 12 == 2 ? null : x)];

        SeriesForecast forecast = PeriodSeries.FromValues(January, noMarch).Forecast(6);
        Assert.Equal([1, 2, 4, 5, 6], forecast.Periods.Select(period => period.Period.Start.Month));
        Assert.Equal(NoticeKind.SeasonLeftOut, Assert.Single(forecast.Warnings).Kind);
    }

    [Fact]
    public void Forecast_HoltWintersWithAGap_IsRefused()
    {
        double?[] gap = [.. ThreeYears.Select((x, t) => t == 20 ? null : x)];

        Assert.Equal(
            "the method of Holt and Winters needs every figure; 1 are missing",
            PeriodSeries.FromValues(January, gap).Forecast(1, ForecastMethod.HoltWinters).Refusal?.Message);
        Assert.Null(PeriodSeries.FromValues(January, gap).Forecast(1).Refusal);
    }

    [Fact]
    public void Forecast_NaiveWithoutPairs_IsRefused()
    {
        double?[] alternating = [.. Enumerable.Range(0, 9).Select(t => t % 2 == 0 ? (double?)t : null)];

        Assert.Equal(
            "at least 2 pairs of figures a cycle of 1 apart are needed; there are 0",
            PeriodSeries.FromValues(CalendarPeriod.Parse("2010"), alternating).Forecast(1, ForecastMethod.SeasonalNaive).Refusal?.Message);
    }

    [Fact]
    public void Forecast_Arguments_AreChecked()
    {
        PeriodSeries series = PeriodSeries.FromValues(January, ThreeYears);

        Assert.Throws<ArgumentOutOfRangeException>(() => series.Forecast(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Forecast(12_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Forecast(1, (ForecastMethod)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Forecast(1, confidence: 1));
    }

    [Fact]
    public void ToString_IsForAPerson() =>
        Assert.Equal("2016: 5 [5, 5]", PeriodSeries.FromValues(CalendarPeriod.Parse("2010"), [5, 5, 5, 5, 5, 5]).Forecast(1).ToString());
}
