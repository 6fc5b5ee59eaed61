using CxKpi.Trends;

namespace CxKpi;

/// <summary>Forecasts figures from the course of a series alone.</summary>
public static class SmoothingExtensions
{
    /// <summary>Forecasts the figures of the periods after the last complete one.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="periods">The number of periods ahead, from 1 to 1000 cycles; more than two cycles give a warning.</param>
    /// <param name="method">The method; by default the form of exponential smoothing with the least AICc.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none.</param>
    /// <returns>The forecast figure of each period with its limits, or the reason why there is none.</returns>
    /// <remarks><see cref="Forecast(PeriodSeries, int, ForecastMethod, double, bool)"/> describes how gaps, shares and seasons are treated.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and 1000 cycles, the method is not a named value, or the confidence
    /// does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public static SeriesForecast Forecast<TKpi>(
        this KpiSeries<TKpi> series,
        int periods,
        ForecastMethod method = ForecastMethod.ExponentialSmoothing,
        double confidence = 0.95,
        bool isSeasonal = true)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Forecast(periods, method, confidence, isSeasonal);

    /// <summary>Forecasts the figures of the periods after the last complete one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="periods">The number of periods ahead, from 1 to 1000 cycles; more than two cycles give a warning.</param>
    /// <param name="method">The method; by default the form of exponential smoothing with the least AICc.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none.</param>
    /// <returns>The forecast figure of each period with its limits, or the reason why there is none:
    /// fewer than two cycles, or shares that are all 0 or all 1. Seasons without any figure are left out, and their periods are not forecast.</returns>
    /// <remarks>
    /// Shares of counts are smoothed as logits, <c>ln((count + ½) / (rest + ½))</c>, and converted back, so no limit leaves [0, 1].
    /// The limits hold for a period of about as many observations as those before.
    /// Periods before the first figure are left out. Later gaps are bridged by continuing the state, except with <see cref="ForecastMethod.HoltWinters"/>,
    /// which is refused. Seasons are those of the calendar with <see cref="ForecastMethod.ExponentialSmoothing"/>;
    /// the other methods count positions, which differs only for weeks, after a year of 53.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and 1000 cycles, the method is not a named value, or the confidence
    /// does not lie between 0 and 1.</exception>
    public static SeriesForecast Forecast(
        this PeriodSeries series,
        int periods,
        ForecastMethod method = ForecastMethod.ExponentialSmoothing,
        double confidence = 0.95,
        bool isSeasonal = true) =>
        SmoothingForecast.Of(Guard.NotNull(series), periods, method, confidence, isSeasonal);
}
