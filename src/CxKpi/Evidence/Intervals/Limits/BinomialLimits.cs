namespace CxKpi;

/// <summary>The limits of a share from the binomial distribution itself; see <see cref="QuasiExact"/>.</summary>
internal readonly record struct BinomialLimits(long Count, long Total) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) => ExactShareIntervals.Weighted(Count, Total, tail, QuasiExact.Weight);
}
