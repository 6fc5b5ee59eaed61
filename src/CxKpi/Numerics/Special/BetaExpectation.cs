namespace CxKpi;

/// <summary>Expectations over a beta variable p, and those of them that purchase models need, in closed form where that keeps its digits.</summary>
internal static class BetaExpectation
{
    /// <summary>Above this share z = s/(1+s) the series have thousands of terms.</summary>
    private const double LargestShare = 0.98;

    /// <summary>Where a difference is smaller than this beside what it is taken from, it has lost too many digits.</summary>
    private const double LeastShareLeft = 1e-3;

    /// <summary>Above this the series without a pole at a = 1 begins to cancel.</summary>
    private const double LargeShape = 8;

    /// <summary>A function whose argument moves by this share of what would change it is the same.</summary>
    private const double Imperceptible = 1e-17;

    private const double Overflowing = 1e250, LargestExponent = 300;

    private const int MostTerms = 20_000;

    /// <summary>The expectation of a positive function of p ~ Beta(a, b).</summary>
    /// <param name="logarithm">The logarithm of the function, finite at 0 and 1 and never steeper between them than a power.</param>
    /// <param name="a">The first shape; above 0.</param>
    /// <param name="b">The second shape; above 0.</param>
    /// <param name="level">The p far below which the function is level.</param>
    /// <param name="steepness">How steep its logarithm may be near 1.</param>
    /// <remarks>A small shape spreads p over hundreds of powers of ten; where the function is level, at both ends, all of them are one probability.</remarks>
    internal static double Of<TFunction>(in TFunction logarithm, double a, double b, double level, double steepness)
        where TFunction : struct, IScalarFunction
    {
        double least = Math.Max(1e-300, Imperceptible * Math.Min(1, level)), most = Imperceptible / Math.Max(1, steepness);
        double below = BetaDistribution.TailProbabilities(least, 1 - least, a, b).Lower, above = BetaDistribution.TailProbabilities(1 - most, most, a, b).Upper;
        return (below > 0 ? below * Math.Exp(logarithm.At(0)) : 0)
            + (above > 0 ? above * Math.Exp(logarithm.At(1)) : 0)
            + PeakIntegral.Of(new Weighted<TFunction>(new(a, b), logarithm), Math.Log(least), -Math.Log(most));
    }

    /// <summary>E[(1 + p·s)^(-rho)] for s ≥ 0: the chance that a customer whose rate is gamma-distributed has not dropped out.</summary>
    /// <remarks>The positive series of (1+s)^(-rho)·2F1(rho, b; a+b; s/(1+s)).</remarks>
    internal static double Survival(double a, double b, double rho, double s)
    {
        double z = s / (1 + s), log = AccurateMath.LogOnePlus(s);
        double? closed = z > LargestShare || rho * log > LargestExponent ? null : Scaled(rho, b, a + b, z, -rho * log);
        return closed ?? Of(new Power(rho, s), a, b, Math.Min(1, 1 / rho) / s, rho);
    }

    /// <summary>E[(1 - (1 + p·s)^(-rho))/p] for s ≥ 0: the purchases until the time that s stands for, or until the customer has dropped out.</summary>
    /// <remarks>
    /// The textbook form (c/(a-1))·[1 - (1+s)^(-rho)·2F1(rho, b; c; z)] with c = a+b-1 is 0/0 at a = 1 and knows no c ≤ 0. Euler's
    /// transformation and the removal of both poles give c·phi - (1+s)^(1-a)·U, whose terms are few and of ordinary size.
    /// Where a difference loses digits, the expectation is integrated.
    /// </remarks>
    internal static double Purchases(double a, double b, double rho, double s)
    {
        if (s <= 0)
        {
            return 0;
        }

        double z = s / (1 + s), log = AccurateMath.LogOnePlus(s);
        double? closed = z > LargestShare ? null
            : s * (rho + 1) <= 0.5 && s <= 0.5 ? Alternating(a, b, rho, s)
            : a > LargeShape ? Direct(a, b, rho, z, log)
            : WithoutPoles(a, b, rho, z, log);
        return closed ?? Of(new PurchasesGiven(rho, s), a, b, Math.Min(1, 1 / rho) / s, 1);
    }

    /// <summary>Powers of s against moments of p: for small s, where nothing cancels.</summary>
    private static double Alternating(double a, double b, double rho, double s)
    {
        double term = rho * s, sum = term;
        for (double k = 1; Math.Abs(term) > 1e-17 * sum; k++)
        {
            term *= -s * (rho + k) / (k + 1) * (a + k - 1) / (a + b + k - 1);
            sum += term;
        }

        return sum;
    }

    private static double? Direct(double a, double b, double rho, double z, double log)
    {
        double c = a + b - 1;
        return rho * log > LargestExponent || Scaled(rho, b, c, z, -rho * log) is not { } stayed || 1 - stayed < LeastShareLeft
            ? null
            : c / (a - 1) * (1 - stayed);
    }

    private static double? WithoutPoles(double a, double b, double rho, double z, double log)
    {
        double e = a - 1, c = a + b - 1, left = c - rho;
        double phi = e == 0 ? log : -AccurateMath.ExpMinusOne(-e * log) / e;
        double term = left * z, sum = term, largest = Math.Abs(term);
        for (int k = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); k++)
        {
            term *= (e + k) / (c + k) * (left + k) / (k + 1) * z;
            sum += term;
            largest = Math.Max(largest, Math.Abs(term));
            if (k > MostTerms || largest > Overflowing)
            {
                return null;
            }
        }

        double outer = Math.Exp(-e * log), result = c * phi - outer * sum;
        return result > LeastShareLeft * Math.Max(Math.Abs(c * phi), outer * largest) ? result : null;
    }

    /// <summary>exp(logScale)·2F1(x, b; c; z) of positive terms; <see langword="null"/> when there are too many.</summary>
    private static double? Scaled(double x, double b, double c, double z, double logScale)
    {
        double term = Math.Exp(logScale), sum = term;
        for (int k = 0; k < MostTerms; k++)
        {
            double next = term * ((x + k) / (c + k) * ((b + k) / (k + 1)) * z);
            sum += next;
            if (next <= term && next <= 1e-17 * sum)
            {
                return sum;
            }

            term = next;
        }

        return null;
    }

    private readonly struct Power(double rho, double s) : IScalarFunction
    {
        public double At(double x) => -rho * AccurateMath.LogOnePlus(x * s);
    }

    private readonly struct PurchasesGiven(double rho, double s) : IScalarFunction
    {
        public double At(double x) => x * s < 1e-290
            ? Math.Log(rho) + Math.Log(s)
            : Math.Log(-AccurateMath.ExpMinusOne(-rho * AccurateMath.LogOnePlus(x * s))) - Math.Log(x);
    }

    private readonly struct Weighted<TFunction>(LogitDensity density, TFunction logarithm) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x)
        {
            double power = Math.Exp(-Math.Abs(x)), nearer = 1 / (1 + power), further = power / (1 + power);
            return x > 0 ? density.At(nearer, further) + logarithm.At(nearer) : density.At(further, nearer) + logarithm.At(further);
        }
    }
}
