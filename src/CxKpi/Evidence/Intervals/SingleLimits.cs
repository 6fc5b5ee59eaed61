namespace CxKpi;

/// <summary>Wilson's limits of a share (1927).</summary>
internal readonly record struct WilsonLimits(double Count, double Total) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) => ShareIntervals.Wilson(Count, Total, -NormalDistribution.Quantile(tail));
}

/// <summary>The limits of a share from the binomial distribution itself; see <see cref="QuasiExact"/>.</summary>
internal readonly record struct BinomialLimits(long Count, long Total) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) => ExactShareIntervals.Weighted(Count, Total, tail, QuasiExact.Weight);
}

/// <summary>The limits of a rate from the Poisson distribution itself; see <see cref="QuasiExact"/>.</summary>
internal readonly record struct PoissonLimits(long Events, double Exposure) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lower, double upper) = ExactRateIntervals.Weighted(Events, tail, QuasiExact.Weight);
        return (lower / Exposure, upper / Exposure);
    }
}

/// <summary>Garwood's exact limits of a rate (1936).</summary>
internal readonly record struct GarwoodLimits(long Events, double Exposure) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lower, double upper) = ExactRateIntervals.Garwood(Events, tail);
        return (lower / Exposure, upper / Exposure);
    }
}

/// <summary>The score limits of a net score on [-1, 1] (Tango 1998).</summary>
internal readonly record struct NetScoreLimits(NetTally Tally) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail) =>
        NetIntervals.Score(Tally.Positive, Tally.Neutral, Tally.Negative, -NormalDistribution.Quantile(tail));
}

/// <summary>The limits of a mean of amounts that cannot be negative, taken on the logarithm of the mean.</summary>
internal readonly record struct LogMeanLimits(double Value, double Error, double Freedom) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        double factor = Math.Exp(Student.Quantile(tail, Freedom) * Error / Value);
        return (Value / factor, Value * factor);
    }
}

/// <summary>The limits of a mean of values between two ends: Wilson's on the effective sample size, with Student's quantile.</summary>
internal readonly record struct BoundedLimits(double Value, double Size, double Freedom, double Lowest, double Highest) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        double range = Highest - Lowest, share = (Value - Lowest) / range;
        (double lower, double upper) = ShareIntervals.Wilson(share * Size, Size, Student.Quantile(tail, Freedom));
        return (Math.Max(Lowest, Lowest + range * lower), Math.Min(Highest, Lowest + range * upper));
    }
}

/// <summary>The limits of a difference, recovered from those of its two sides (Donner and Zou 2012).</summary>
internal readonly record struct MoverLimits<T>(double ValueA, T LimitsA, double ValueB, T LimitsB) : ITwoSidedLimits
    where T : struct, ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lowerA, double upperA) = LimitsA.At(tail);
        (double lowerB, double upperB) = LimitsB.At(tail);
        return Mover.Difference(ValueA, lowerA, upperA, ValueB, lowerB, upperB);
    }
}

/// <summary>Student's quantile where limits are sought at errors that no double holds: far beyond any value, yet a number.</summary>
internal static class Student
{
    private const double Farthest = 1e100;

    internal static double Quantile(double tail, double freedom) => Math.Min(Farthest, -StudentTDistribution.Quantile(tail, freedom));
}
