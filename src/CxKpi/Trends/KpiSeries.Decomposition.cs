using CxKpi.Trends;

namespace CxKpi;

/// <content>Season, trend and what is left.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>Frees the series from its season, each period weighing what its evidence is worth.</summary>
    /// <param name="options">How it is decomposed; <see cref="StlOptions.Default"/> when not stated.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>Trend, season and adjusted values in the definition's unit; a refusal when there is too little to tell them apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public SeasonalAdjustment SeasonallyAdjust(StlOptions? options = null, double confidence = 0.95, SeasonalCycle cycle = SeasonalCycle.Natural) => ToPeriodSeries().SeasonallyAdjust(options, confidence, cycle);

    /// <summary>Takes the series apart by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <param name="options">How; <see cref="ClassicalOptions.Default"/> when not stated.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>The seasons and the parts of every period; a refusal when there is too little to tell them apart, and when components multiply and a value is not above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public SeasonalIndices Decompose(ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural) => ToPeriodSeries().Decompose(options, cycle);
}
