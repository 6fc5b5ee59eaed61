namespace CxKpi;

/// <summary>Ratios of shares and of rates, whose interval and p-value are one statement.</summary>
internal static class Ratios
{
    internal static ChangeRatio? Of(ShareTally current, ShareTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        bool mayBeSmall = ShareDifferences.SmallestExpected(current, baseline) < 5;
        return Of(
            baseValue == 0 ? null : value / baseValue,
            new KoopmanLimits(current, baseline),
            TwoShareTests.PooledZ(current, baseline).PValue,
            confidence,
            IntervalMethod.Koopman,
            mayBeSmall ? EstimateFlags.SmallExpected : EstimateFlags.None);
    }

    internal static ChangeRatio? Of(RateTally current, RateTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        return current.Value is not { } value || baseline.Value is not { } baseValue
            ? null
            : Of(
                baseValue == 0 ? null : value / baseValue,
                new ConditionalRateLimits(current, baseline),
                TwoTails(current, baseline),
                confidence,
                IntervalMethod.ConditionalExact,
                EstimateFlags.None);
    }

    /// <summary>The ratio over all counts that published figures can stand for.</summary>
    internal static ChangeRatio Widest(ChangeRatio published, ChangeRatio lowest, ChangeRatio highest) => published with
    {
        Lower = lowest.Lower,
        Upper = highest.Upper,
        PValue = lowest.Value >= 1 ? lowest.PValue : highest.Value <= 1 ? highest.PValue : 1,
        Flags = published.Flags | lowest.Flags | highest.Flags | EstimateFlags.RoundedFigures,
    };

    /// <summary>The smallest error whose exact interval excludes 1: twice the smaller tail.</summary>
    private static double TwoTails(RateTally a, RateTally b)
    {
        long events = RateTests.Events(a, b);
        double share = RateTests.ShareOfExposure(a, b);
        return Math.Min(1, 2 * Math.Min(BinomialDistribution.Cdf(a.Events, events, share), BinomialDistribution.AtLeast(a.Events, events, share)));
    }

    private static ChangeRatio Of<T>(double? value, T limits, double p, double confidence, IntervalMethod method, EstimateFlags flags)
        where T : struct, ITwoSidedLimits
    {
        (double lower, double upper) = limits.At((1 - confidence) / 2);
        return new()
        {
            Value = value,
            Lower = Math.Min(lower, value ?? lower),
            Upper = double.IsPositiveInfinity(upper) ? null : Math.Max(upper, value ?? upper),
            PValue = p,
            Confidence = confidence,
            Method = method,
            Flags = flags | (double.IsPositiveInfinity(upper) ? EstimateFlags.Unbounded : EstimateFlags.None),
        };
    }
}
