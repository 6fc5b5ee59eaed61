namespace CxKpi;

/// <summary>Intervals for Poisson rates and their differences.</summary>
internal static class RateIntervals
{
    internal static Estimate? Estimate(RateTally tally, double confidence, RateInterval method)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        if (tally.Value is not { } value)
        {
            return null;
        }

        double exposure = (double)tally.Exposure;
        (double lower, double upper, IntervalMethod name) = method switch
        {
            RateInterval.Garwood => Named(Garwood(tally.Events, exposure, confidence), IntervalMethod.Garwood),
            RateInterval.Score => Named(Score(tally.Events, exposure, NormalDistribution.CriticalValue(confidence)), IntervalMethod.Score),
        };
        return new Estimate
        {
            Value = value,
            Lower = lower,
            Upper = upper,
            Confidence = confidence,
            Method = name,
            N = tally.Events,
            UnitVariance = value,
            Weight = exposure,
            Flags = tally.Events == 0 ? EstimateFlags.Boundary : EstimateFlags.None,
        };
    }

    /// <summary>The difference recovered from the exact intervals (MOVER); the p-value conditions on the total number of events.</summary>
    internal static Change? Change(RateTally current, RateTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        double exposure = (double)current.Exposure, baseExposure = (double)baseline.Exposure;
        (double lowerA, double upperA) = Garwood(current.Events, exposure, confidence);
        (double lowerB, double upperB) = Garwood(baseline.Events, baseExposure, confidence);
        (double lower, double upper) = Mover.Difference(value, lowerA, upperA, baseValue, lowerB, upperB);
        return new Change
        {
            Difference = value - baseValue,
            Lower = lower,
            Upper = upper,
            PValue = BinomialTest.TwoSidedPValue(current.Events, current.Events + baseline.Events, exposure / (exposure + baseExposure)),
            Confidence = confidence,
            Method = IntervalMethod.Mover,
        };
    }

    private static (double Lower, double Upper, IntervalMethod Name) Named((double Lower, double Upper) limits, IntervalMethod name) => (limits.Lower, limits.Upper, name);

    private static (double Lower, double Upper) Garwood(long events, double exposure, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double lower = events == 0 ? 0 : ChiSquaredDistribution.Quantile(tail, 2.0 * events) / (2 * exposure);
        double upper = events == 0 ? -Math.Log(tail) / exposure : ChiSquaredDistribution.UpperQuantile(tail, 2 * (events + 1.0)) / (2 * exposure);
        return (lower, upper);
    }

    private static (double Lower, double Upper) Score(long events, double exposure, double z)
    {
        double centre = events + z * z / 2, spread = z * Math.Sqrt(events + z * z / 4);
        return (events == 0 ? 0 : (centre - spread) / exposure, (centre + spread) / exposure);
    }
}
