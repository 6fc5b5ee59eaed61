namespace CxKpi;

/// <summary>The change of a group less the change of a control group that what happened did not touch.</summary>
/// <remarks>
/// <code>difference = (after - before) - (control after - control before)</code>
/// What changed for both cancels: a season, a price rise, a strike. It shows the effect of what happened to the one group only where both would have changed
/// alike without it, which no figures of two periods can show; a series before it can (<c>Effect</c> with a control).
/// The four records are of different customers. Shares, net scores and rates recover the limits of the difference from those of the four values (Donner and
/// Zou 2012); means add their variances, with Student's quantile and the degrees of freedom of Welch and Satterthwaite.
/// Source: D. Card and A. Krueger, "Minimum wages and employment", American Economic Review 84, 1994.
/// </remarks>
public static class DifferenceInDifferences
{
    /// <summary>Calculates the difference of the two differences of shares.</summary>
    /// <param name="before">The group before.</param>
    /// <param name="after">The group after.</param>
    /// <param name="controlBefore">The control group before.</param>
    /// <param name="controlAfter">The control group after.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The difference; <see langword="null"/> when any of the four is undefined.</returns>
    /// <exception cref="ArgumentException">A share was published rounded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static Change? Of(ShareTally before, ShareTally after, ShareTally controlBefore, ShareTally controlAfter, double confidence = 0.95)
    {
        before.RequireCounted(nameof(before));
        after.RequireCounted(nameof(after));
        controlBefore.RequireCounted(nameof(controlBefore));
        controlAfter.RequireCounted(nameof(controlAfter));
        return Recovered(Side(before), Side(after), Side(controlBefore), Side(controlAfter), confidence);

        static (double? Value, BinomialLimits Limits, double? SquaredError) Side(ShareTally share) =>
            (share.Value, new(share.Count, share.N), share.Value * (1 - share.Value) / share.N);
    }

    /// <summary>Calculates the difference of the two differences of net scores, in points.</summary>
    /// <inheritdoc cref="Of(ShareTally, ShareTally, ShareTally, ShareTally, double)"/>
    public static Change? Of(NetTally before, NetTally after, NetTally controlBefore, NetTally controlAfter, double confidence = 0.95)
    {
        return Recovered(Side(before), Side(after), Side(controlBefore), Side(controlAfter), confidence)?.Rescaled(100);

        static (double? Value, NetScoreLimits Limits, double? SquaredError) Side(NetTally net) => net.N == 0
            ? (null, default, null)
            : ((double)(net.Positive - net.Negative) / net.N, new(net), NetIntervals.Variance(net.Positive, net.Neutral, net.Negative) / net.N);
    }

    /// <summary>Calculates the difference of the two differences of rates.</summary>
    /// <inheritdoc cref="Of(ShareTally, ShareTally, ShareTally, ShareTally, double)"/>
    public static Change? Of(RateTally before, RateTally after, RateTally controlBefore, RateTally controlAfter, double confidence = 0.95)
    {
        return Recovered(Side(before), Side(after), Side(controlBefore), Side(controlAfter), confidence);

        static (double? Value, PoissonLimits Limits, double? SquaredError) Side(RateTally rate) =>
            (rate.Value, new(rate.Events, (double)rate.Exposure), rate.Value / (double)rate.Exposure);
    }

    /// <summary>Calculates the difference of the two differences of means.</summary>
    /// <inheritdoc cref="Of(ShareTally, ShareTally, ShareTally, ShareTally, double)"/>
    public static Change? Of(MeanTally before, MeanTally after, MeanTally controlBefore, MeanTally controlAfter, double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        MeanTally[] sides = [after, before, controlAfter, controlBefore];
        if (sides.Any(side => side.N == 0))
        {
            return null;
        }

        double difference = after.Value!.Value - before.Value!.Value - (controlAfter.Value!.Value - controlBefore.Value!.Value);
        if (sides.Any(side => side.Variance is null))
        {
            return new Change { Difference = difference, Confidence = confidence, Method = IntervalMethod.None, Flags = EstimateFlags.SingleObservation };
        }

        double variance = sides.Sum(side => side.Variance!.Value / side.N);
        if (variance == 0)
        {
            return NormalDifferences.Of(difference, difference, 0, confidence, IntervalMethod.Welch);
        }

        double spread = sides.Sum(side => Math.Pow(side.Variance!.Value / side.N / variance, 2) / (side.N - 1));
        EstimateFlags flags = sides.Any(side => side.Variance == 0) ? EstimateFlags.ZeroVariance : EstimateFlags.None;
        return NormalDifferences.Student(difference, Math.Sqrt(variance), 1 / spread, confidence, IntervalMethod.Welch).With(flags);
    }

    private static Change? Recovered<T>(
        (double? Value, T Limits, double? SquaredError) before,
        (double? Value, T Limits, double? SquaredError) after,
        (double? Value, T Limits, double? SquaredError) controlBefore,
        (double? Value, T Limits, double? SquaredError) controlAfter,
        double confidence)
        where T : struct, ITwoSidedLimits
    {
        Guard.Confidence(confidence);
        if (before.Value is not { } from || after.Value is not { } to || controlBefore.Value is not { } controlFrom || controlAfter.Value is not { } controlTo)
        {
            return null;
        }

        return Differences.Recovered(
            to - from,
            new MoverLimits<T>(to, after.Limits, from, before.Limits),
            controlTo - controlFrom,
            new MoverLimits<T>(controlTo, controlAfter.Limits, controlFrom, controlBefore.Limits),
            confidence) with
        {
            StandardError = Math.Sqrt((before.SquaredError + after.SquaredError + controlBefore.SquaredError + controlAfter.SquaredError)!.Value),
        };
    }
}
