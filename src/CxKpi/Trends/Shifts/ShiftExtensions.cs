using CxKpi.Trends;

namespace CxKpi;

/// <summary>Finds changes of level at unknown dates.</summary>
public static class ShiftExtensions
{
    /// <summary>
    /// Tests whether, when and by how much the level changed at an unknown date. For a known date use <c>Effect</c>.
    /// </summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, above 0 and below 0.999; p must stay below 1 minus this level.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none, and nine figures are enough.</param>
    /// <returns>The largest shift with its p-value, and suggestions where there may be several. It is refused with fewer than two full cycles, and where there
    /// are fewer than 10 figures more than terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 0.999: 999 simulated series tell no more.</exception>
    public static LevelShifts Shifts<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95, bool isSeasonal = true)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Shifts(confidence, isSeasonal);

    /// <summary>
    /// Tests whether, when and by how much the level changed at an unknown date. For a known date use <c>Effect</c>.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, above 0 and below 0.999; p must stay below 1 minus this level.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none, and nine figures are enough.</param>
    /// <returns>The largest shift with its p-value, and suggestions where there may be several. It is refused with fewer than two full cycles, and where there
    /// are fewer than 10 figures more than terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 0.999: 999 simulated series tell no more.</exception>
    public static LevelShifts Shifts(this PeriodSeries series, double confidence = 0.95, bool isSeasonal = true) =>
        ShiftTest.Of(Guard.NotNull(series), confidence, isSeasonal);
}
