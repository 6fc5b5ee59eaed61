namespace CxKpi;

/// <summary>Shares of counts on the scale of log odds.</summary>
internal static class ShareScale
{
    /// <summary>The log odds of hits against misses; half of one is added to each, so that "all" and "none" stay finite.</summary>
    internal static double LogOdds(double hits, double misses) => Math.Log((hits + 0.5) / (misses + 0.5));

    internal static double LogOddsOfShare(double share, double size) => LogOdds(share * size, (1 - share) * size);

    internal static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>The sampling variance of log odds from that of their share.</summary>
    internal static double LogOddsVariance(double variance, double size) => 1 / (size * size * variance);
}
