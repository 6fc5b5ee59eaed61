namespace CxKpi.Practices;

/// <summary>Computes limits that hold at every look.</summary>
internal static class SequenceModel
{
    /// <summary>Below this many observations or clusters a mean is too far from normal, and its variance too uncertain.</summary>
    private const int LeastObservations = 50;

    /// <summary>
    /// Observations times their variance, in squared widths of the range, below which a mean near an end is too skewed: its skewness is one over the square
    /// root of this at most. 50 observations at both ends in equal parts have as much.
    /// </summary>
    private const double LeastInformation = 12.5;

    /// <summary>Below it the limits are lost in rounding.</summary>
    private const double LeastConfidence = 0.01;

    internal static ConfidenceSequence Of<TKpi>(KpiSeries<TKpi> series, long expectedN, double? target, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        double alpha = 1 - Guard.Confidence(confidence);
        if (confidence < LeastConfidence)
        {
            string rule = FormattableString.Invariant($"must be {LeastConfidence} or more for limits that hold at every look");
            throw Guard.Outside(nameof(confidence), rule, confidence);
        }

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
            soFar = KpiSeries<TKpi>.Combined(soFar, record);
            Estimate? estimate = soFar.Estimate(confidence);
            Look look = soFar is { Clusters: null, Totals: { AreCounts: true } counts } ? OfShare(counts, new(mixture.Rho), target, alpha)
                : estimate is { } known && Deviation(known, soFar.GoalRange) is { } deviation ? OfMean(known, deviation, mixture, target, alpha)
                : default;
            least = look.PValue < least ? look.PValue : least;
            points.Add(new(
                period,
                estimate?.N ?? 0,
                soFar.Value,
                look.Lower is { } lower ? Math.Max(range.Lowest ?? double.NegativeInfinity, lower) : null,
                look.Upper is { } upper ? Math.Min(range.Highest ?? double.PositiveInfinity, upper) : null,
                least));
        }

        return new(TKpi.Definition) { Confidence = confidence, ExpectedN = expectedN, Target = target, Points = points };
    }

    private static Look OfShare(EvidenceTotals counts, ShareMixture mixture, double? target, double alpha)
    {
        (double hits, double misses) = ((double)counts.Numerator, (double)(counts.Denominator - counts.Numerator));
        (double low, double high) = mixture.Limits(hits, misses, alpha);
        (double one, double other) = (counts.Origin + counts.Scale * low, counts.Origin + counts.Scale * high);
        return new(
            Math.Min(one, other),
            Math.Max(one, other),
            target is { } tested ? mixture.PValue(Math.Clamp((tested - counts.Origin) / counts.Scale, 0, 1), hits, misses) : null);
    }

    private static Look OfMean(Estimate known, double deviation, NormalMixture mixture, double? target, double alpha)
    {
        double reach = deviation * mixture.Bound(known.N, alpha) / known.N;
        return new(
            known.Value - reach,
            known.Value + reach,
            target is { } tested ? mixture.PValue(known.N * (known.Value - tested) / deviation, known.N) : null);
    }

    /// <summary>The standard deviation of one observation; <see langword="null"/> where it is unknown, or too little speaks for the value.</summary>
    private static double? Deviation(Estimate estimate, KpiRange range)
    {
        if ((estimate.Clusters ?? estimate.N) < LeastObservations
            || estimate.Flags.HasFlag(EstimateFlags.Skewed)
            || estimate.UnitVariance / estimate.Weight is not (> 0 and var squaredError))
        {
            return null;
        }

        double size = Math.Min(estimate.N, estimate.EffectiveN ?? estimate.N), width = range.Highest - range.Lowest ?? 0;
        return size * size * squaredError >= LeastInformation * width * width ? Math.Sqrt(squaredError * estimate.N) : null;
    }

    private readonly record struct Look(double? Lower, double? Upper, double? PValue);
}
