namespace CxKpi;

/// <summary>The exponential integral of real order without its exponential: e^z·E_s(z) = ∫ exp(-z·v)·(1+v)^(-s) dv from 0 to infinity.</summary>
internal static class TailIntegral
{
    /// <summary>Below this argument the continued fraction is slow.</summary>
    private const double FractionFrom = 0.1;

    /// <summary>The integral for z &gt; 0 and any real s.</summary>
    /// <remarks>Source of the continued fraction: NIST Digital Library of Mathematical Functions, even part of 8.19.17.</remarks>
    internal static double At(double s, double z) => z >= FractionFrom && s >= 0 ? Fraction(s, z) : DoubleExponential.ToInfinity(new Integrand(s, z));

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

    private readonly struct Integrand(double s, double z) : IScalarFunction
    {
        public double At(double x) => Math.Exp(-z * x - s * AccurateMath.LogOnePlus(x));
    }
}
