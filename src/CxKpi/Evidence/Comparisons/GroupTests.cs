namespace CxKpi;

/// <summary>Tests of several shares at once; all groups have data.</summary>
internal static class GroupTests
{
    internal static SignificanceTest Equality(ShareTally[] groups)
    {
        (double hits, double total) = Totals(groups);
        double share = hits / total, rest = (total - hits) / total, statistic = 0;
        foreach (ShareTally group in groups)
        {
            double distance = group.Count * rest - group.Rest * share;
            statistic += hits == 0 || hits == total ? 0 : distance * distance / (group.N * share * rest);
        }

        return new()
        {
            Statistic = statistic,
            DegreesOfFreedom = groups.Length - 1,
            PValue = ChiSquaredDistribution.UpperTail(statistic, groups.Length - 1),
            EffectSize = Math.Sqrt(statistic / total),
            Method = SignificanceTestMethod.ChiSquare,
            N = Guard.Sum("observations", [.. groups.Select(group => group.N)]),
            Flags = groups.Min(group => group.N) * Math.Min(share, rest) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }

    internal static SignificanceTest Trend((ShareTally Share, double Score)[] groups)
    {
        (double hits, double total) = Totals(groups.Select(group => group.Share));
        double centre = groups.Sum(group => group.Share.N * (group.Score / total)), share = hits / total, rest = (total - hits) / total;

        // Scores are taken relative to the furthest, so that the squares of large ones do not overflow.
        double furthest = groups.Max(group => Math.Abs(group.Score - centre)), products = 0, squares = 0;
        foreach ((ShareTally group, double score) in groups)
        {
            double distance = (score - centre) / furthest;
            products += (group.Count * rest - group.Rest * share) * distance;
            squares += group.N * distance * distance;
        }

        double z = hits == 0 || hits == total ? 0 : products / Math.Sqrt(share * rest * squares);
        return new()
        {
            Statistic = z,
            PValue = NormalDistribution.TwoSidedPValue(z),
            EffectSize = products / squares / furthest,
            Method = SignificanceTestMethod.CochranArmitage,
            N = Guard.Sum("observations", [.. groups.Select(group => group.Share.N)]),
            Flags = Math.Min(hits, total - hits) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }

    private static (double Hits, double Total) Totals(IEnumerable<ShareTally> groups)
    {
        double hits = 0, total = 0;
        foreach (ShareTally group in groups)
        {
            hits += group.Count;
            total += group.N;
        }

        return (hits, total);
    }
}
