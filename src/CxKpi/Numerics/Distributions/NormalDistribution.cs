using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CxKpi;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double SquareRootOfTwo = 1.4142135623730950488;

    /// <summary>The value that a standard normal variable stays below with probability <paramref name="p"/>; ∓∞ at 0 and 1.</summary>
    internal static double Quantile(double p) => Normal.InvCDF(0, 1, Guard.Probability(p));

    /// <summary>Probability of a value at or below <paramref name="z"/>.</summary>
    internal static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z / SquareRootOfTwo);

    /// <summary>Probability of a value at least as far from zero as <paramref name="z"/>.</summary>
    internal static double TwoSidedPValue(double z) => SpecialFunctions.Erfc(Math.Abs(z) / SquareRootOfTwo);

    /// <summary>The distance from zero that a standard normal variable keeps within with probability <paramref name="confidence"/>.</summary>
    /// <remarks>Taken from the lower tail: 1 − α/2 would lose the digits of a small α.</remarks>
    internal static double CriticalValue(double confidence) => -Quantile((1 - Guard.Confidence(confidence)) / 2);
}
