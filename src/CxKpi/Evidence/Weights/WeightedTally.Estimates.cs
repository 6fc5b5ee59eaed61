namespace CxKpi;

/// <content>The intervals.</content>
public readonly partial record struct WeightedTally
{
    /// <summary>Estimates the weighted share with Wilson's interval for the effective sample size.</summary>
    /// <remarks>
    /// The interval is Wilson's with <c>v / se²</c> answers, where v is the variance of one answer and se the linearised standard error, but
    /// never with more answers than there are, and with Student's quantile (n - 1 degrees of freedom). Where all answers are equal and se is 0,
    /// Kish's effective sample size is used instead. An interval of plus or minus a multiple of the standard error covers far too little in small samples.
    /// </remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate as a fraction in [0, 1]; <see langword="null"/> when there are no answers. It has no limits when there is only one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">Some values are neither 0 nor 1.</exception>
    public Estimate? EstimateShare(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        Require(MayBeShares, "a share needs values of 0 and 1");
        if (Prepared(confidence, IntervalMethod.Wilson) is not { DegreesOfFreedom: { } freedom, EffectiveN: { } size } estimate)
        {
            return Single(confidence);
        }

        (double lower, double upper) = ShareIntervals.Wilson(size * Part(WeightedSum), size, StudentTDistribution.CriticalValue(confidence, freedom));
        return estimate with
        {
            Lower = Math.Max(0, lower),
            Upper = Math.Min(1, upper),
            Flags = estimate.Flags | (estimate.Value is 0 or 1 ? EstimateFlags.Boundary : EstimateFlags.None),
        };
    }

    /// <summary>
    /// Estimates the weighted share with Korn and Graubard's interval: Clopper and Pearson's on the effective sample size, which covers at least what it
    /// promises more often than <see cref="EstimateShare"/> and is wider.
    /// </summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate as a fraction in [0, 1]; <see langword="null"/> when there are no answers. It has no limits when there is only one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">Some values are neither 0 nor 1.</exception>
    public Estimate? EstimateShareExactly(double confidence = 0.95)
    {
        if (EstimateShare(confidence) is not { EffectiveN: { } size } estimate)
        {
            return EstimateShare(confidence);
        }

        (double lower, double upper) = ShareIntervals.KornGraubard(estimate.Value, size, (1 - confidence) / 2);
        return estimate with { Lower = lower, Upper = upper, Method = IntervalMethod.KornGraubard };
    }

    /// <summary>Estimates the weighted net score with the score interval for the effective sample size, which <see cref="EstimateShare"/> explains.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate in points, in [-100, 100]; <see langword="null"/> when there are no answers. It has no limits when there is only one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">Some values are not -1, 0 or +1.</exception>
    public Estimate? EstimateNet(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        Require(MayBeCodes, "a net score needs values of -1, 0 and +1");
        return EstimateCodes(confidence)?.Rescaled(100).Sound();
    }

    /// <summary>Whether the values can all have been 0 and 1.</summary>
    internal bool MayBeShares => WeightedSquares == WeightedSum && SquaredWeightedSquares == SquaredWeightedSum;

    /// <summary>Whether the values can all have been -1, 0 and +1.</summary>
    internal bool MayBeCodes => Math.Abs(WeightedSum) <= WeightedSquares && WeightedSquares <= Weights
        && Math.Abs(SquaredWeightedSum) <= SquaredWeightedSquares && SquaredWeightedSquares <= SquaredWeights;

    /// <summary>The net score on [-1, 1].</summary>
    internal Estimate? EstimateCodes(double confidence) =>
        Prepared(confidence, IntervalMethod.Score) is { EffectiveN: not null, StandardError: { } error, DegreesOfFreedom: { } freedom } estimate
            ? EstimateCodes(estimate, error, freedom)
            : Single(confidence);

    /// <summary>The net score on [-1, 1] with score limits for the effective sample size that a standard error gives.</summary>
    internal Estimate EstimateCodes(Estimate mean, double error, double freedom)
    {
        double variance = Variance;
        bool alike = error == 0 || variance == 0;
        double size = alike ? KishEffectiveN!.Value : Math.Min(N, variance / (error * error));
        (double lower, double upper) = CodeLimits(size, freedom).At((1 - mean.Confidence) / 2);
        return mean with
        {
            Lower = lower,
            Upper = upper,
            Method = IntervalMethod.Score,
            EffectiveN = size,
            Flags = mean.Flags | (alike ? EstimateFlags.ZeroVariance : EstimateFlags.None)
                | (mean.Value is -1 or 1 ? EstimateFlags.Boundary : EstimateFlags.None),
        };
    }

    /// <summary>The weighted variance of one value.</summary>
    private double Variance => (double)Math.Max(0, WeightedSquares / Weights - WeightedSum / Weights * (WeightedSum / Weights));

    /// <summary>The limits of the net score of values of -1, 0 and +1, at any error.</summary>
    /// <remarks>Half of squares plus sum is the weight of codes in favour, and half of squares minus sum the weight of those against.</remarks>
    internal EffectiveNetLimits CodeLimits(double size, double freedom) => new(
        size * Part((WeightedSquares + WeightedSum) / 2),
        size * Part(Weights - WeightedSquares),
        size * Part((WeightedSquares - WeightedSum) / 2),
        freedom);

    /// <summary>Estimates the weighted mean with Student's interval on the linearised standard error.</summary>
    /// <remarks>The tally does not know the range of the values, so no limit is cut: those of values coded -1, 0 and +1 may lie outside [-1, 1].</remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate in the unit of the values; <see langword="null"/> when there are no answers. It has no limits when there is only one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? EstimateMean(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        if (Prepared(confidence, IntervalMethod.StudentT) is not { DegreesOfFreedom: { } freedom, StandardError: { } error } estimate)
        {
            return Single(confidence);
        }

        double spread = StudentTDistribution.CriticalValue(confidence, freedom) * error;
        return estimate with { Lower = estimate.Value - spread, Upper = estimate.Value + spread };
    }

    /// <summary>The estimate without its limits; <see langword="null"/> with fewer than two answers.</summary>
    private Estimate? Prepared(double confidence, IntervalMethod method)
    {
        if (StandardError is not { } error)
        {
            return null;
        }

        double variance = Variance;
        bool alike = error == 0 || variance == 0;
        return new Estimate
        {
            Value = Value!.Value,
            Confidence = confidence,
            Method = method,
            N = N,
            EffectiveN = alike ? KishEffectiveN : Math.Min(N, variance / (error * error)),
            DegreesOfFreedom = N - 1,
            StandardError = error,
            Flags = alike ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        };
    }

    private Estimate? Single(double confidence) => Value is { } value
        ? new Estimate { Value = value, Confidence = confidence, Method = IntervalMethod.None, N = N, Flags = EstimateFlags.SingleObservation }
        : null;

    private double Part(decimal sum) => (double)(sum / Weights);

    private static void Require(bool possible, string rule)
    {
        if (!possible)
        {
            throw new InvalidOperationException(rule);
        }
    }
}
