namespace CxKpi;

/// <summary>Wilson's limits of a share (1927).</summary>
internal readonly record struct WilsonLimits(double Count, double Total) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) => ShareIntervals.Wilson(Count, Total, -NormalDistribution.Quantile(tail));
}
