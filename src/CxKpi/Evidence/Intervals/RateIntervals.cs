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
            Lower = Math.Min(lower, value),
            Upper = Math.Max(upper, value),
            Confidence = confidence,
            Method = name,
            N = tally.Events,
            UnitVariance = value,
            Weight = exposure,
            Flags = tally.Events == 0 ? EstimateFlags.Boundary : EstimateFlags.None,
        };
    }

    /// <summary>The difference, recovered from the limits of either side.</summary>
    internal static Change? Change(RateTally current, RateTally baseline, double confidence, RateDifference method)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        double exposure = (double)current.Exposure, baseExposure = (double)baseline.Exposure;
        Change change = method switch
        {
            RateDifference.Mover => Differences.Recovered(
                value, new PoissonLimits(current.Events, exposure), baseValue, new PoissonLimits(baseline.Events, baseExposure), confidence),
            RateDifference.MoverOfGarwood => Differences.Recovered(
                value, new GarwoodLimits(current.Events, exposure), baseValue, new GarwoodLimits(baseline.Events, baseExposure), confidence),
        };
        return change with { StandardError = Math.Sqrt(value / exposure + baseValue / baseExposure) };
    }

    private static (double Lower, double Upper, IntervalMethod Name) Named((double Lower, double Upper) limits, IntervalMethod name) =>
        (limits.Lower, limits.Upper, name);

    private static (double Lower, double Upper) Garwood(long events, double exposure, double confidence)
    {
        (double lower, double upper) = ExactRateIntervals.Garwood(events, (1 - confidence) / 2);
        return (lower / exposure, upper / exposure);
    }

    private static (double Lower, double Upper) Score(long events, double exposure, double z)
    {
        double centre = events + z * z / 2, spread = z * Math.Sqrt(events + z * z / 4);
        return (events == 0 ? 0 : (centre - spread) / exposure, (centre + spread) / exposure);
    }
}
