namespace CxKpi;

/// <summary>The logarithm of the gamma function with its derivative, and the regularised incomplete gamma functions.</summary>
internal static class GammaFunctions
{
    /// <summary>Below this argument the upper continued fraction is slow and its complement is accurate enough.</summary>
    private const double FractionFrom = 0.3;

    /// <summary>lnΓ(x) for x &gt; 0.</summary>
    internal static double LogGamma(double x) => LogGammaOfNext(x) - Math.Log(x);

    /// <summary>lnΓ(x + 1) for x &gt; 0, which stays small where lnΓ(x) grows as x nears zero.</summary>
    internal static double LogGammaOfNext(double x) =>
        SaddlePoint.StirlingError(x) + (x + 0.5) * Math.Log(x) - x + SaddlePoint.HalfLogTwoPi;

    /// <summary>The derivative of lnΓ(x) for x &gt; 0.</summary>
    /// <remarks>The asymptotic series holds to a rounding from 10 on; below, it is stepped down from there.</remarks>
    internal static double Digamma(double x)
    {
        double sum = 0;
        for (; x < 10; x++)
        {
            sum -= 1 / x;
        }

        double s = 1 / (x * x);
        double series = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
        return sum + Math.Log(x) - 0.5 / x - series;
    }

    /// <summary>ln of (b)_n/(b + c)_n, the product of (b + j)/(b + c + j) over j below n, for b &gt; 0 and real c, n ≥ 0.</summary>
    /// <remarks>Four logarithms of gamma functions, of which only what does not cancel is calculated; Stirling's series holds from 16 on.</remarks>
    internal static double LogRisingRatio(double b, double c, double n)
    {
        double small = 0;
        for (; b < 16; b++)
        {
            small += AccurateMath.LogOnePlus(c / (b + n)) - AccurateMath.LogOnePlus(c / b);
        }

        double all = b + c + n;
        double errors = SaddlePoint.StirlingError(b + n) - SaddlePoint.StirlingError(b) + SaddlePoint.StirlingError(b + c) - SaddlePoint.StirlingError(all);
        return small + (b - 0.5) * AccurateMath.LogOnePlus(n / all * (c / b)) + errors
            - n * AccurateMath.LogOnePlus(c / (b + n)) - c * AccurateMath.LogOnePlus(n / (b + c));
    }

    /// <summary>P(a, x) and Q(a, x) = 1 − P(a, x), for a &gt; 0 and x ≥ 0; the slope is x·(density at x).</summary>
    /// <remarks>Series and Legendre's continued fraction: NIST Digital Library of Mathematical Functions, 8.11.4 and the even part of 8.9.2.</remarks>
    internal static TailProbabilities Incomplete(double a, double x)
    {
        if (x <= 0)
        {
            return new(0, 1, 0);
        }

        if (double.IsPositiveInfinity(x))
        {
            return new(1, 0, 0);
        }

        double slope = Math.Exp(-SaddlePoint.StirlingError(a) - SaddlePoint.Deviance(a, x, a - x)) * Math.Sqrt(a / (2 * Math.PI));
        if (x <= Math.Max(a, FractionFrom))
        {
            double lower = Math.Min(slope / a * Series(a, x), 1);
            return new(lower, 1 - lower, slope);
        }

        double upper = Math.Min(slope / Fraction(a, x), 1);
        return new(1 - upper, upper, slope);
    }

    /// <summary>1 + x/(a+1) + x²/((a+1)(a+2)) + …: positive terms only.</summary>
    internal static double Series(double a, double x)
    {
        double term = 1;
        double sum = 1;
        for (double n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>x+1−a − 1·(1−a)/(x+3−a − 2·(2−a)/(x+5−a − …)), by Lentz's method.</summary>
    private static double Fraction(double a, double x)
    {
        double constant = x - a + 1;
        double value = constant;
        double c = constant;
        double d = 0;
        for (double n = 1; ; n++)
        {
            constant += 2;
            double numerator = n * (a - n);
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
}
