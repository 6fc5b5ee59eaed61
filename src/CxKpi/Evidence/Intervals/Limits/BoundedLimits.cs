namespace CxKpi;

/// <summary>The limits of a mean of values between two ends: Wilson's on the effective sample size, with Student's quantile.</summary>
internal readonly record struct BoundedLimits(double Value, double Size, double Freedom, double Lowest, double Highest) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        // Where all values are at an end, rounding can put their mean a digit beyond it.
        double range = Highest - Lowest, share = Math.Clamp((Value - Lowest) / range, 0, 1);
        (double lower, double upper) = ShareIntervals.Wilson(share * Size, Size, FarStudent.Quantile(tail, Freedom));
        return (Math.Max(Lowest, Lowest + range * lower), Math.Min(Highest, Lowest + range * upper));
    }
}
