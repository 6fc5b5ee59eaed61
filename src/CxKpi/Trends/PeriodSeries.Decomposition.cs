using System.Collections.ObjectModel;

namespace CxKpi.Trends;

/// <content>Season, trend and what is left.</content>
public sealed partial class PeriodSeries
{
    /// <summary>Frees the series from its season, each period weighing what its evidence is worth.</summary>
    /// <param name="options">How it is decomposed; <see cref="StlOptions.Default"/> when not stated.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>Trend, season and adjusted figures; a refusal when there is too little to tell them apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the cycle is not a named value.</exception>
    public SeasonalAdjustment SeasonallyAdjust(StlOptions? options = null, double confidence = 0.95, SeasonalCycle cycle = SeasonalCycle.Natural) =>
        SeasonalFit.Adjust(this, options ?? StlOptions.Default, Guard.Confidence(confidence), cycle);

    /// <summary>Takes the series apart by moving averages, with a season for each place of the calendar's cycle.</summary>
    /// <param name="options">How; <see cref="ClassicalOptions.Default"/> when not stated.</param>
    /// <param name="cycle">The cycle: <see cref="SeasonalCycle.Year"/> takes days apart by the day of the year.</param>
    /// <returns>The seasons and the parts of every period; a refusal when there is too little to tell them apart, and when components multiply and a figure is not above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not a named value.</exception>
    public SeasonalIndices Decompose(ClassicalOptions? options = null, SeasonalCycle cycle = SeasonalCycle.Natural)
    {
        options ??= ClassicalOptions.Default;
        CycleSeries source = CycleSeries.Of(this, cycle);
        SeasonalIndices empty = new() { Model = options.Model };
        if (SeasonalFit.Refusal(source, StlOptions.Default) is { } refusal) return empty with { Refusal = refusal, Periods = Points(null) };

        if (MovingAverages.PlaceWithoutTrend(source.Figures, source.Cycle, options) is { } place)
        {
            return empty with { Refusal = Notices.SeasonWithoutTrend(source.SeasonOf(place)), Periods = Points(null) };
        }

        if (options.Model == DecompositionModel.Multiplicative && Array.FindIndex(source.Figures, figure => figure <= 0) is >= 0 and var low)
        {
            return empty with { Refusal = Notices.NotPositive(source.Periods[low], source.Figures[low]), Periods = Points(null) };
        }

        ClassicalDecomposition parts = ClassicalDecomposition.Of(source.Figures, source.Cycle, options);
        return empty with
        {
            Warnings = SeasonalFit.Warnings(source),
            Indices = SeasonalFit.Indices(source, parts.Seasonal),
            Periods = Points(parts),
        };

        ReadOnlyCollection<ClassicalPeriod> Points(ClassicalDecomposition? fit) => new([.. this.Select((point, i) => Part(point, fit is null ? null : source.PlaceOf(i), fit))]);
    }

    private static ClassicalPeriod Part(KeyValuePair<CalendarPeriod, double?> point, int? place, ClassicalDecomposition? parts)
    {
        if (place is not { } at || parts is null) return new(point.Key, point.Value, null, null, null);

        double? trend = Shown(parts.Trend[at]);
        double season = parts.Seasonal[at];
        return new(
            point.Key,
            point.Value,
            trend,
            season,
            parts.Model == DecompositionModel.Multiplicative ? point.Value / season / trend : point.Value - season - trend);
    }
}
