namespace CxKpi;

/// <summary>The limits of a rate from the Poisson distribution itself; see <see cref="QuasiExact"/>.</summary>
internal readonly record struct PoissonLimits(long Events, double Exposure) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lower, double upper) = ExactRateIntervals.Weighted(Events, tail, QuasiExact.Weight);
        return (lower / Exposure, upper / Exposure);
    }
}
