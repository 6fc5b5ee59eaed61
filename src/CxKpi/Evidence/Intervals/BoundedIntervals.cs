namespace CxKpi;

/// <summary>Intervals of means between two ends, from their linearised standard errors: inside the range, and with width where all rows agree.</summary>
/// <remarks>
/// Student's limits pass the ends, and near them they cover far less than promised. Wilson's limits on the effective sample size do not:
/// m(1 - m) over the squared standard error, m being the mean on [0, 1], with Student's quantile in place of the normal one (Korn and Graubard 1998).
/// </remarks>
internal static class BoundedIntervals
{
    // Limits are the same for all larger sizes.
    private const double Beyond = 1e200;

    /// <param name="linearised">The mean with its linearised standard error.</param>
    /// <param name="lowest">The lowest value.</param>
    /// <param name="highest">The highest value.</param>
    /// <param name="smallestSize">What the effective sample size cannot be below.</param>
    /// <param name="largestSize">What it cannot be above.</param>
    /// <param name="sizeOfAlike">What it is where the standard error is 0, or the mean at an end.</param>
    internal static Estimate? Estimate(
        Estimate? linearised,
        double lowest,
        double highest,
        double smallestSize,
        double largestSize,
        double sizeOfAlike)
    {
        if (linearised is not { StandardError: { } error, DegreesOfFreedom: { } freedom } estimate)
        {
            return linearised;
        }

        double range = highest - lowest, share = (estimate.Value - lowest) / range;
        double size = error == 0 || share is <= 0 or >= 1
            ? Math.Min(Beyond, sizeOfAlike)
            : Math.Min(Beyond, Math.Min(largestSize, Math.Max(smallestSize, share * (1 - share) * range / error * range / error)));
        (double lower, double upper) = new BoundedLimits(estimate.Value, size, freedom, lowest, highest).At((1 - estimate.Confidence) / 2);
        return estimate with
        {
            Lower = Math.Min(lower, estimate.Value),
            Upper = Math.Max(upper, estimate.Value),
            Method = IntervalMethod.Wilson,
            EffectiveN = size,
            Flags = estimate.Flags | (share is <= 0 or >= 1 ? EstimateFlags.Boundary : EstimateFlags.None),
        };
    }

    internal static Change? Change(Estimate? current, Estimate? baseline, double lowest, double highest, double confidence)
    {
        if (current is not { } a || baseline is not { } b)
        {
            return null;
        }

        return a is { EffectiveN: { } sizeA, DegreesOfFreedom: { } freedomA } && b is { EffectiveN: { } sizeB, DegreesOfFreedom: { } freedomB }
            ? Differences.Recovered(
                a.Value,
                new BoundedLimits(a.Value, sizeA, freedomA, lowest, highest),
                b.Value,
                new BoundedLimits(b.Value, sizeB, freedomB, lowest, highest),
                confidence).With((a.Flags | b.Flags) & EstimateFlags.ZeroVariance) with
            { StandardError = Differences.StandardError(a, b) }
            : Differences.WithoutLimits(a, b, confidence);
    }
}
