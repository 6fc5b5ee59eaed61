using CxKpi.Trends;

namespace CxKpi;

/// <content>Figures to come, from the series alone.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>Foretells the figures of the periods after the last complete one.</summary>
    /// <param name="periods">How many periods ahead, 1 to 1000 cycles; more than two cycles draw a warning.</param>
    /// <param name="method">How; by default the form of exponential smoothing with the least AICc.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>A figure with limits per period, or the reason why there is none.</returns>
    /// <remarks><see cref="PeriodSeries.Forecast"/> tells how gaps, shares and seasons are treated.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and 1000 cycles, the method is not a named value, or the confidence does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public SeriesForecast Forecast(int periods, ForecastMethod method = ForecastMethod.ExponentialSmoothing, double confidence = 0.95) =>
        ToPeriodSeries().Forecast(periods, method, confidence);
}
