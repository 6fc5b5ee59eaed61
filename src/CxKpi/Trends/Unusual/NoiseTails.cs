namespace CxKpi;

/// <summary>How often chance throws the furthest of some distances as far from the others, when it is not known how heavy its tails are.</summary>
/// <remarks>
/// Distances are those of Student's t, whose degrees of freedom ν and scale the others tell: 1/ν is 0 with a probability of 0.3 and otherwise spread evenly up
/// to 1/2, and no scale is preferred. Given that k distances lie beyond all others, each lies beyond the nearest of the k with the ratio of two tail
/// probabilities:
/// <code>
/// p = sum of w S(nearest of the k)^k / sum of w S(furthest of the others)^k,   w = prior · product of the others' densities
/// </code>
/// Order statistics are a Markov chain, so p is uniform where ν and the scale are known.
/// </remarks>
internal static class NoiseTails
{
    // Scales from an eighth of the others' root mean square to two and a half of it, in steps of an eighth.
    private const int Below = 18, Above = 8;
    private const double Step = 1.12;

    // Found by simulation: more weight on normal noise flags more clean series of heavier tails, and less misses more of what stands out of normal noise.
    private static readonly (double InverseFreedom, double Prior)[] Tails = [(0, 0.3), .. Enumerable.Range(1, 8).Select(i => (i / 16.0, 0.7 / 8))];

    /// <summary>The probability.</summary>
    /// <param name="others">The other distances, not negative.</param>
    /// <param name="beyond">The number k of distances beyond them.</param>
    /// <param name="nearest">The nearest of these.</param>
    /// <param name="isStandardNormal">Whether noise is known to be normal, of variance 1.</param>
    internal static double PValue(double[] others, int beyond, double nearest, bool isStandardNormal)
    {
        double furthest = others.DefaultIfEmpty(double.PositiveInfinity).Max();
        if (nearest <= furthest)
        {
            return 1;
        }

        if (isStandardNormal)
        {
            return Math.Exp(beyond * (LogTail(nearest, 0) - LogTail(furthest, 0)));
        }

        double size = Math.Sqrt(others.Sum(x => x * x) / others.Length);
        if (size == 0)
        {
            return 0;
        }

        List<(double Nearest, double Furthest)> terms = [];
        foreach ((double inverse, double prior) in Tails)
        {
            double constant = Math.Log(prior) + others.Length * LogConstant(inverse);
            for (int i = -Below; i <= Above; i++)
            {
                double scale = size * Math.Pow(Step, i);
                double weight = constant - others.Length * Math.Log(scale) + others.Sum(x => LogDensity(x / scale, inverse));
                terms.Add((weight + beyond * LogTail(nearest / scale, inverse), weight + beyond * LogTail(furthest / scale, inverse)));
            }
        }

        double most = terms.Max(term => term.Furthest);
        return Math.Min(1, terms.Sum(term => Math.Exp(term.Nearest - most)) / terms.Sum(term => Math.Exp(term.Furthest - most)));
    }

    private static double LogTail(double x, double inverse) =>
        Math.Log(inverse == 0 ? NormalDistribution.TwoSidedPValue(x) : StudentTDistribution.TwoSidedPValue(x, 1 / inverse));

    private static double LogDensity(double x, double inverse) => inverse == 0 ? -0.5 * x * x : -(1 / inverse + 1) / 2 * Math.Log(1 + x * x * inverse);

    private static double LogConstant(double inverse) => inverse == 0
        ? -0.5 * Math.Log(2 * Math.PI)
        : GammaFunctions.LogGamma((1 / inverse + 1) / 2) - GammaFunctions.LogGamma(1 / inverse / 2) - 0.5 * Math.Log(Math.PI / inverse);
}
