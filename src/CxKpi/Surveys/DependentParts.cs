namespace CxKpi;

/// <summary>Weighted means of figures from questions that the same people answered, where counts per question do not show how the answers depend.</summary>
/// <remarks>
/// The limits are the weighted means of the limits of the single figures. They are right when the answers rise and fall together entirely, and too wide
/// otherwise, because a standard error of a sum is at most the sum of the standard errors. Treating the questions as independent would make them too narrow.
/// There is no p-value, because the counts do not say how far below this bound the true standard error lies.
/// </remarks>
internal static class DependentParts
{
    // These two speak of the whole only when they hold for every part.
    private const EstimateFlags OfAll = EstimateFlags.Boundary | EstimateFlags.ZeroVariance;

    internal static Estimate? Estimate(double? value, ReadOnlySpan<double> weights, ReadOnlySpan<Estimate?> parts, double confidence, double lowest)
    {
        if (value is not { } known)
        {
            return null;
        }

        double? lower = 0, upper = 0;
        long fewest = long.MaxValue;
        EstimateFlags some = EstimateFlags.None, all = OfAll;
        IntervalMethod method = parts[0]!.Value.Method;
        for (int i = 0; i < parts.Length; i++)
        {
            Estimate part = parts[i]!.Value;
            lower += weights[i] * part.Lower;
            upper += weights[i] * part.Upper;
            fewest = Math.Min(fewest, part.N);
            some |= part.Flags & ~OfAll;
            all &= part.Flags;
            method = part.Lower is null ? IntervalMethod.None : method;
        }

        // Weights such as 1/3 are rounded: without this, the last digit could put the value outside its limits, or a limit above 100.
        return new Estimate
        {
            Value = known,
            Lower = lower is { } low ? Math.Clamp(low, lowest, known) : null,
            Upper = upper is { } high ? Math.Clamp(high, known, 100) : null,
            Confidence = confidence,
            Method = method,
            N = fewest,
            Flags = some | all,
        };
    }

    internal static Change? Change(double? current, double? baseline, ReadOnlySpan<double> weights, ReadOnlySpan<Change?> parts, double confidence)
    {
        if (current - baseline is not { } difference)
        {
            return null;
        }

        double? lower = 0, upper = 0;
        EstimateFlags some = EstimateFlags.None, all = OfAll;
        IntervalMethod method = parts[0]!.Value.Method;
        for (int i = 0; i < parts.Length; i++)
        {
            Change part = parts[i]!.Value;
            lower += weights[i] * part.Lower;
            upper += weights[i] * part.Upper;
            some |= part.Flags & ~OfAll;
            all &= part.Flags;
            method = part.Lower is null ? IntervalMethod.None : method;
        }

        return new Change { Difference = difference, Lower = lower, Upper = upper, Confidence = confidence, Method = method, Flags = some | all };
    }
}
