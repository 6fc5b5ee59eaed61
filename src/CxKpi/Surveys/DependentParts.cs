namespace CxKpi;

/// <summary>Weighted means of figures from questions that the same people answered.</summary>
/// <remarks>
/// Where the respondents' rows were given, their covariances are known: Wilson's limits on the effective sample size, as for other means between two ends.
/// Counts per question do not show how the answers depend. The limits are then the weighted means of the limits of the single figures. They are right when
/// the answers rise and fall together entirely, and too wide otherwise, because a standard error of a sum is at most the sum of the standard errors.
/// Treating the questions as independent would make them too narrow.
/// There is no p-value, because the counts do not say how far below this bound the true standard error lies.
/// </remarks>
internal static class DependentParts
{
    // These two speak of the whole only when they hold for every part.
    private const EstimateFlags OfAll = EstimateFlags.Boundary | EstimateFlags.ZeroVariance;

    /// <summary>The estimate where the covariances are known; <see langword="null"/> where they are not, or a question has fewer than two answers.</summary>
    /// <param name="value">The weighted mean, in the unit of the KPI.</param>
    /// <param name="weights">The weight of each question, in the unit of the KPI over that of the answers.</param>
    /// <param name="questions">The number, the mean and the summed squared deviations of each question's answers; none when one is not known.</param>
    /// <param name="products">How the answers go together.</param>
    /// <param name="confidence">The confidence level.</param>
    /// <param name="lowest">The lowest value.</param>
    /// <param name="highest">The highest value.</param>
    internal static Estimate? Estimate(
        double? value,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<(long N, double Mean, double Deviations)> questions,
        CrossProducts products,
        double confidence,
        double lowest,
        double highest)
    {
        Guard.Confidence(confidence);
        if (products.Respondents == 0 || value is not { } known || questions.Length == 0)
        {
            return null;
        }

        long fewest = Math.Min(questions[0].N, Math.Min(questions[1].N, questions[2].N));
        if (fewest < 2)
        {
            return null;
        }

        double error = Math.Sqrt(products.SquaredError(questions, weights));
        Estimate linearised = new()
        {
            Value = known,
            Confidence = confidence,
            Method = IntervalMethod.LinearizedRatio,
            N = fewest,
            StandardError = error,
            DegreesOfFreedom = fewest - 1,
            Flags = error == 0 ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        };
        return BoundedIntervals.Estimate(linearised, lowest, highest, fewest, double.PositiveInfinity, fewest);
    }

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

    /// <summary>The flag of respondents who were all alike, on either side: nothing is concluded from them, however the other side is known.</summary>
    internal static EstimateFlags Alike(Estimate? one, Estimate? other) =>
        ((one?.Flags ?? EstimateFlags.None) | (other?.Flags ?? EstimateFlags.None)) & EstimateFlags.ZeroVariance;

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
