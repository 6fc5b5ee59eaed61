namespace CxKpi;

/// <summary>Koopman's limits of a ratio of two shares (1984): the trial ratios that a score test does not reject.</summary>
internal readonly record struct KoopmanLimits(ShareTally A, ShareTally B) : ITwoSidedLimits
{
    /// <summary>The logarithms between which a ratio of any counts lies; beyond, the squares of the quadratic would overflow.</summary>
    private const double Furthest = 300;

    public (double Lower, double Upper) At(double tail)
    {
        double z = -NormalDistribution.Quantile(tail);
        double observed = A.Count == 0 ? -Furthest : B.Count == 0 ? Furthest : Math.Log(A.Value!.Value) - Math.Log(B.Value!.Value);
        return (
            A.Count == 0 ? 0 : Math.Exp(Root(z, -Furthest, observed) ?? observed),
            B.Count == 0 ? double.PositiveInfinity : Math.Exp(Root(-z, observed, Furthest) ?? observed));
    }

    // Where a sample is so large, or a confidence so low, that the last digit decides the sign, the limit is the ratio itself.
    private double? Root(double z, double from, double to) => RootFinding.TrySolve(new Excess(A, B, z), from, to, out double root) ? root : null;

    /// <summary>The statistic's distance minus the critical value times its standard error, by the logarithm of the trial ratio.</summary>
    private readonly struct Excess(ShareTally a, ShareTally b, double z) : IScalarFunction
    {
        public double At(double logRatio)
        {
            double ratio = Math.Exp(logRatio), excess = AccurateMath.ExpMinusOne(logRatio);
            double share = Hit(ratio), rest = Miss(ratio, excess, a.Rest, b.Rest);
            double other = Math.Min(1, ratio * share), otherRest = Miss(1 / ratio, AccurateMath.ExpMinusOne(-logRatio), b.Rest, a.Rest);
            double variance = other * otherRest / a.N + ratio * (share * ratio) * rest / b.N;

            // The difference of the shares from their cross product, which tells a tie exactly.
            double difference = (double)((Int128)a.Count * b.Rest - (Int128)b.Count * a.Rest) / a.N / b.N;
            double distance = difference - excess * b.Value!.Value;

            // Where all are alike the variance vanishes at the observed ratio; the statistic is 0 there, not undefined.
            return variance <= 0 && distance == 0 ? -z : distance - z * Math.Sqrt(Math.Max(0, variance));
        }

        /// <summary>The baseline's share that is most likely under the trial ratio: the smaller root of a quadratic.</summary>
        private double Hit(double ratio)
        {
            double total = (double)a.N + b.N, hits = (double)a.Count + b.Count, middle = ratio * ((double)a.N + b.Count) + a.Count + b.N;
            return 2 * hits / (middle + Math.Sqrt(Math.Max(0, middle * middle - 4 * total * ratio * hits)));
        }

        /// <summary>1 less that share, which subtraction would lose where nearly all have the property: the larger root of the quadratic in it.</summary>
        private double Miss(double ratio, double excess, double misses, double ownMisses)
        {
            double total = (double)a.N + b.N, middle = -(misses + ownMisses) - excess * (total + ownMisses), last = excess * ownMisses;
            double root = Math.Sqrt(Math.Max(0, middle * middle - 4 * total * ratio * last));
            return Math.Clamp(middle <= 0 ? (root - middle) / (2 * total * ratio) : -2 * last / (middle + root), 0, 1);
        }
    }
}
