using CxKpi.Trends;

namespace CxKpi;

/// <summary>Tests for a trend that use only the ranks of a series.</summary>
public static class RankExtensions
{
    /// <summary>
    /// Tests whether the figures tend to rise or fall by their ranks, with Sen's slope. It is for series without a season;
    /// use <c>SeasonalMannKendall</c> for others.
    /// </summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, which is refused with fewer than two full cycles or fewer than four figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static RankTrend MannKendall<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().MannKendall(confidence);

    /// <summary>
    /// Tests whether the figures tend to rise or fall by their ranks, with Sen's slope. It is for series without a season;
    /// use <c>SeasonalMannKendall</c> for others.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, which is refused with fewer than two full cycles or fewer than four figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static RankTrend MannKendall(this PeriodSeries series, double confidence = 0.95) =>
        RankTests.MannKendall(Guard.NotNull(series), confidence);

    /// <summary>Tests whether the figures tend to rise or fall from cycle to cycle by their ranks, with each season compared only with itself.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, with that of each season. It is refused with fewer than two full cycles, with fewer than four figures, and where no season has two.
    /// It carries a warning when the trends of the seasons differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static SeasonalRankTrend SeasonalMannKendall<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().SeasonalMannKendall(confidence);

    /// <summary>Tests whether the figures tend to rise or fall from cycle to cycle by their ranks, with each season compared only with itself.</summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, with that of each season. It is refused with fewer than two full cycles, with fewer than four figures, and where no season has two.
    /// It carries a warning when the trends of the seasons differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static SeasonalRankTrend SeasonalMannKendall(this PeriodSeries series, double confidence = 0.95) =>
        RankTests.SeasonalMannKendall(Guard.NotNull(series), confidence);
}
