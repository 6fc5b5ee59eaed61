namespace CxKpi;

/// <summary>The hypergeometric function 2F1(1, b; c; z) for 0 ≤ z &lt; 1 and c &gt; b &gt; 0, with its derivatives.</summary>
internal readonly record struct UnitHypergeometric(double Value, double ByB, double ByC, double ByZ)
{
    /// <summary>Above this z Gauss's continued fraction needs fewer steps than the series.</summary>
    private const double SeriesUpTo = 0.8;

    internal static UnitHypergeometric At(double b, double c, double z) => z <= SeriesUpTo ? Series(b, c, z) : Fraction(b, c, z);

    /// <summary>Σ (b)_k/(c)_k·z^k: positive terms, whose logarithmic derivatives are carried along.</summary>
    private static UnitHypergeometric Series(double b, double c, double z)
    {
        double term = 1, value = 1, logByB = 0, logByC = 0, byB = 0, byC = 0, byLogZ = 0;
        for (int k = 0; term * (k + 1) > 1e-18 * value; k++)
        {
            logByB += 1 / (b + k);
            logByC -= 1 / (c + k);
            term *= (b + k) / (c + k) * z;
            value += term;
            byB += term * logByB;
            byC += term * logByC;
            byLogZ += term * (k + 1);
        }

        return new(value, byB, byC, z > 0 ? byLogZ / z : b / c);
    }

    /// <summary>1/(1 - d₁z/(1 - d₂z/(1 - …))), from the far end back.</summary>
    /// <remarks>Source: NIST Digital Library of Mathematical Functions, 15.7.5; the length is found by going forward.</remarks>
    private static UnitHypergeometric Fraction(double b, double c, double z)
    {
        double value = 1, byB = 0, byC = 0, byZ = 0;
        for (int n = Length(b, c, z) + 6; n >= 1; n--)
        {
            (double d, double dByB, double dByC) = Coefficient(b, c, n);
            double inner = value;
            value = 1 / (1 - d * z * inner);
            double square = value * value;
            (byB, byC, byZ) = (
                square * z * (dByB * inner + d * byB),
                square * z * (dByC * inner + d * byC),
                square * d * (inner + z * byZ));
        }

        return new(value, byB, byC, byZ);
    }

    private static int Length(double b, double c, double z)
    {
        double ratio = 1, previous = 1;
        for (int n = 1; ; n++)
        {
            // Steed's way of going forward: the change of the sum is the product of the changes.
            ratio = 1 / (1 - Coefficient(b, c, n).D * z * ratio);
            previous *= ratio - 1;
            if (!(Math.Abs(previous) > 1e-18))
            {
                return n;
            }
        }
    }

    private static (double D, double ByB, double ByC) Coefficient(double b, double c, int n)
    {
        if (n == 1)
        {
            return (b / c, 1 / c, -b / (c * c));
        }

        int k = n / 2;
        if (n % 2 == 0)
        {
            double even = (c + 2 * k - 2) * (c + 2 * k - 1), part = c - b - 1 + k;
            return (k * part / even, -k / even, k / even - k * part / even * (1 / (c + 2 * k - 2) + 1 / (c + 2 * k - 1)));
        }

        double odd = (c + 2 * k - 1) * (c + 2 * k), value = (b + k) * (c - 1 + k) / odd;
        return (value, (c - 1 + k) / odd, (b + k) / odd - value * (1 / (c + 2 * k - 1) + 1 / (c + 2 * k)));
    }
}
