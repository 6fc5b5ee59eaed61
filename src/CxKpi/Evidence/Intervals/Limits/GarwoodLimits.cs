namespace CxKpi;

/// <summary>Garwood's exact limits of a rate (1936).</summary>
internal readonly record struct GarwoodLimits(long Events, double Exposure) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lower, double upper) = ExactRateIntervals.Garwood(Events, tail);
        return (lower / Exposure, upper / Exposure);
    }
}
