using CxKpi.Trends;

namespace CxKpi;

/// <content>Rank tests, level shifts and unusual periods.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <inheritdoc cref="PeriodSeries.MannKendall"/>
    public RankTrend MannKendall(double confidence = 0.95) => ToPeriodSeries().MannKendall(confidence);

    /// <inheritdoc cref="PeriodSeries.SeasonalMannKendall"/>
    public SeasonalRankTrend SeasonalMannKendall(double confidence = 0.95) => ToPeriodSeries().SeasonalMannKendall(confidence);

    /// <inheritdoc cref="PeriodSeries.Shifts"/>
    public LevelShifts Shifts(double confidence = 0.95) => ToPeriodSeries().Shifts(confidence);

    /// <inheritdoc cref="PeriodSeries.Unusual"/>
    public UnusualPeriods Unusual(double alpha = 0.05) => ToPeriodSeries().Unusual(alpha);
}
