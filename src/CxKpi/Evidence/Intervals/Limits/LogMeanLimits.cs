namespace CxKpi;

/// <summary>The limits of a mean of amounts that cannot be negative, taken on the logarithm of the mean.</summary>
internal readonly record struct LogMeanLimits(double Value, double Error, double Freedom) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        double factor = Math.Exp(FarStudent.Quantile(tail, Freedom) * Error / Value);
        return (Value / factor, Value * factor);
    }
}
