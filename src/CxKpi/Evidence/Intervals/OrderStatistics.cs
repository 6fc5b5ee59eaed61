namespace CxKpi;

/// <summary>Quantiles of a sorted sample and their distribution-free intervals, both from ranks.</summary>
internal static class OrderStatistics
{
    /// <summary>How far rounding may have moved a whole position, as a relative difference: four units in the last place, as in R.</summary>
    private const double Slack = 4 * 2.220446049250313e-16;

    /// <summary>Where a quantile lies among <paramref name="count"/> sorted values: a rank from 1, and the fraction of the way to the next one.</summary>
    internal static (long Rank, double Fraction) Position(long count, double probability, QuantileDefinition definition)
    {
        Guard.Positive(count);
        Guard.Probability(probability);
        double position = Guard.Defined(definition) switch
        {
            QuantileDefinition.MedianUnbiased => (count + 1 / 3.0) * probability + 1 / 3.0,
            QuantileDefinition.Exclusive => (count + 1.0) * probability,
            QuantileDefinition.NearestRank => count * probability,
            QuantileDefinition.Linear => 1 + (count - 1.0) * probability,
        };

        double nearest = Math.Round(position);
        position = Math.Abs(position - nearest) <= Slack * Math.Max(1, nearest) ? nearest : position;
        position = Math.Clamp(definition == QuantileDefinition.NearestRank ? Math.Ceiling(position) : position, 1, count);
        double rank = Math.Floor(position);
        return rank < count ? ((long)rank, position - rank) : (count, 0);
    }

    /// <summary>
    /// The ranks whose values enclose the quantile with at least the confidence asked for, each tail by itself;
    /// where 0 and <paramref name="count"/> + 1 mean "no limit". Source: Hahn and Meeker, Statistical Intervals, 1991.
    /// </summary>
    internal static (long Lower, long Upper, double Coverage) Ranks(long count, double probability, double confidence)
    {
        double tail = (1 - Guard.Confidence(confidence)) / 2;
        long lower = BinomialDistribution.Quantile(tail, count, probability);
        long upper = BinomialDistribution.Quantile(1 - tail, count, probability) + 1;
        return (lower, upper, BinomialDistribution.Cdf(upper - 1, count, probability) - BinomialDistribution.Cdf(lower - 1, count, probability));
    }

    /// <summary>The quantile of values in ascending order; <see langword="null"/> when there are none.</summary>
    internal static double? Quantile(ReadOnlySpan<double> sorted, double probability, QuantileDefinition definition = QuantileDefinition.Linear)
    {
        Guard.Probability(probability);
        Guard.Defined(definition);
        if (sorted.IsEmpty)
        {
            return null;
        }

        (long rank, double fraction) = Position(sorted.Length, probability, definition);
        double low = sorted[(int)rank - 1];
        return fraction == 0 ? low : low + fraction * (sorted[(int)rank] - low);
    }

    /// <summary>The quantile of values in ascending order with its interval; <see langword="null"/> when there are none.</summary>
    internal static Estimate? Estimate(
        ReadOnlySpan<double> sorted,
        double probability,
        double confidence,
        QuantileDefinition definition = QuantileDefinition.Linear)
    {
        Guard.Confidence(confidence);
        if (Quantile(sorted, probability, definition) is not { } value)
        {
            return null;
        }

        (long lower, long upper, double coverage) = Ranks(sorted.Length, probability, confidence);
        double? low = lower < 1 ? null : sorted[(int)lower - 1];
        double? high = upper > sorted.Length ? null : sorted[(int)upper - 1];
        return Estimate(value, low, high, confidence, coverage, sorted.Length);
    }

    // An interpolated extreme of a tiny sample may lie beyond the ranks' values: the limit then moves out to it, which only adds coverage.
    internal static Estimate Estimate(double value, double? lower, double? upper, double confidence, double coverage, long count) => new()
    {
        Value = value,
        Lower = lower is { } low ? Math.Min(low, value) : null,
        Upper = upper is { } high ? Math.Max(high, value) : null,
        Confidence = confidence,
        Method = IntervalMethod.OrderStatistics,
        N = count,
        AttainedCoverage = coverage,
        Flags = lower is null || upper is null ? EstimateFlags.Unbounded : EstimateFlags.None,
    };
}
