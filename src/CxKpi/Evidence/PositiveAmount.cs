namespace CxKpi;

/// <summary>Means and ratios of amounts that cannot be negative, such as money, times and counts per row.</summary>
/// <remarks>
/// Their limits are taken on the logarithm of the value, so that they are positive too. That helps with skewed amounts and does not cure them:
/// where rows are fewer than 25 times the squared skewness (Cochran 1977), the estimate says so.
/// </remarks>
internal static class PositiveAmount
{
    /// <summary>The estimate with limits on the logarithm.</summary>
    /// <param name="evidence">The rows.</param>
    /// <param name="confidence">The confidence level.</param>
    /// <param name="mostFreedom">The most degrees of freedom that the limits may have; with 0 there are none.</param>
    internal static Estimate? Estimate(RatioTally evidence, double confidence, double mostFreedom = double.PositiveInfinity)
    {
        if (evidence.Estimate(confidence) is not { StandardError: { } error, DegreesOfFreedom: { } rows } linearised)
        {
            return evidence.Estimate(confidence);
        }

        double freedom = Math.Min(rows, mostFreedom);
        if (freedom > 0 && linearised.Value <= 0)
        {
            return linearised;
        }

        if (freedom <= 0)
        {
            return linearised with
            {
                Lower = null,
                Upper = null,
                DegreesOfFreedom = null,
                StandardError = null,
                Method = IntervalMethod.None,
                Flags = linearised.Flags | EstimateFlags.SingleObservation,
            };
        }

        (double lower, double upper) = new LogMeanLimits(linearised.Value, error, freedom).At((1 - confidence) / 2);
        return (linearised with
        {
            Lower = lower,
            Upper = upper,
            Method = IntervalMethod.LogMean,
            DegreesOfFreedom = freedom,
            Flags = linearised.Flags | (IsSkewed(linearised.Value, error, evidence.Rows) ? EstimateFlags.Skewed : EstimateFlags.None),
        }).Sound();
    }

    /// <summary>The estimate of what a ratio leaves of 1, such as the churn that retention leaves, whose rest cannot be negative.</summary>
    internal static Estimate? EstimateRest(RatioTally evidence, double confidence) =>
        Estimate(evidence.Complement(), confidence) is { } rest && evidence.Value is { } value
            ? rest with { Value = value, Lower = value - (rest.Upper - rest.Value), Upper = value + (rest.Value - rest.Lower) }
            : null;

    internal static Change? Change(
        RatioTally current,
        RatioTally baseline,
        double confidence,
        double mostFreedom = double.PositiveInfinity,
        double mostFreedomOfBaseline = double.PositiveInfinity)
    {
        if (Estimate(current, confidence, mostFreedom) is not { } a || Estimate(baseline, confidence, mostFreedomOfBaseline) is not { } b)
        {
            return null;
        }

        return a is { Method: IntervalMethod.LogMean, StandardError: { } errorA, DegreesOfFreedom: { } freedomA }
            && b is { Method: IntervalMethod.LogMean, StandardError: { } errorB, DegreesOfFreedom: { } freedomB }
            ? Differences.Recovered(a.Value, new LogMeanLimits(a.Value, errorA, freedomA), b.Value, new LogMeanLimits(b.Value, errorB, freedomB), confidence)
                .With((a.Flags | b.Flags) & (EstimateFlags.ZeroVariance | EstimateFlags.Skewed)) with
            { StandardError = Differences.StandardError(a, b) }
            : MeanIntervals.Change(a, b, confidence);
    }

    /// <summary>The skewness is that of a lognormal variable with the rows' coefficient of variation, since sums do not tell it.</summary>
    private static bool IsSkewed(double value, double error, long rows)
    {
        double variation = error * Math.Sqrt(rows) / value, skewness = variation * (3 + variation * variation);
        return rows < 25 * skewness * skewness;
    }
}
