namespace CxKpi;

/// <summary>The hypergeometric function 2F1(1, b; c; z) for 0 ≤ z &lt; 1 and c &gt; b &gt; 0: Σ (b)_k/(c)_k·z^k.</summary>
internal static class UnitHypergeometric
{
    /// <summary>Above this z Gauss's continued fraction needs fewer steps than the series.</summary>
    private const double SeriesUpTo = 0.8;

    internal static double At(double b, double c, double z) => z <= SeriesUpTo ? Series(b, c, z) : Fraction(b, c, z);

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
}
