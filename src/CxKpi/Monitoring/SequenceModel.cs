namespace CxKpi.Practices;

/// <summary>Computes limits that hold at every look.</summary>
internal static class SequenceModel
{
    /// <summary>Below this many observations a mean is too far from normal.</summary>
    private const int LeastObservations = 50;

    internal static ConfidenceSequence Of<TKpi>(KpiSeries<TKpi> series, long expectedN, double? target, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        double alpha = 1 - Guard.Confidence(confidence);
        NormalMixture mixture = NormalMixture.TightestAt(Guard.Positive(expectedN), alpha);
        KpiRange range = KpiRange.Of(TKpi.Definition.Unit);
        if (target is { } goal)
        {
            range.Require(Guard.Finite(goal, nameof(target)), nameof(target), TKpi.Definition);
        }

        List<SequencePoint> points = [];
        TKpi soFar = default;
        double? least = target is null ? null : 1;
        foreach ((CalendarPeriod period, TKpi record) in series)
        {
            soFar = soFar.Combine(record);
            Estimate? estimate = soFar.Estimate(confidence);
            if (estimate is not { } known || Deviation(known) is not { } deviation)
            {
                points.Add(new(period, estimate?.N ?? 0, soFar.Value, null, null, least));
                continue;
            }

            double reach = deviation * mixture.Bound(known.N, alpha) / known.N;
            least = target is { } tested ? Math.Min(least!.Value, mixture.PValue(known.N * (known.Value - tested) / deviation, known.N)) : null;
            points.Add(new(
                period,
                known.N,
                known.Value,
                Math.Max(range.Lowest ?? double.NegativeInfinity, known.Value - reach),
                Math.Min(range.Highest ?? double.PositiveInfinity, known.Value + reach),
                least));
        }

        return new(TKpi.Definition) { Confidence = confidence, ExpectedN = expectedN, Target = target, Points = points };
    }

    /// <summary>The standard deviation of one observation; <see langword="null"/> where it is unknown, or too few observations speak for the value.</summary>
    private static double? Deviation(Estimate estimate) =>
        estimate.N >= LeastObservations && estimate.UnitVariance / estimate.Weight * estimate.N is > 0 and var variance ? Math.Sqrt(variance) : null;
}
