using System.Collections.ObjectModel;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>The seasonal adjustment of a calendar series: what is refused, how periods are weighted, and the limits.</summary>
internal static class SeasonalFit
{
    // A period without sampling variance must not outweigh all others together.
    private const double LeastShareOfVariance = 1e-6;

    // With two figures in each season a season can be told from a trend.
    private const int LeastFigures = 2;

    /// <summary>The periods that can be decomposed: without the seasons that have hardly any figures.</summary>
    internal static CycleSeries Living(PeriodSeries series, SeasonalCycle cycle = SeasonalCycle.Natural, bool isSeasonal = true) =>
        CycleSeries.Living(series, cycle, isSeasonal, LeastFigures);

    /// <summary>The reason why a series cannot be decomposed; null when it can.</summary>
    internal static Notice? Refusal(CycleSeries source, StlOptions options)
    {
        int[] rows = Sufficiency.Rows(source.Figures);
        if (Sufficiency.Refusal(rows, source.Cycle) is { } tooShort)
        {
            return tooShort;
        }

        if (source.Cycle == 1)
        {
            if (rows.Length < Sufficiency.LeastWithoutSeason)
            {
                return Notices.TooFewFigures(rows.Length, Sufficiency.LeastWithoutSeason);
            }
        }
        else if (StlGaps.SparsePlace(source.Figures, [], source.Cycle) is { } sparse)
        {
            int figures = 0;
            for (int i = sparse; i < source.Count; i += source.Cycle)
            {
                figures += double.IsNaN(source.Figures[i]) ? 0 : 1;
            }

            return Notices.SeasonTooSparse(source.SeasonOf(sparse), figures);
        }

        int span = StlPlan.For(source.Count, source.Cycle, options).Trend;
        (int start, int length) = StlGaps.Longest(source.Figures, []);
        return length > 0 && 2 * length >= span ? Notices.GapTooLong(source.Periods[start], length, span) : null;
    }

    internal static IReadOnlyList<Notice> Warnings(CycleSeries source) =>
    [
        .. Sufficiency.LeftOut(source.LeftOut),
        .. Sufficiency.Warnings(Sufficiency.Rows(source.Figures), source.Cycle, source.SeasonOf),
    ];

    internal static SeasonalAdjustment Adjust(PeriodSeries series, StlOptions options, double confidence, SeasonalCycle cycle, bool isSeasonal)
    {
        double unit = series.Magnitude();
        CycleSeries source = Living(series.Over(unit), cycle, isSeasonal);
        options = source.Options(options);
        SeasonalAdjustment empty = new() { Confidence = confidence, Options = options };
        if (Refusal(source, options) is { } refusal)
        {
            return empty with { Refusal = refusal, Periods = Points(series, _ => null, (point, _) => point) };
        }

        double[] weights = Weights(source, options, out double between);
        bool known = source.Variances.Length > 0;
        StlSmoother smoother = new(source.Count, source.Cycle, options, weights);
        StlDecomposition parts = Stl.Decompose(source.Figures, source.Cycle, options, weights);
        if (!known)
        {
            between = parts.Remainder.Where((_, i) => weights[i] > 0).Sum(r => r * r) / smoother.RemainderTrace;
        }

        (double[] ofTrend, double[] ofAdjusted) = smoother.Variances(between, source.Variances);
        double reach = known
            ? NormalDistribution.CriticalValue(confidence)
            : StudentTDistribution.CriticalValue(confidence, Math.Max(1, smoother.RemainderTrace));
        return empty with
        {
            Warnings = [.. Warnings(source), .. Unsettled(source, options)],
            Source = source,
            Weights = weights,
            Trend = [.. parts.Trend],
            Unit = unit,
            Indices = Indices(source, [.. parts.Seasonal.Select(season => unit * season)]),
            SeasonalStrength = parts.SeasonalStrength,
            TrendStrength = parts.TrendStrength,
            BetweenPeriods = unit * Math.Sqrt(between),
            DegreesOfFreedom = smoother.DegreesOfFreedom,
            Periods = Points(series, source.PlaceOf, Explained),
        };

        AdjustedPeriod Explained(AdjustedPeriod point, int place)
        {
            double trend = unit * parts.Trend[place], season = unit * parts.Seasonal[place];
            double? adjusted = point.Observed - season;
            (_, double lower, double upper) = series.Range.Within(trend, unit * reach * Math.Sqrt(ofTrend[place]));
            (double Value, double Lower, double Upper)? around = adjusted is { } figure
                ? series.Range.Within(figure, unit * reach * Math.Sqrt(ofAdjusted[place]))
                : null;
            return point with
            {
                Trend = trend,
                TrendLower = lower,
                TrendUpper = upper,
                Seasonal = season,
                Remainder = adjusted - trend,
                Adjusted = adjusted,
                AdjustedLower = around?.Lower,
                AdjustedUpper = around?.Upper,
                Weight = point.Observed is null ? 0 : weights[place] * parts.RobustnessWeights[place],
            };
        }
    }

    // Found by simulation: robust weights then oscillate, and every iteration fits worse.
    private static Notice[] Unsettled(CycleSeries source, StlOptions options) =>
        options.RobustIterations > 0 && options.SeasonalSpan is < 11 and var span && source.Count < 8 * source.Cycle
            ? [Notices.RobustOnShortHistory(span)]
            : [];

    /// <summary>The strengths of season and trend with each period weighted by its precision; null where the series cannot be decomposed.</summary>
    internal static (double? Season, double? Trend) Strengths(CycleSeries source)
    {
        if (source.Cycle == 1 || Refusal(source, StlOptions.Default) is not null)
        {
            return (null, null);
        }

        StlDecomposition parts = Stl.Decompose(source.Figures, source.Cycle, StlOptions.Default, Weights(source, StlOptions.Default, out _));
        return (parts.SeasonalStrength, parts.TrendStrength);
    }

    internal static IReadOnlyDictionary<Season, double> Indices(CycleSeries source, IReadOnlyList<double> seasonal)
    {
        SortedDictionary<Season, double> indices = [];
        for (int place = 0; source.Cycle > 1 && place < source.Cycle; place++)
        {
            double sum = 0;
            int rows = 0;
            for (int i = place; i < source.Count; i += source.Cycle)
            {
                sum += seasonal[i];
                rows++;
            }

            indices[source.SeasonOf(place)] = sum / rows;
        }

        return new ReadOnlyDictionary<Season, double>(indices);
    }

    internal static double[] Weights(CycleSeries source, StlOptions options, out double between)
    {
        between = 0;
        double[] weights = [.. source.Figures.Select(figure => double.IsNaN(figure) ? 0.0 : 1)];
        if (source.Variances.Length > 0)
        {
            StlSmoother smoother = new(source.Count, source.Cycle, options, weights);
            StlDecomposition first = Stl.Decompose(source.Figures, source.Cycle, options with { RobustIterations = 0 }, weights);
            between = BetweenVariance.Estimate([.. first.Remainder], smoother.RemainderNorms, source.Variances);
            Weigh(weights, source.Variances, between);
        }

        return weights;
    }

    /// <summary>Calculates inverse variances that average 1 over the figures present.</summary>
    internal static void Weigh(double[] weights, double[] sampling, double between)
    {
        double[] variances = [.. sampling.Select((v, i) => weights[i] > 0 ? between + v : double.NaN)];
        double least = LeastShareOfVariance * variances.Where(v => v > 0).DefaultIfEmpty(0).Average();
        if (least <= 0)
        {
            return;
        }

        double[] inverse = [.. variances.Select(v => double.IsNaN(v) ? 0 : 1 / Math.Max(v, least))];
        double mean = inverse.Where(w => w > 0).Average();
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = inverse[i] / mean;
        }
    }

    private static ReadOnlyCollection<AdjustedPeriod> Points(PeriodSeries series, Func<int, int?> placeOf, Func<AdjustedPeriod, int, AdjustedPeriod> explain)
    {
        AdjustedPeriod[] points = new AdjustedPeriod[series.Count];
        for (int i = 0; i < points.Length; i++)
        {
            AdjustedPeriod point = new() { Period = series[i].Key, Observed = series[i].Value };
            points[i] = placeOf(i) is { } place ? explain(point, place) : point;
        }

        return new(points);
    }
}
