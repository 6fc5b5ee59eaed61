using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Ratios of totals in which each row's numerator is a part of its denominator, so that the value lies between 0 and 1:
/// time in a state over time, points over possible points.
/// </summary>
internal static class BoundedRatio
{
    /// <summary>One row of a part of a duration; it holds no data when the whole is zero.</summary>
    internal static RatioTally Row(
        Duration part,
        Duration whole,
        [CallerArgumentExpression(nameof(part))] string partName = "",
        [CallerArgumentExpression(nameof(whole))] string wholeName = "") =>
        Row(DurationTally.ToSeconds(part), DurationTally.ToSeconds(whole), partName, wholeName);

    /// <summary>One row of a part of a whole; it holds no data when the whole is 0.</summary>
    internal static RatioTally Row(
        decimal part,
        decimal whole,
        [CallerArgumentExpression(nameof(part))] string partName = "",
        [CallerArgumentExpression(nameof(whole))] string wholeName = "") =>
        RatioTally.FromTotals(Guard.Part(part, whole, partName, wholeName), whole);

    internal static RatioTally Checked(RatioTally evidence, [CallerArgumentExpression(nameof(evidence))] string name = "")
    {
        Guard.Part(evidence.Numerator, evidence.Denominator, name, $"{name}'s denominator");
        return evidence;
    }

    /// <summary>Wilson's interval on the effective sample size, which no rows can make larger than Kish's number for unequal denominators.</summary>
    internal static Estimate? Estimate(RatioTally evidence, double confidence) =>
        BoundedIntervals.Estimate(evidence.Estimate(confidence), 0, 1, 0, KishSize(evidence), KishSize(evidence));

    /// <summary>The difference of two such ratios.</summary>
    internal static Change? Change(RatioTally current, RatioTally baseline, double confidence) =>
        BoundedIntervals.Change(Estimate(current, confidence), Estimate(baseline, confidence), 0, 1, confidence);

    /// <summary>The number of rows of equal denominators that would say as much (Kish 1965).</summary>
    internal static double KishSize(RatioTally evidence) =>
        (double)evidence.Denominator * (double)evidence.Denominator
            / DecimalSums.Widened((double)evidence.SquaredDenominators, evidence.SquareExponent);
}
