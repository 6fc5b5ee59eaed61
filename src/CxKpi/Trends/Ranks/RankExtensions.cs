using CxKpi.Trends;

namespace CxKpi;

/// <summary>Tests for a trend that look at the ranks of a series only.</summary>
public static class RankExtensions
{
    /// <summary>
    /// Whether the figures tend to rise or fall by their ranks, with Sen's slope. For series without a season; see <c>SeasonalMannKendall</c> for others.
    /// </summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test; refused below two full cycles, and below four figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static RankTrend MannKendall<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().MannKendall(confidence);

    /// <summary>
    /// Whether the figures tend to rise or fall by their ranks, with Sen's slope. For series without a season; see <c>SeasonalMannKendall</c> for others.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test; refused below two full cycles, and below four figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static RankTrend MannKendall(this PeriodSeries series, double confidence = 0.95) =>
        RankTests.MannKendall(Guard.NotNull(series), confidence);

    /// <summary>Whether the figures tend to rise or fall from cycle to cycle by their ranks, each season compared with itself only.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, with each season's own; refused below two full cycles, below four figures, and where no season has two.
    /// A warning says when the seasons' trends differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static SeasonalRankTrend SeasonalMannKendall<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().SeasonalMannKendall(confidence);

    /// <summary>Whether the figures tend to rise or fall from cycle to cycle by their ranks, each season compared with itself only.</summary>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The test, with each season's own; refused below two full cycles, below four figures, and where no season has two.
    /// A warning says when the seasons' trends differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static SeasonalRankTrend SeasonalMannKendall(this PeriodSeries series, double confidence = 0.95) =>
        RankTests.SeasonalMannKendall(Guard.NotNull(series), confidence);
}
