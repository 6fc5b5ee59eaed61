namespace CxKpi.Value;

/// <summary>How often a customer buys whose rate is gamma-distributed and who never leaves.</summary>
internal static class NegativeBinomial
{
    /// <summary>The probability of a number of purchases.</summary>
    /// <param name="r">The shape of the rates.</param>
    /// <param name="purchases">The number of purchases.</param>
    /// <param name="share">t/(α + t) for the time t and the scale α of the rates.</param>
    /// <param name="left">α/(α + t).</param>
    internal static double Probability(double r, int purchases, double share, double left) => share == 0
        ? purchases == 0 ? 1 : 0
        : Math.Exp(LogCoefficient(r, purchases) + r * Math.Log(left) + purchases * Math.Log(share));

    /// <summary>The probability of at least a number of purchases.</summary>
    internal static double AtLeast(double r, int purchases, double share, double left) =>
        purchases == 0 ? 1 : BetaDistribution.TailProbabilities(share, left, purchases, r).Lower;

    private static double LogCoefficient(double r, int purchases) => purchases == 0
        ? 0
        : GammaFunctions.LogGamma(r + purchases) - GammaFunctions.LogGamma(r) - GammaFunctions.LogGammaOfNext(purchases);
}
