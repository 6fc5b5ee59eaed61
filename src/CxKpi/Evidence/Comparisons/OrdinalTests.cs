namespace CxKpi;

/// <summary>Tests of samples whose values only have an order.</summary>
internal static class OrdinalTests
{
    /// <summary>Mann and Whitney's test; neither sample is empty.</summary>
    internal static SignificanceTest MannWhitney(double[] values, double[] baseline)
    {
        double mine = values.Length, theirs = baseline.Length, all = mine + theirs;
        (double[] ranks, double ties) = MidRanks.Of([.. values, .. baseline]);
        double u = ranks.AsSpan(0, values.Length).ToArray().Sum() - mine * (mine + 1) / 2;
        double variance = mine * theirs / 12 * (all + 1 - ties / (all * (all - 1))), distance = u - mine * theirs / 2;

        // Where all values are equal nothing speaks for a difference.
        double z = distance == 0 || !(variance > 0) ? 0 : distance / Math.Sqrt(variance);
        return new()
        {
            Statistic = u,
            PValue = NormalDistribution.TwoSidedPValue(z),
            EffectSize = u / (mine * theirs),
            Method = SignificanceTestMethod.MannWhitney,
            N = values.Length + baseline.Length,
            Flags = !(variance > 0) ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        };
    }
}
