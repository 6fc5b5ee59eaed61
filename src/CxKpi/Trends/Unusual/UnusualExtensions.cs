using CxKpi.Trends;

namespace CxKpi;

/// <summary>Finds periods that season and trend do not explain.</summary>
public static class UnusualExtensions
{
    /// <summary>Finds the periods whose figures lie further from season and trend than chance explains.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="alpha">The probability of flagging any period in a series without unusual periods, between 0 and 1, both excluded.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none, and nine figures are enough.</param>
    /// <returns>The unusual periods. The search is refused where the series cannot be decomposed (fewer than two full cycles, a long gap) and with more than
    /// 800 periods. Seasons with fewer than two figures are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha does not lie between 0 and 1.</exception>
    public static UnusualPeriods Unusual<TKpi>(this KpiSeries<TKpi> series, double alpha = 0.05, bool isSeasonal = true)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Unusual(alpha, isSeasonal);

    /// <summary>Finds the periods whose figures lie further from season and trend than chance explains.</summary>
    /// <param name="series">The series.</param>
    /// <param name="alpha">The probability of flagging any period in a series without unusual periods, between 0 and 1, both excluded.</param>
    /// <param name="isSeasonal">Whether the series may have a season; <see langword="false"/> states that it has none, and nine figures are enough.</param>
    /// <returns>The unusual periods. The search is refused where the series cannot be decomposed (fewer than two full cycles, a long gap) and with more than
    /// 800 periods. Seasons with fewer than two figures are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha does not lie between 0 and 1.</exception>
    public static UnusualPeriods Unusual(this PeriodSeries series, double alpha = 0.05, bool isSeasonal = true) =>
        UnusualSearch.Of(Guard.NotNull(series), alpha, isSeasonal);
}
