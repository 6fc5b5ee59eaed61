namespace CxKpi;

/// <summary>The difference of two independent net scores, recovered from their score intervals (Donner and Zou 2012).</summary>
internal static class NetDifferences
{
    internal static Change? Change(NetTally current, NetTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        if (current.N == 0 || baseline.N == 0)
        {
            return null;
        }

        Change change = Differences.Recovered(Net(current), new NetScoreLimits(current), Net(baseline), new NetScoreLimits(baseline), confidence);
        return (change with { StandardError = Math.Sqrt(SquaredError(current) + SquaredError(baseline)) }).Rescaled(100);
    }

    private static double SquaredError(NetTally tally) => ((double)(tally.Positive + tally.Negative) / tally.N - Net(tally) * Net(tally)) / tally.N;

    private static double Net(NetTally tally) => (double)(tally.Positive - tally.Negative) / tally.N;
}
