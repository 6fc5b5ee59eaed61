using System.Globalization;

namespace CxKpi;

/// <summary>The mean of values that lie between two ends, such as answers on a scale.</summary>
internal static class BoundedMean
{
    /// <summary>Returns the evidence when values between the two ends can have these sums, and throws otherwise.</summary>
    internal static MeanTally Checked(MeanTally evidence, decimal lowest, decimal highest, string name = "evidence")
    {
        // The sum of (value - lowest) * (highest - value): no value between the ends makes it smaller.
        decimal inside = evidence.SumOfSquares is { } squares ? (lowest + highest) * evidence.Sum - lowest * highest * evidence.N - squares : 0;
        return evidence == default
            || (lowest < highest && evidence.Sum >= lowest * evidence.N && evidence.Sum <= highest * evidence.N && inside >= 0
                && evidence.SquareExponent == 0)
            ? evidence
            : throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must hold the sums of values from {lowest} to {highest}"), evidence);
    }

    /// <summary>Wilson's interval on the effective sample size, which no answers can make smaller than their number.</summary>
    internal static Estimate? Estimate(MeanTally evidence, double lowest, double highest, double confidence) =>
        BoundedIntervals.Estimate(evidence.Estimate(confidence), lowest, highest, evidence.N, double.PositiveInfinity, evidence.N);

    /// <summary>The difference of two means on the same scale.</summary>
    internal static Change? Change(MeanTally current, MeanTally baseline, double lowest, double highest, double confidence) => BoundedIntervals.Change(
        Estimate(current, lowest, highest, confidence), Estimate(baseline, lowest, highest, confidence), lowest, highest, confidence);
}
