using CxKpi.Trends;

namespace CxKpi;

/// <summary>Season, trend and what is left of a series.</summary>
public static class DecompositionExtensions
{
    /// <summary>Frees the series from its season, each period weighing what its evidence is worth.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the decomposition; <see cref="StlOptions.Default"/> when omitted.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>Trend, season and adjusted values in the definition's unit; a refusal when there is too little to tell them apart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public static SeasonalAdjustment SeasonallyAdjust<TKpi>(this KpiSeries<TKpi> series, StlOptions? options = null, double confidence = 0.95, SeasonalCycle cycle = SeasonalCycle.Natural)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().SeasonallyAdjust(options, confidence, cycle);

    /// <summary>Frees the series from its season, each period weighing what its evidence is worth.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the decomposition; <see cref="StlOptions.Default"/> when omitted.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>Trend, season and adjusted figures; a refusal when there is too little to tell them apart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public static SeasonalAdjustment SeasonallyAdjust(this PeriodSeries series, StlOptions? options = null, double confidence = 0.95, SeasonalCycle cycle = SeasonalCycle.Natural) =>
        SeasonalFit.Adjust(Guard.NotNull(series), options ?? StlOptions.Default, Guard.Confidence(confidence), cycle);

    /// <summary>Takes the series apart by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings; <see cref="ClassicalOptions.Default"/> when omitted.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>The seasons and the parts of every period; a refusal when there is too little to tell them apart, and when components multiply and a value is
    /// not above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public static SeasonalIndices Decompose<TKpi>(this KpiSeries<TKpi> series, ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Decompose(options, cycle);

    /// <summary>Takes the series apart by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings; <see cref="ClassicalOptions.Default"/> when omitted.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>The seasons and the parts of every period; a refusal when there is too little to tell them apart, and when components multiply and a figure is
    /// not above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public static SeasonalIndices Decompose(this PeriodSeries series, ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural) =>
        ClassicalFit.Decompose(Guard.NotNull(series), options ?? ClassicalOptions.Default, cycle);
}
