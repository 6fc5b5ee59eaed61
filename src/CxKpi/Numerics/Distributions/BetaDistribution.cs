namespace CxKpi;

/// <summary>The beta distribution, accurate in both tails for parameters from small fractions to millions.</summary>
internal static class BetaDistribution
{
    /// <summary>Probability of a value at or below <paramref name="x"/>, for a, b &gt; 0.</summary>
    internal static double Cdf(double x, double a, double b) =>
        TailProbabilities(Guard.Probability(x), 1 - x, Guard.Positive(a), Guard.Positive(b)).Lower;

    /// <summary>The value that a beta variable stays below with probability <paramref name="p"/>.</summary>
    internal static double Quantile(double p, double a, double b) => FromOdds(OddsAt(Guard.Probability(p), 1 - p, Guard.Positive(a), Guard.Positive(b)));

    /// <summary>The value that a beta variable exceeds with probability <paramref name="p"/>, accurate where that is small.</summary>
    internal static double UpperQuantile(double p, double a, double b) => FromOdds(OddsAt(1 - Guard.Probability(p), p, Guard.Positive(a), Guard.Positive(b)));

    /// <summary>Both tails of I_x(a, b), given x and y = 1 − x, of which the smaller sets the accuracy; the slope is by ln(x/y).</summary>
    /// <remarks>
    /// The continued fraction is summed on the side of the mean where it converges fast. It is the even part of the classical one and
    /// knows x only through its distance from the mean, which is why nothing cancels for large parameters.
    /// Source: A. DiDonato and A. Morris, <em>Algorithm 708</em>, ACM TOMS 18 (1992), 360–373.
    /// </remarks>
    internal static TailProbabilities TailProbabilities(double x, double y, double a, double b)
    {
        if (x <= 0)
        {
            return new(0, 1, 0);
        }

        if (y <= 0)
        {
            return new(1, 0, 0);
        }

        double belowMean = AccurateMath.DifferenceOfProducts(a, y, b, x);
        double slope = Math.Exp(SaddlePoint.BinomialExponent(a, b, x, y, belowMean)) * Math.Sqrt(a / (a + b) * b / (2 * Math.PI));
        if (belowMean >= 0)
        {
            double lower = IsNearEnd(y, a) ? Beyond(y, b, a) : Math.Min(slope / Fraction(x, y, a, b, belowMean), 1);
            return new(lower, 1 - lower, slope);
        }

        double upper = IsNearEnd(x, b) ? Beyond(x, a, b) : Math.Min(slope / Fraction(y, x, b, a, -belowMean), 1);
        return new(1 - upper, upper, slope);
    }

    /// <summary>The odds x/y at which the tails are <paramref name="lower"/> and <paramref name="upper"/> (summing to 1).</summary>
    /// <remarks>Odds keep full relative accuracy at both ends, where x or 1 − x alone would not.</remarks>
    internal static double OddsAt(double lower, double upper, double a, double b) =>
        TailInversion.Solve(new ByOdds(a, b), StartingOdds(lower, upper, a, b), lower, upper);

    /// <summary>The logarithm of x where its power law xᵃ/(a·B(a, b)) alone has this lower tail: exact as x nears zero.</summary>
    internal static double LogOfPowerLaw(double lower, double a, double b) =>
        (Math.Log(lower) + GammaFunctions.LogGammaOfNext(a) + GammaFunctions.LogGamma(b) - GammaFunctions.LogGamma(a + b)) / a;

    /// <summary>Only saves iterations: a normal approximation (Abramowitz and Stegun 26.5.22), or the power law of the nearer end.</summary>
    private static double StartingOdds(double lower, double upper, double a, double b)
    {
        if (lower <= 0 || upper <= 0)
        {
            return 1;
        }

        if (a > 0.6 && b > 0.6)
        {
            double z = lower <= upper ? NormalDistribution.Quantile(lower) : -NormalDistribution.Quantile(upper);
            double inverseA = 1 / (2 * a - 1);
            double inverseB = 1 / (2 * b - 1);
            double h = 2 / (inverseA + inverseB);
            double l = (z * z - 3) / 6;
            double w = z * Math.Sqrt(Math.Max(h + l, 0)) / h + (inverseA - inverseB) * (l + 5.0 / 6 - 2 / (3 * h));
            return a / b * Math.Exp(Math.Clamp(2 * w, -600, 600));
        }

        double logX = LogOfPowerLaw(lower, a, b);
        double logY = LogOfPowerLaw(upper, b, a);
        return logX <= logY ? Math.Exp(Math.Clamp(logX, -690, 0)) : Math.Exp(-Math.Clamp(logY, -690, 0));
    }

    private static double FromOdds(double odds) => double.IsPositiveInfinity(odds) ? 1 : odds / (1 + odds);

    // Nearer, the continued fraction takes millions of terms; further away, the expansion loses digits.
    private static bool IsNearEnd(double x, double b) => x * Math.Max(1, b) < (b > 1000 ? 1e-4 : 1e-6);

    /// <summary>1 − I_x(a, b) so near to 0, and still above the mean, that a is tiny too: by powers of a and x.</summary>
    /// <remarks>I_x is x^a/(a·B(a, b)) times 1 + a·Σ (1−b)_n·x^n/(n!·(a+n)), and ln Γ(b+a)/Γ(b) is a times a digamma in the middle.</remarks>
    private static double Beyond(double x, double a, double b)
    {
        const double EulerGamma = 0.57721566490153286061, Square = 0.82246703342411321824, Cube = 0.40068563438653142847;
        double term = 1, sum = 0;
        for (int n = 1; n <= 4; n++)
        {
            term *= (n - b) * x / n;
            sum += term / (a + n);
        }

        return -AccurateMath.ExpMinusOne(a * (Math.Log(x) + GammaFunctions.Digamma(b + a / 2) + EulerGamma - a * (Square - Cube * a) + sum));
    }

    private static double Fraction(double x, double y, double a, double b, double belowMean)
    {
        double value = a * (belowMean + 1) / (a + 1);
        double c = value;
        double d = 0;
        for (double m = 1; ; m++)
        {
            double scale = x / (a + 2 * m - 1);
            double numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * scale * scale;
            double constant = m + m * (b - m) * scale + (a + m) / (a + 2 * m + 1) * (belowMean + 1 + m * (1 + y));
            d = 1 / (constant + numerator * d);
            c = constant + numerator / c;
            double change = c * d;
            value *= change;
            if (!(Math.Abs(change - 1) > 2.3e-16))
            {
                return value;
            }
        }
    }

    private readonly struct ByOdds(double a, double b) : ITailFunction
    {
        public TailProbabilities At(double argument) => TailProbabilities(argument / (1 + argument), 1 / (1 + argument), a, b);
    }
}
