using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>How far ahead forecasts reach: one number must not take minutes, or all memory.</summary>
public class ForecastReachTests
{
    private const string Rule = "periods must be between 0 and 100000; got ";

    private static readonly double[] Figures = [12, 9, 15, 13, 11, 16, 14, 12, 17, 15, 13, 19];

    private static readonly Dictionary<string, Action<int>> Methods = new()
    {
        ["smoothing"] = periods => ExponentialSmoothing.Fit(Figures, 3, ExponentialSmoothingForm.Level).Forecast(periods),
        ["smoothing with season"] = periods => ExponentialSmoothing.Fit(Figures, 3, ExponentialSmoothingForm.Seasonal).Forecast(periods),
        ["multipliers"] = periods => ExponentialSmoothing.Fit(Figures, 3, ExponentialSmoothingForm.Trend).VarianceMultipliers(periods),
        ["Holt-Winters"] = periods => HoltWinters.Fit(Figures, 3).Forecast(periods),
        ["Holt-Winters of R"] = periods => HoltWinters.Fit(Figures, 3, HoltWintersSeason.Multiplicative).Forecast(periods, limits: HoltWintersLimits.R),
        ["Holt-Winters without season"] = periods => HoltWinters.Fit(Figures, 0, HoltWintersSeason.None).Forecast(periods),
        ["naive"] = periods => SeasonalNaive.Fit(Figures, 3).Forecast(periods),
        ["naive with drift"] = periods => SeasonalNaive.FitWithDrift(Figures, 3).Forecast(periods),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forecast_BeyondItsReach_IsRefused(string method)
    {
        foreach (int beyond in new[] { -1, 100_001, 20_000_000, int.MaxValue })
        {
            Assert.StartsWith(
                FormattableString.Invariant($"{Rule}{beyond}"),
                Assert.Throws<ArgumentOutOfRangeException>("periods", () => Methods[method](beyond)).Message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2022-01", 12_000)]
    [InlineData("2022-Q1", 4000)]
    [InlineData("2022", 1000)]
    public void Forecast_OfPeriods_ReachesAThousandCycles(string first, int most)
    {
        PeriodSeries series = PeriodSeries.FromValues(CalendarPeriod.Parse(first), Enumerable.Range(0, 36).Select(t => (double?)(50 + t * 7 % 5)));

        Assert.StartsWith(
            FormattableString.Invariant($"periods must be between 1 and {most}; got {most + 1}"),
            Assert.Throws<ArgumentOutOfRangeException>("periods", () => series.Forecast(most + 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => series.Forecast(int.MaxValue, ForecastMethod.SeasonalNaive));
        Assert.Equal(most, series.Forecast(most, ForecastMethod.SeasonalNaive).Periods.Count);
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void Fit_CycleLongerThanTheFigures_HasNoSeason(int period)
    {
        Assert.Equal(ExponentialSmoothing.Fit(Figures, 1).Form, ExponentialSmoothing.Fit(Figures, period).Form);
        Assert.StartsWith(
            FormattableString.Invariant($"values must hold at least {period + 4L} figures for the form Seasonal; got 12"),
            Assert.Throws<ArgumentException>("values", () => ExponentialSmoothing.Fit(Figures, period, ExponentialSmoothingForm.Seasonal)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Seasons of four that skip one, as weeks do after a year of 53, and seasons that do not.</summary>
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3 })]
    [InlineData(new[] { 2, 3, 3, 0, 1, 2, 3, 0, 1, 2, 3, 3, 0, 1, 3 })]
    [InlineData(new[] { 1, 2, 3, 0, 1, 3, 0, 1, 2, 3, 0, 1, 2, 3 })]
    public void SeasonSums_AnyCalendar_AreThoseOfAllEarlierStepsOfTheSeason(int[] seasons)
    {
        const double Gamma = 0.3;
        double[] effects = [.. seasons.Select((_, i) => 0.2 + 0.05 * i)];
        SeasonSums sums = new(4, Gamma, effects);

        for (int step = 0; step < seasons.Length; step++)
        {
            double expected = 0;
            for (int lag = 1; lag <= step; lag++)
            {
                double with = effects[lag] + Gamma;
                expected += seasons[step - lag] == seasons[step] ? with * with - effects[lag] * effects[lag] : 0;
            }

            Assert.Equal(expected, sums.Next(seasons[step]), 1e-12);
        }
    }
}
