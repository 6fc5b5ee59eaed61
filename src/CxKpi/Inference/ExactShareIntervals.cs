namespace CxKpi;

/// <summary>Intervals for one share from the binomial distribution itself; counts are whole.</summary>
internal static class ExactShareIntervals
{
    /// <summary>Clopper and Pearson 1934, with the closed forms at the ends.</summary>
    internal static (double Lower, double Upper) ClopperPearson(double x, double n, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double upper = x == n ? 1
            : x == 0 ? -Elementary.ExpMinusOne(Math.Log(tail) / n)
            : BetaDistribution.Quantile(1 - tail, x + 1, n - x);
        return (LowerLimit(x, n, tail), upper);
    }

    /// <summary>The values of p at which P(X > x) + P(X = x) / 2 equals half of the error, and their mirror image.</summary>
    internal static (double Lower, double Upper) MidP(long x, long n, double confidence)
    {
        double tail = (1 - confidence) / 2;
        return (LowerMidP(x, n, tail), 1 - LowerMidP(n - x, n, tail));
    }

    private static double LowerLimit(double x, double n, double tail)
    {
        if (x == 0)
        {
            return 0;
        }

        // exp(ln(tail)/n) keeps its digits for any n; a quantile search would not.
        return x == n ? Math.Exp(Math.Log(tail) / n) : BetaDistribution.Quantile(tail, x, n - x + 1);
    }

    private static double LowerMidP(long x, long n, double tail)
    {
        if (x == 0)
        {
            return 0;
        }

        // The exact lower limit is below the mid-p limit, and the share itself above it.
        double exact = LowerLimit(x, n, tail), share = (double)x / n;
        return x == n
            ? Math.Exp(Math.Log(2 * tail) / n)
            : RootFinding.Solve(new MidPExcess(x, n, tail), exact, share);
    }

    private readonly struct MidPExcess(long x, long n, double tail) : IScalarFunction
    {
        // P(X >= x | p) = I_p(x, n - x + 1).
        public double At(double p) =>
            BetaDistribution.Cdf(p, x, n - x + 1) - 0.5 * BinomialDistribution.Probability(x, n, p) - tail;
    }
}
