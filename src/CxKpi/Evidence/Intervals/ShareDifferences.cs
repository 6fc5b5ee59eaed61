namespace CxKpi;

/// <summary>The difference of two independent shares: Newcombe's hybrid score interval (1998) and the (N - 1) chi-square (Campbell 2007).</summary>
internal static class ShareDifferences
{
    internal static Change? Change(ShareTally current, ShareTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        double z = NormalDistribution.CriticalValue(confidence);
        (double lowerA, double upperA) = ShareIntervals.Wilson(current.Count, current.Total, z);
        (double lowerB, double upperB) = ShareIntervals.Wilson(baseline.Count, baseline.Total, z);
        (double lower, double upper) = Mover.Difference(value, lowerA, upperA, baseValue, lowerB, upperB);
        double smallest = SmallestExpected(current, baseline);
        return new Change
        {
            Difference = value - baseValue,
            Lower = lower,
            Upper = upper,
            PValue = PValue(current, baseline, smallest),
            Confidence = confidence,
            Method = IntervalMethod.Newcombe,
            Flags = smallest < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }

    private static double PValue(ShareTally a, ShareTally b, double smallestExpected)
    {
        ShareTally all = a.Combine(b);
        if (all.Count == 0 || all.Rest == 0)
        {
            return 1;
        }

        if (smallestExpected < 1)
        {
            return FisherExactTest.TwoSidedPValue(a.Count, a.Rest, b.Count, b.Rest);
        }

        double cross = (double)a.Count * b.Rest - (double)b.Count * a.Rest;
        double scale = (double)a.Total * b.Total * ((double)all.Count * all.Rest);
        return NormalDistribution.TwoSidedPValue(Math.Abs(cross) * Math.Sqrt((all.Total - 1) / scale));
    }

    private static double SmallestExpected(ShareTally a, ShareTally b)
    {
        double total = (double)a.Total + b.Total;
        double rarer = Math.Min((double)a.Count + b.Count, (double)a.Rest + b.Rest);
        return Math.Min(a.Total, b.Total) * rarer / total;
    }
}
