namespace CxKpi;

/// <summary>Intervals for one share from the binomial distribution itself; the counts are whole numbers.</summary>
internal static class ExactShareIntervals
{
    /// <summary>The interval of Clopper and Pearson (1934), with the closed forms at the ends.</summary>
    internal static (double Lower, double Upper) ClopperPearson(long x, long n, double confidence)
    {
        double tail = (1 - confidence) / 2;

        // exp(ln(tail)/n) keeps its digits for any n; a quantile search would not.
        double lower = x == 0 ? 0 : x == n ? Math.Exp(Math.Log(tail) / n) : BetaDistribution.Quantile(tail, x, n - x + 1.0);
        double upper = x == n ? 1 : x == 0 ? -AccurateMath.ExpMinusOne(Math.Log(tail) / n) : BetaDistribution.UpperQuantile(tail, x + 1.0, n - x);
        return (lower, upper);
    }

    /// <summary>The mid-p interval: the values of p at which P(X > x) + P(X = x) / 2 equals half of the error, and their mirror image.</summary>
    internal static (double Lower, double Upper) MidP(long x, long n, double confidence)
    {
        double tail = (1 - confidence) / 2;
        (double least, double most) = ClopperPearson(x, n, confidence);
        double lower = x == 0 ? 0 : x == n ? Math.Exp(Math.Log(2 * tail) / n) : Root(new MidPExcess(x, n, tail, above: true), least, most);
        double upper = x == n ? 1 : x == 0 ? -AccurateMath.ExpMinusOne(Math.Log(2 * tail) / n) : Root(new MidPExcess(x, n, tail, above: false), least, most);
        return (lower, upper);
    }

    // Both mid-p limits lie inside the exact interval; a limit may be a share of one in a billion, so only relative precision counts.
    private static double Root(MidPExcess excess, double least, double most) =>
        RootFinding.TrySolve(excess, least, most, out double root, double.Epsilon) ? root : excess.Above ? least : most;

    private readonly struct MidPExcess(long x, long n, double tail, bool above) : IScalarFunction
    {
        public bool Above => above;

        public double At(double p)
        {
            double beyond = above ? BinomialDistribution.AtLeast(x, n, p) : BinomialDistribution.Cdf(x, n, p);
            return beyond - 0.5 * BinomialDistribution.Probability(x, n, p) - tail;
        }
    }
}
