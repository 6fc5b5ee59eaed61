using CxKpi.Trends;

namespace CxKpi;

/// <summary>Decomposes series into season, trend and remainder.</summary>
public static class DecompositionExtensions
{
    /// <summary>Adjusts the series for its season, with each period weighted by the precision of its evidence.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the decomposition; <see cref="StlOptions.Default"/> when omitted.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle of the season; <see cref="SeasonalCycle.Year"/> gives daily series a season by the day of the year.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none.</param>
    /// <returns>The trend, the season and the adjusted values in the definition's unit, or a refusal when there is too little data to separate them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public static SeasonalAdjustment SeasonallyAdjust<TKpi>(
        this KpiSeries<TKpi> series,
        StlOptions? options = null,
        double confidence = 0.95,
        SeasonalCycle cycle = SeasonalCycle.Natural,
        bool isSeasonal = true)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().SeasonallyAdjust(options, confidence, cycle, isSeasonal);

    /// <summary>Adjusts the series for its season, with each period weighted by the precision of its figure.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the decomposition; <see cref="StlOptions.Default"/> when omitted.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle of the season; <see cref="SeasonalCycle.Year"/> gives daily series a season by the day of the year.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none.</param>
    /// <returns>The trend, the season and the adjusted figures, or a refusal when there is too little data to separate them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public static SeasonalAdjustment SeasonallyAdjust(
        this PeriodSeries series,
        StlOptions? options = null,
        double confidence = 0.95,
        SeasonalCycle cycle = SeasonalCycle.Natural,
        bool isSeasonal = true) =>
        SeasonalFit.Adjust(Guard.NotNull(series), options ?? StlOptions.Default, Guard.Confidence(confidence), cycle, isSeasonal);

    /// <summary>Decomposes the series by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings; <see cref="ClassicalOptions.Default"/> when omitted.</param>
    /// <param name="cycle">The cycle of the season; <see cref="SeasonalCycle.Year"/> gives daily series a season by the day of the year.</param>
    /// <returns>The seasons and the components of every period, or a refusal when there is too little data to separate them, or when components multiply and a
    /// value is not above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public static SeasonalIndices Decompose<TKpi>(this KpiSeries<TKpi> series, ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Decompose(options, cycle);

    /// <summary>Decomposes the series by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings; <see cref="ClassicalOptions.Default"/> when omitted.</param>
    /// <param name="cycle">The cycle of the season; <see cref="SeasonalCycle.Year"/> gives daily series a season by the day of the year.</param>
    /// <returns>The seasons and the components of every period, or a refusal when there is too little data to separate them, or when components multiply and a
    /// figure is not above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public static SeasonalIndices Decompose(this PeriodSeries series, ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural) =>
        ClassicalFit.Decompose(Guard.NotNull(series), options ?? ClassicalOptions.Default, cycle);
}
