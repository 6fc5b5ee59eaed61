namespace CxKpi;

/// <summary>Changes whose interval and p-value are one statement.</summary>
internal static class Differences
{
    /// <summary>The difference of two independent values, recovered from the limits of each.</summary>
    internal static Change Recovered<T>(double value, T limits, double baseValue, T baseLimits, double confidence, IntervalMethod method = IntervalMethod.Mover)
        where T : struct, ITwoSidedLimits =>
        Of(value - baseValue, new MoverLimits<T>(value, limits, baseValue, baseLimits), confidence, method);

    /// <summary>The difference with its limits; the p-value is the smallest error whose interval excludes zero.</summary>
    internal static Change Of<T>(double difference, T limits, double confidence, IntervalMethod method)
        where T : struct, ITwoSidedLimits
    {
        (double lower, double upper) = limits.At((1 - confidence) / 2);
        return new Change
        {
            Difference = difference,
            Lower = Math.Min(lower, difference),
            Upper = Math.Max(upper, difference),
            PValue = Duality.PValue(difference, limits),
            Confidence = confidence,
            Method = method,
        }.Sound();
    }

    /// <summary>The standard error of the difference of two independent estimates; <see langword="null"/> when one has none.</summary>
    internal static double? StandardError(Estimate current, Estimate baseline) =>
        current.StandardError is { } mine && baseline.StandardError is { } theirs ? Math.Sqrt(mine * mine + theirs * theirs) : null;

    /// <summary>The difference of values of which at least one rests on a single row, which says nothing about its spread.</summary>
    internal static Change WithoutLimits(Estimate current, Estimate baseline, double confidence) => new()
    {
        Difference = current.Value - baseline.Value,
        Confidence = confidence,
        Method = IntervalMethod.None,
        Flags = EstimateFlags.SingleObservation,
    };
}
