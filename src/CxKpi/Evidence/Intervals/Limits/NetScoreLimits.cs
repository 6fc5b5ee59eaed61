namespace CxKpi;

/// <summary>The score limits of a net score on [-1, 1] (Tango 1998).</summary>
internal readonly record struct NetScoreLimits(NetTally Tally) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) =>
        NetIntervals.Score(Tally.Positive, Tally.Neutral, Tally.Negative, -NormalDistribution.Quantile(tail));
}
