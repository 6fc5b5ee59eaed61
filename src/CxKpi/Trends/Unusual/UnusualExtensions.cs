using CxKpi.Trends;

namespace CxKpi;

/// <summary>Periods that season and trend do not explain.</summary>
public static class UnusualExtensions
{
    /// <summary>The periods whose figures lie further from season and trend than chance explains.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="alpha">The probability of flagging anything in a series without unusual periods, between 0 and 1, both excluded.</param>
    /// <returns>The unusual periods; refused where the series can't be decomposed:
    /// years, fewer than two full cycles, a season with fewer than two figures, a long gap; and beyond 800 periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha does not lie between 0 and 1.</exception>
    public static UnusualPeriods Unusual<TKpi>(this KpiSeries<TKpi> series, double alpha = 0.05)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Unusual(alpha);

    /// <summary>The periods whose figures lie further from season and trend than chance explains.</summary>
    /// <param name="series">The series.</param>
    /// <param name="alpha">The probability of flagging anything in a series without unusual periods, between 0 and 1, both excluded.</param>
    /// <returns>The unusual periods; refused where the series can't be decomposed:
    /// years, fewer than two full cycles, a season with fewer than two figures, a long gap; and beyond 800 periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha does not lie between 0 and 1.</exception>
    public static UnusualPeriods Unusual(this PeriodSeries series, double alpha = 0.05) =>
        UnusualSearch.Of(Guard.NotNull(series), alpha);
}
