namespace CxKpi;

/// <summary>Test and interval as two readings of one thing: the p-value is the smallest error whose interval excludes zero.</summary>
internal static class Duality
{
    /// <summary>Beyond 38 standard errors a p-value underflows to 0.</summary>
    private const double Farthest = 38;

    internal static double PValue<T>(double difference, T limits)
        where T : struct, ITwoSidedLimits
    {
        if (difference == 0)
        {
            return 1;
        }

        NearerLimit<T> nearer = new(limits, difference > 0);
        if (!(nearer.At(0) > 0))
        {
            return 1;
        }

        return nearer.At(Farthest) > 0 ? 0 : NormalDistribution.TwoSidedPValue(RootFinding.Solve(nearer, 0, Farthest, Precision));
    }

    // The distance in standard errors, of which a p-value keeps as many digits as a reader can use.
    private const double Precision = 1e-13;

    /// <summary>How far the limit on the side of zero is from it, by the number of standard errors that a normal variable would be given.</summary>
    private readonly struct NearerLimit<T>(T limits, bool above) : IScalarFunction
        where T : struct, ITwoSidedLimits
    {
        public double At(double z)
        {
            (double lower, double upper) = limits.At(NormalDistribution.TwoSidedPValue(z) / 2);
            return above ? lower : -upper;
        }
    }
}
