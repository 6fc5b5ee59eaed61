namespace CxKpi;

/// <summary>Roots of continuous functions inside a bracket.</summary>
internal static class RootFinding
{
    private const double RelativeTolerance = 2.3e-16;

    // From the largest double to the smallest: no bracket can be halved more often.
    private const int MostHalvings = 2200;

    /// <summary>The root between two points at which the function has opposite signs.</summary>
    /// <param name="function">The function.</param>
    /// <param name="from">One end of the bracket.</param>
    /// <param name="to">The other end.</param>
    /// <param name="absoluteTolerance">Precision to stop at when the root is zero or very near it.</param>
    /// <exception cref="ArgumentException">The function has the same sign at both ends, or is NaN at one.</exception>
    internal static double Solve<TFunction>(in TFunction function, double from, double to, double absoluteTolerance = 1e-18)
        where TFunction : struct, IScalarFunction =>
        TrySolve(function, from, to, out double root, absoluteTolerance)
            ? root
            : throw new ArgumentException(FormattableString.Invariant($"the function does not change sign between {from} and {to}"), nameof(function));

    /// <summary>The same, telling whether there is a change of sign to look for.</summary>
    /// <remarks>
    /// Inverse quadratic interpolation where the last three points lie on a curve that it can follow, bisection elsewhere.
    /// Source: T. Chandrupatla, <em>A new hybrid quadratic/bisection algorithm</em>, Advances in Engineering Software 28 (1997), 145–149.
    /// </remarks>
    internal static bool TrySolve<TFunction>(in TFunction function, double from, double to, out double root, double absoluteTolerance = 1e-18)
        where TFunction : struct, IScalarFunction
    {
        double newest = from;
        double newestValue = function.At(newest);
        double opposite = to;
        double oppositeValue = function.At(opposite);
        root = newestValue == 0 ? newest : opposite;
        if (newestValue == 0 || oppositeValue == 0)
        {
            return true;
        }

        if (!(newestValue < 0 && oppositeValue > 0) && !(newestValue > 0 && oppositeValue < 0))
        {
            return false;
        }

        double share = 0.5;
        for (int halvings = 0; halvings < MostHalvings; halvings++)
        {
            double next = newest + share * (opposite - newest);
            double nextValue = function.At(next);
            double previous = newest;
            double previousValue = newestValue;
            if (nextValue > 0 != newestValue > 0)
            {
                previous = opposite;
                previousValue = oppositeValue;
                opposite = newest;
                oppositeValue = newestValue;
            }

            newest = next;
            newestValue = nextValue;
            root = Math.Abs(newestValue) < Math.Abs(oppositeValue) ? newest : opposite;
            double tolerance = RelativeTolerance * Math.Abs(root) + absoluteTolerance;
            double least = tolerance / Math.Abs(opposite - newest);
            if (newestValue == 0 || double.IsNaN(newestValue) || !(least < 0.5))
            {
                return !double.IsNaN(newestValue);
            }

            share = Math.Clamp(Interpolate(newest, newestValue, opposite, oppositeValue, previous, previousValue), least, 1 - least);
        }

        return true;
    }

    /// <summary>How far from the newest point towards the opposite one the root is expected, as a share; ½ where that cannot be trusted.</summary>
    private static double Interpolate(double newest, double newestValue, double opposite, double oppositeValue, double previous, double previousValue)
    {
        double xi = (newest - opposite) / (previous - opposite);
        double phi = (newestValue - oppositeValue) / (previousValue - oppositeValue);
        if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi))
        {
            return 0.5;
        }

        double towardsOpposite = newestValue / (oppositeValue - newestValue) * (previousValue / (oppositeValue - previousValue));
        double towardsPrevious = newestValue / (previousValue - newestValue) * (oppositeValue / (previousValue - oppositeValue));
        double share = towardsOpposite + (previous - newest) / (opposite - newest) * towardsPrevious;
        return double.IsFinite(share) ? share : 0.5;
    }
}
