namespace CxKpi;

/// <summary>The score limits of a net score on [-1, 1] for an effective sample size, whose counts are no whole numbers, with Student's quantile.</summary>
internal readonly record struct EffectiveNetLimits(double Positive, double Neutral, double Negative, double Freedom) : ITwoSidedLimits
{
    /// <summary>Beyond this many standard errors, times the root of the sample size, the limits are the ends of the range but for 1e-12.</summary>
    private const double Farthest = 1e6;

    public (double Lower, double Upper) At(double tail)
    {
        double quantile = FarStudent.Quantile(tail, Freedom);
        if (quantile > Farthest * Math.Sqrt(Positive + Neutral + Negative))
        {
            return (-1, 1);
        }

        (double lower, double upper) = NetIntervals.Score(Positive, Neutral, Negative, quantile);
        return (Math.Max(-1, lower), Math.Min(1, upper));
    }
}
