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
        : Math.Exp(new OfPurchases(r, purchases).LogProbability(share, left));

    /// <summary>The probability of at least a number of purchases.</summary>
    internal static double AtLeast(double r, int purchases, double share, double left) =>
        purchases == 0 ? 1 : BetaDistribution.TailProbabilities(share, left, purchases, r).Lower;

    /// <summary>The probability of a number of purchases, for many times.</summary>
    internal readonly struct OfPurchases(double r, int purchases)
    {
        private readonly LogitDensity density = purchases == 0 ? default : new(r, purchases);
        private readonly double logPurchases = purchases == 0 ? 0 : Math.Log(purchases);

        internal double LogProbability(double share, double left) =>
            purchases == 0 ? -r * AccurateMath.LogOnePlus(share / left) : density.At(left, share) - logPurchases;
    }
}
