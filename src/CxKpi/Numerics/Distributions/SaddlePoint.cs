namespace CxKpi;

/// <summary>The saddle-point form of binomial and Poisson weights, which has no large terms that cancel.</summary>
/// <remarks>Source: C. Loader, <em>Fast and accurate computation of binomial probabilities</em>, 2000.</remarks>
internal static class SaddlePoint
{
    /// <summary>½·ln(2π).</summary>
    internal const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>The error of Stirling's formula: lnΓ(x+1) − (x+½)·ln x + x − ½·ln 2π, for real x &gt; 0.</summary>
    /// <remarks>The asymptotic series holds to a rounding from 10 on; below, it is stepped down from there.</remarks>
    internal static double StirlingError(double x)
    {
        double sum = 0;
        for (; x < 10; x++)
        {
            sum += StirlingStep(x);
        }

        double s = 1 / (x * x);
        double series = 1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188
            - s * (691.0 / 360360 - s * (1.0 / 156 - s * (3617.0 / 122400)))))));
        return sum + series / x;
    }

    /// <summary>The deviance term x·ln(x/mean) + mean − x, given the difference x − mean as accurately as it is known.</summary>
    /// <remarks>With v = (x−mean)/(x+mean): ln(x/mean) = 2·artanh v, whose first term cancels against the difference.</remarks>
    internal static double Deviance(double x, double mean, double difference)
    {
        if (x == 0)
        {
            return mean;
        }

        double v = difference / (x + mean);
        if (Math.Abs(v) > 0.4)
        {
            return x * Math.Log(x / mean) - difference;
        }

        return difference * v + 2 * x * v * ArtanhRemainder(v * v);
    }

    /// <summary>The exponent of Γ(a+b+1)/(Γ(a+1)·Γ(b+1))·xᵃ·yᵇ, leaving out its factor √((a+b)/(2π·a·b)); a, b &gt; 0.</summary>
    /// <remarks>The difference is a − (a+b)·x, which the caller computes without cancellation.</remarks>
    internal static double BinomialExponent(double a, double b, double x, double y, double difference)
    {
        double n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x, difference) - Deviance(b, n * y, -difference);
    }

    /// <summary>The logarithm of a binomial weight: Γ(a+b+1)/(Γ(a+1)·Γ(b+1))·xᵃ·yᵇ, for a, b ≥ 0.</summary>
    internal static double LogBinomialWeight(double a, double b, double x, double y, double difference)
    {
        double n = a + b;
        if (n == 0)
        {
            return 0;
        }

        if (a == 0)
        {
            return -Deviance(n, n * y, -difference) - n * x;
        }

        if (b == 0)
        {
            return -Deviance(n, n * x, difference) - n * y;
        }

        return BinomialExponent(a, b, x, y, difference) + 0.5 * Math.Log(n / a / b) - HalfLogTwoPi;
    }

    /// <summary>The error at x less the error at x + 1, which is (x+½)·ln(1 + 1/x) − 1.</summary>
    private static double StirlingStep(double x)
    {
        if (x < 1)
        {
            return (x + 0.5) * (AccurateMath.LogOnePlus(x) - Math.Log(x)) - 1;
        }

        double e = 1 / (2 * x + 1);
        return ArtanhRemainder(e * e);
    }

    /// <summary>artanh(v)/v − 1 from v² ≤ 0.16: v²/3 + v⁴/5 + v⁶/7 + …</summary>
    private static double ArtanhRemainder(double square)
    {
        double sum = 0;
        double power = square;
        for (int odd = 3; ; odd += 2)
        {
            double next = sum + power / odd;
            if (!(next > sum))
            {
                return next;
            }

            sum = next;
            power *= square;
        }
    }
}
