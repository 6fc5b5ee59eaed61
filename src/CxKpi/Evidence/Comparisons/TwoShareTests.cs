namespace CxKpi;

/// <summary>Tests of two independent shares, and of one against a target.</summary>
internal static class TwoShareTests
{
    internal static SignificanceTest? Test(ShareTally current, ShareTally baseline, ShareTest method)
    {
        Guard.Defined(method);
        current.RequireCounted("share");
        _ = Guard.Sum("observations", current.N, baseline.N, 2);
        baseline.RequireCounted(nameof(baseline));
        return current.N == 0 || baseline.N == 0 ? null : method switch
        {
            ShareTest.Recommended => ShareDifferences.SmallestExpected(current, baseline) < 1 ? Fisher(current, baseline) : NMinusOne(current, baseline),
            ShareTest.NMinusOneChiSquare => NMinusOne(current, baseline),
            ShareTest.Fisher => Fisher(current, baseline),
            ShareTest.PooledZ => PooledZ(current, baseline),
        };
    }

    internal static SignificanceTest? Target(ShareTally share, double target, TargetTest method)
    {
        Guard.Probability(target);
        Guard.Defined(method);
        share.RequireCounted(nameof(share));
        return share.Value is not { } value ? null : method switch
        {
            TargetTest.Exact => new SignificanceTest
            {
                PValue = BinomialTest.TwoSidedPValue(share.Count, share.N, target),
                Method = SignificanceTestMethod.ExactBinomial,
                N = share.N,
            },
            TargetTest.Score => Score(share, value, target),
        };
    }

    /// <summary>The z test with the pooled share; equal where both are all or nothing.</summary>
    internal static SignificanceTest PooledZ(ShareTally a, ShareTally b)
    {
        double hits = (double)a.Count + b.Count, misses = (double)a.Rest + b.Rest, total = hits + misses;

        // The cross product of the table tells a tie exactly, which a difference of quotients does not.
        double cross = (double)((Int128)a.Count * b.Rest - (Int128)b.Count * a.Rest);
        double z = cross == 0 ? 0 : cross / Math.Sqrt(hits) / Math.Sqrt(misses) / Math.Sqrt(a.N) / Math.Sqrt(b.N) * Math.Sqrt(total);
        return new()
        {
            Statistic = z,
            PValue = NormalDistribution.TwoSidedPValue(z),
            Method = SignificanceTestMethod.PooledZ,
            N = Guard.Sum("observations", a.N, b.N),
            Flags = Flags(a, b),
        };
    }

    private static SignificanceTest NMinusOne(ShareTally a, ShareTally b)
    {
        SignificanceTest pooled = PooledZ(a, b);
        double total = (double)a.N + b.N, z = pooled.Statistic!.Value * Math.Sqrt((total - 1) / total);
        return pooled with
        {
            Statistic = z * z,
            DegreesOfFreedom = 1,
            PValue = NormalDistribution.TwoSidedPValue(z),
            Method = SignificanceTestMethod.NMinusOneChiSquare,
        };
    }

    private static SignificanceTest Fisher(ShareTally a, ShareTally b) => new()
    {
        PValue = FisherExactTest.TwoSidedPValue(a.Count, a.Rest, b.Count, b.Rest),
        Method = SignificanceTestMethod.Fisher,
        N = Guard.Sum("observations", a.N, b.N),
    };

    private static SignificanceTest Score(ShareTally share, double value, double target)
    {
        double variance = target * (1 - target) / share.N;
        if (variance == 0)
        {
            // Nothing but the target itself is possible under it.
            return new() { PValue = value == target ? 1 : 0, Method = SignificanceTestMethod.Score, N = share.N };
        }

        double z = (value - target) / Math.Sqrt(variance);
        return new()
        {
            Statistic = z,
            PValue = NormalDistribution.TwoSidedPValue(z),
            Method = SignificanceTestMethod.Score,
            N = share.N,
            Flags = share.N * Math.Min(target, 1 - target) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }

    private static EstimateFlags Flags(ShareTally a, ShareTally b) =>
        ShareDifferences.SmallestExpected(a, b) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None;

    /// <summary>Tests ask for counts; a change allows for the rounding of published percentages.</summary>
    internal static ShareTally RequireCounted(this ShareTally share, string name) => share.RoundedBy == 0
        ? share
        : throw new ArgumentException(
            FormattableString.Invariant($"{name} must be counted, but its count was published rounded and may be off by {share.RoundedBy}")
                + ": its change from a baseline allows for that, a test does not",
            name);
}
