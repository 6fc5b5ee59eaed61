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

    /// <summary>Below this a shape puts nearly all of p at one end.</summary>
    private const double SmallShape = 0.3;

    private const double Overflowing = 1e250;

    private const int MostTerms = 20_000;

    /// <summary>The expectation of any function of p ~ Beta(a, b) that is smooth in ln(p/(1-p)) and finite at both ends.</summary>
    /// <remarks>
    /// A small shape spreads p over hundreds of powers of ten, nearly all of it at one end. What the function is there is split off:
    /// E f(p) = f(0) + a/(a+b)·E (f(q) - f(0))/q with q ~ Beta(a + 1, b), and the same at 1.
    /// </remarks>
    internal static double Of<TFunction>(in TFunction function, double a, double b)
        where TFunction : struct, IScalarFunction
    {
        if (a >= SmallShape)
        {
            return Bounded(function, a, b);
        }

        double atZero = function.At(0);
        return atZero + a / (a + b) * Bounded(new SlopeFromZero<TFunction>(function, atZero), a + 1, b);
    }

    private static double Bounded<TFunction>(in TFunction function, double a, double b)
        where TFunction : struct, IScalarFunction
    {
        if (b >= SmallShape)
        {
            return Integrated(function, a, b);
        }

        double atOne = function.At(1);
        return atOne + b / (a + b) * Integrated(new SlopeToOne<TFunction>(function, atOne), a, b + 1);
    }

    private static double Integrated<TFunction>(in TFunction function, double a, double b)
        where TFunction : struct, IScalarFunction
    {
        LogitDensity density = new(a, b);
        return DoubleExponential.OverLine(new Product<TFunction>(density, function)) / DoubleExponential.OverLine(density);
    }

    /// <summary>E[(1 + p·s)^(-rho)] for s ≥ 0: the chance that a customer whose rate is gamma-distributed has not dropped out.</summary>
    /// <remarks>The positive series of (1+s)^(-rho)·2F1(rho, b; a+b; s/(1+s)).</remarks>
    internal static double Survival(double a, double b, double rho, double s)
    {
        double z = s / (1 + s);
        return z > LargestShare || rho * AccurateMath.LogOnePlus(s) > 300
            ? Of(new Power(rho, s), a, b)
            : Scaled(rho, b, a + b, z, -rho * AccurateMath.LogOnePlus(s)) ?? Of(new Power(rho, s), a, b);
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
        return closed ?? Of(new PurchasesGiven(rho, s), a, b);
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
        return rho * log > 300 || Scaled(rho, b, c, z, -rho * log) is not { } stayed || 1 - stayed < LeastShareLeft ? null : c / (a - 1) * (1 - stayed);
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
        public double At(double x) => Math.Exp(-rho * AccurateMath.LogOnePlus(x * s));
    }

    private readonly struct PurchasesGiven(double rho, double s) : IScalarFunction
    {
        public double At(double x) => x * s < 1e-300 ? rho * s : -AccurateMath.ExpMinusOne(-rho * AccurateMath.LogOnePlus(x * s)) / x;
    }

    private readonly struct SlopeFromZero<TFunction>(TFunction function, double atZero) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x) => x > 0 ? (function.At(x) - atZero) / x : 0;
    }

    private readonly struct SlopeToOne<TFunction>(TFunction function, double atOne) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x) => x < 1 ? (function.At(x) - atOne) / (1 - x) : 0;
    }

    private readonly struct Product<TFunction>(LogitDensity density, TFunction function) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x) => density.At(x) is > 0 and var weight ? weight * function.At(density.Share(x)) : 0;
    }

    /// <summary>The density of p over v, where ln(p/(1-p)) = middle + spread·sinh v; its maximum lies near 0 and it is not normalised.</summary>
    private readonly struct LogitDensity : IScalarFunction
    {
        private readonly double a, b, middle, spread, top;

        internal LogitDensity(double a, double b)
        {
            this.a = a;
            this.b = b;
            middle = Math.Log(a / b);
            spread = Math.Sqrt(1 / a + 1 / (a * a) + 1 / b + 1 / (b * b));
            top = Exponent(middle);
        }

        public double At(double x) => Math.Exp(Exponent(middle + spread * Math.Sinh(x)) - top) * Math.Cosh(x);

        internal double Share(double x) => 1 / (1 + Math.Exp(-(middle + spread * Math.Sinh(x))));

        private double Exponent(double logit) => logit >= 0
            ? -b * logit - (a + b) * AccurateMath.LogOnePlus(Math.Exp(-logit))
            : a * logit - (a + b) * AccurateMath.LogOnePlus(Math.Exp(logit));
    }
}
