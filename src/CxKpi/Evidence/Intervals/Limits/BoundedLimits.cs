namespace CxKpi;

/// <summary>The limits of a mean of values between two ends: Wilson's on the effective sample size, with Student's quantile.</summary>
internal readonly record struct BoundedLimits(double Value, double Size, double Freedom, double Lowest, double Highest) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        double range = Highest - Lowest, share = (Value - Lowest) / range;
        (double lower, double upper) = ShareIntervals.Wilson(share * Size, Size, FarStudent.Quantile(tail, Freedom));
        return (Math.Max(Lowest, Lowest + range * lower), Math.Min(Highest, Lowest + range * upper));
    }
}
