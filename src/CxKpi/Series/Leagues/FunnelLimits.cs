namespace CxKpi;

/// <summary>The limits between which the share of a group of a size lies by chance, around the share of all.</summary>
/// <remarks>
/// The counts of the binomial distribution are too coarse for equal tails, so the limits lie between them by how far the tail passes the level.
/// Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", 2005, appendix A.1.1.
/// </remarks>
internal static class FunnelLimits
{
    /// <summary>The limits of a share.</summary>
    /// <param name="share">The share of all.</param>
    /// <param name="n">The size of the group, at least 1.</param>
    /// <param name="tail">The probability on either side.</param>
    internal static (double Lower, double Upper) Of(double share, long n, double tail) =>
        share is <= 0 or >= 1 ? (share, share) : (Math.Min(share, Limit(share, n, tail)), Math.Max(share, 1 - Limit(1 - share, n, tail)));

    private static double Limit(double share, long n, double tail)
    {
        long count = BinomialDistribution.Quantile(tail, n, share);
        double over = BinomialDistribution.Cdf(count, n, share) - tail, chance = BinomialDistribution.Probability(count, n, share);
        return Math.Max(0, count - (chance > 0 ? over / chance : 0)) / n;
    }
}
