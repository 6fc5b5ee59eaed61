namespace CxKpi;

/// <summary>The exponential integral of real order without its exponential: e^z·E_s(z) = ∫ exp(-z·v)·(1+v)^(-s) dv from 0 to infinity.</summary>
internal static class TailIntegral
{
    private const double EulerGamma = 0.57721566490153286061;

    /// <summary>Below this argument the continued fraction is slow, unless the order is large.</summary>
    private const double FractionFrom = 0.1, LargeOrder = 40;

    /// <summary>The integral for z &gt; 0 and s ≥ 0.</summary>
    /// <remarks>Source of the continued fraction: NIST Digital Library of Mathematical Functions, even part of 8.19.17.</remarks>
    internal static double At(double s, double z) => z >= FractionFrom || s > LargeOrder ? Fraction(s, z) : Small(s, z);

    /// <summary>The power series at an order near 1, and from there upwards by s·E_(s+1)(z) = e^(-z) - z·E_s(z), which loses nothing for small z.</summary>
    private static double Small(double s, double z)
    {
        double steps = Math.Max(0, Math.Ceiling(s - 1.5)), order = s - steps, power = Math.Exp(-z), value = Series(1 - order, z);
        for (; steps > 0; steps--, order++)
        {
            value = (power - z * value) / order;
        }

        return value / power;
    }

    /// <summary>E_(1-e)(z) for e from -1/2 to 1: NIST 8.19.10, whose terms that are infinite at e = 0 are taken together.</summary>
    private static double Series(double e, double z)
    {
        double slope = LogGammaSlope(e) - Math.Log(z), exponent = e * slope;
        double sum = slope * (exponent == 0 ? 1 : AccurateMath.ExpMinusOne(exponent) / exponent), term = 1;
        for (int k = 1; Math.Abs(term) > 1e-18; k++)
        {
            term *= -z / k;
            sum -= term / (e + k);
        }

        return sum;
    }

    /// <summary>lnΓ(1 + e)/e.</summary>
    private static double LogGammaSlope(double e) => Math.Abs(e) > 1e-3
        ? GammaFunctions.LogGamma(1 + e) / e
        : -EulerGamma + e * (0.82246703342411321824 - e * (0.40068563438653142847 - e * (0.27058080842778454788 - e * 0.20738555102867398527)));

    private static double Fraction(double s, double z)
    {
        double constant = z + s, value = constant, c = constant, d = 0;
        for (double n = 1; ; n++)
        {
            constant += 2;
            double numerator = -n * (s + n - 1);
            d = 1 / (constant + numerator * d);
            c = constant + numerator / c;
            double change = c * d;
            value *= change;
            if (!(Math.Abs(change - 1) > 2.3e-16))
            {
                return 1 / value;
            }
        }
    }
}
