namespace CxKpi;

/// <summary>Integrals by the trapezoidal rule after a substitution that makes the integrand die off double-exponentially.</summary>
/// <remarks>
/// The rule then gains as many digits again with every halving of the step.
/// Source: H. Takahasi and M. Mori, <em>Double exponential formulas for numerical integration</em>, Publications of RIMS 9 (1974), 721-741.
/// </remarks>
internal static class DoubleExponential
{
    private const double FirstStep = 0.25, Negligible = 1e-22, Settled = 1e-11, HalfPi = Math.PI / 2;

    private const int MostHalvings = 9;

    // Beyond, the substitution has left the range of a double.
    private const double Furthest = 6.75;

    /// <summary>The integral over the whole line of a function that dies off double-exponentially on both sides.</summary>
    internal static double OverLine<TFunction>(in TFunction function)
        where TFunction : struct, IScalarFunction
    {
        (double lowest, double highest) = Range(function);
        double step = FirstStep, sum = 0;
        for (double at = lowest; at <= highest; at += step)
        {
            sum += function.At(at);
        }

        double integral = sum * step;
        for (int halving = 0; halving < MostHalvings; halving++)
        {
            for (double at = lowest + step / 2; at < highest; at += step)
            {
                sum += function.At(at);
            }

            step /= 2;
            double finer = sum * step;
            if (halving > 0 && Math.Abs(finer - integral) <= Settled * Math.Abs(finer))
            {
                return finer;
            }

            integral = finer;
        }

        return integral;
    }

    /// <summary>The integral from 0 to infinity of a function that decreases exponentially.</summary>
    internal static double ToInfinity<TFunction>(in TFunction function)
        where TFunction : struct, IScalarFunction => OverLine(new OnHalfLine<TFunction>(function));

    /// <summary>The integral from 0 to <paramref name="end"/>.</summary>
    internal static double UpTo<TFunction>(in TFunction function, double end)
        where TFunction : struct, IScalarFunction => OverLine(new OnInterval<TFunction>(function, end));

    private static (double Lowest, double Highest) Range<TFunction>(in TFunction function)
        where TFunction : struct, IScalarFunction
    {
        double largest = 0;
        for (double at = -Furthest; at <= Furthest; at += FirstStep)
        {
            largest = Math.Max(largest, Math.Abs(function.At(at)));
        }

        double lowest = -Furthest, highest = Furthest;
        while (lowest < 0 && Math.Abs(function.At(lowest)) <= Negligible * largest)
        {
            lowest += FirstStep;
        }

        while (highest > 0 && Math.Abs(function.At(highest)) <= Negligible * largest)
        {
            highest -= FirstStep;
        }

        return (lowest - FirstStep, highest + FirstStep);
    }

    private readonly struct OnHalfLine<TFunction>(TFunction function) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x)
        {
            double at = Math.Exp(HalfPi * Math.Sinh(x));
            return at is > 0 and < double.PositiveInfinity ? function.At(at) * at * HalfPi * Math.Cosh(x) : 0;
        }
    }

    private readonly struct OnInterval<TFunction>(TFunction function, double end) : IScalarFunction
        where TFunction : struct, IScalarFunction
    {
        public double At(double x)
        {
            // end / (1 + exp(-2y)) with y = π/2·sinh x: near 0 it keeps its digits, which 1 + tanh would lose.
            double power = Math.Exp(-2 * HalfPi * Math.Sinh(x));
            double at = end / (1 + power), slope = at * (power / (1 + power)) * 2 * HalfPi * Math.Cosh(x);
            return at > 0 && slope > 0 ? function.At(at) * slope : 0;
        }
    }
}
