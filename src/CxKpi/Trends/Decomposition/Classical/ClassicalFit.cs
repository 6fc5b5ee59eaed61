using System.Collections.ObjectModel;

namespace CxKpi.Trends;

/// <summary>Decomposes a series of periods by moving averages into its seasons and components.</summary>
internal static class ClassicalFit
{
    internal static SeasonalIndices Decompose(PeriodSeries series, ClassicalOptions options, SeasonalCycle cycle)
    {
        CycleSeries source = SeasonalFit.Living(series, cycle);
        SeasonalIndices empty = new() { Model = options.Model };
        if (source.Cycle == 1)
        {
            return empty with { Refusal = Notices.NoSeason(), Periods = Points(null) };
        }

        if (SeasonalFit.Refusal(source, StlOptions.Default) is { } refusal)
        {
            return empty with { Refusal = refusal, Periods = Points(null) };
        }

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

        ReadOnlyCollection<ClassicalPeriod> Points(ClassicalDecomposition? fit) =>
            new([.. series.Select((point, i) => Part(point, fit is null ? null : source.PlaceOf(i), fit))]);
    }

    private static ClassicalPeriod Part(KeyValuePair<CalendarPeriod, double?> point, int? place, ClassicalDecomposition? parts)
    {
        if (place is not { } at || parts is null)
        {
            return new(point.Key, point.Value, null, null, null);
        }

        double? trend = double.IsNaN(parts.Trend[at]) ? null : parts.Trend[at];
        double season = parts.Seasonal[at];
        return new(
            point.Key,
            point.Value,
            trend,
            season,
            parts.Model == DecompositionModel.Multiplicative ? point.Value / season / trend : point.Value - season - trend);
    }
}
