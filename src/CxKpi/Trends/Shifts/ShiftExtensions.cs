using CxKpi.Trends;

namespace CxKpi;

/// <summary>Changes of level at dates that nobody has named.</summary>
public static class ShiftExtensions
{
    /// <summary>Whether, when and by how much the level changed, nobody having said when. For a known date use the effect in the seasonal model.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; 1 less it is what p must stay below.</param>
    /// <returns>The largest shift with its p-value, and suggestions where there may be several;
    /// refused below two full cycles, and where fewer than 10 figures more than terms are left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static LevelShifts Shifts<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Shifts(confidence);

    /// <summary>Whether, when and by how much the level changed, nobody having said when. For a known date use the effect in the seasonal model.</summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; 1 less it is what p must stay below.</param>
    /// <returns>The largest shift with its p-value, and suggestions where there may be several;
    /// refused below two full cycles, and where fewer than 10 figures more than terms are left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static LevelShifts Shifts(this PeriodSeries series, double confidence = 0.95) =>
        ShiftTest.Of(Guard.NotNull(series), confidence);
}
