namespace CxKpi;

/// <summary>The hypergeometric function 2F1(1, b; b + m; 1/(1 + d)) for b, m, d &gt; 0: Σ (b)_k/(b + m)_k·(1 + d)^(-k), a discounted sum.</summary>
internal static class UnitHypergeometric
{
    /// <summary>Below this rate the series is slow, and below the other the continued fraction is too.</summary>
    private const double SeriesFrom = 0.25, FractionFrom = 1e-3;

    internal static double At(double b, double more, double rate) => rate >= SeriesFrom ? Series(b, b + more, 1 / (1 + rate))
        : rate >= FractionFrom ? Fraction(b, b + more, 1 / (1 + rate))
        : (1 + rate) * BetaExpectation.Of(new Lifetime(rate), more, b, rate, 1);

    private static double Series(double b, double c, double z)
    {
        double term = 1, value = 1;
        for (int k = 0; term > 1e-18 * value; k++)
        {
            term *= (b + k) / (c + k) * z;
            value += term;
        }

        return value;
    }

    /// <summary>1/(1 - d₁z/(1 - d₂z/(1 - …))), summed forwards by Steed's method: the change of the sum is the product of the changes.</summary>
    /// <remarks>Source: NIST Digital Library of Mathematical Functions, 15.7.5.</remarks>
    private static double Fraction(double b, double c, double z)
    {
        double ratio = 1, change = 1, value = 1;
        for (int n = 1; change > 1e-18 * value; n++)
        {
            ratio = 1 / (1 - Coefficient(b, c, n) * z * ratio);
            change *= ratio - 1;
            value += change;
        }

        return value;
    }

    private static double Coefficient(double b, double c, int n)
    {
        int k = n / 2;
        return n == 1 ? b / c
            : n % 2 == 0 ? k * (c - b - 1 + k) / ((c + 2 * k - 2) * (c + 2 * k - 1))
            : (b + k) * (c - 1 + k) / ((c + 2 * k - 1) * (c + 2 * k));
    }

    /// <summary>The logarithm of 1/(d + p), the geometric sum of one who leaves with probability p, which is Beta(m, b) over all.</summary>
    private readonly struct Lifetime(double rate) : IScalarFunction
    {
        public double At(double x) => -Math.Log(rate + x);
    }
}
