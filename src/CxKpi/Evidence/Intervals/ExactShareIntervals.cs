namespace CxKpi;

/// <summary>Intervals for one share from the binomial distribution itself; the counts are whole numbers.</summary>
internal static class ExactShareIntervals
{
    /// <summary>From here on a part of one count more or less is what weights change, and tails cost more than they tell.</summary>
    private const double Large = 1_000_000;

    /// <summary>Clopper and Pearson 1934, with the closed forms at the ends.</summary>
    internal static (double Lower, double Upper) ClopperPearson(long x, long n, double tail)
    {
        // exp(ln(tail)/n) keeps its digits for any n; a quantile search would not.
        double lower = x == 0 ? 0 : x == n ? Math.Exp(Math.Log(tail) / n) : BetaDistribution.Quantile(tail, x, n - x + 1.0);
        double upper = x == n ? 1 : x == 0 ? -AccurateMath.ExpMinusOne(Math.Log(tail) / n) : BetaDistribution.UpperQuantile(tail, x + 1.0, n - x);
        return (lower, upper);
    }

    /// <summary>The values of p at which P(X > x) plus P(X = x) by <paramref name="weight"/> equals <paramref name="tail"/>, and their mirror image.</summary>
    /// <remarks>A weight of 1 is Clopper and Pearson's, one of 1/2 the mid-p variant.</remarks>
    internal static (double Lower, double Upper) Weighted(long x, long n, double tail, double weight)
    {
        (double least, double most) = ClopperPearson(x, n, tail);
        double logAtEnd = (Math.Log(tail) - Math.Log(weight)) / n, part = (1 - weight) / n;
        bool isLarge = (double)x / n * (n - x) > Large;
        double lower = x == 0 ? 0
            : x == n ? Math.Exp(logAtEnd)
            : isLarge ? least + part
            : Root(new(x, n, tail, weight, above: true), least, most);
        double upper = x == n ? 1
            : x == 0 ? -AccurateMath.ExpMinusOne(logAtEnd)
            : isLarge ? most - part
            : Root(new(x, n, tail, weight, above: false), least, most);
        return (lower, upper);
    }

    // Both limits lie inside the exact interval; a limit may be a share of one in a billion, so only relative precision counts.
    private static double Root(in Excess excess, double least, double most) =>
        RootFinding.TrySolve(excess, least, most, out double root, double.Epsilon) ? root : excess.Above ? least : most;

    private readonly struct Excess(long x, long n, double tail, double weight, bool above) : IScalarFunction
    {
        public bool Above => above;

        public double At(double p)
        {
            double beyond = above ? BinomialDistribution.AtLeast(x, n, p) : BinomialDistribution.Cdf(x, n, p);
            return beyond - (1 - weight) * BinomialDistribution.Probability(x, n, p) - tail;
        }
    }
}
