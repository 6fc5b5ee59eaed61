namespace CxKpi;

/// <summary>Integrals of positive functions that are known by their logarithm and rise to one peak, however narrow or far away it is.</summary>
/// <remarks>
/// The peak is found first, and panels that double in length lead away from it. Each is integrated by the rule of Gauss and Legendre, and halved until both
/// halves say the same. All terms are positive, so that nothing cancels.
/// </remarks>
internal static class PeakIntegral
{
    private const int Scanned = 48, MostHalvings = 40;

    // Where rounding keeps the halves from agreeing, more of them would not help.
    private const int MostRefinements = 6;

    private const double Settled = 1e-12, Golden = 0.6180339887498949, LongestPanel = 6;

    /// <summary>The integral of exp(<paramref name="logarithm"/>) from one end to the other.</summary>
    internal static double Of<TFunction>(in TFunction logarithm, double from, double to)
        where TFunction : struct, IScalarFunction
    {
        if (!(from < to))
        {
            return 0;
        }

        double peak = Peak(logarithm, from, to), top = logarithm.At(peak);
        if (double.IsNegativeInfinity(top))
        {
            return 0;
        }

        double sum = 0;
        for (double at = peak, length = Width(logarithm, peak, to, top); at < to; length *= 2)
        {
            double next = Math.Min(to, at + Math.Min(length, LongestPanel));
            sum += Panel(logarithm, at, next, top, sum);
            at = next;
        }

        for (double at = peak, length = Width(logarithm, peak, from, top); at > from; length *= 2)
        {
            double next = Math.Max(from, at - Math.Min(length, LongestPanel));
            sum += Panel(logarithm, next, at, top, sum);
            at = next;
        }

        return Math.Exp(top) * sum;
    }

    private static double Peak<TFunction>(in TFunction logarithm, double from, double to)
        where TFunction : struct, IScalarFunction
    {
        double step = (to - from) / Scanned, best = double.NegativeInfinity, peak = from;
        for (int i = 0; i <= Scanned; i++)
        {
            double at = from + i * step, value = logarithm.At(at);
            (best, peak) = value > best ? (value, at) : (best, peak);
        }

        double low = Math.Max(from, peak - step), high = Math.Min(to, peak + step);
        double left = high - Golden * (high - low), right = low + Golden * (high - low);
        double atLeft = logarithm.At(left), atRight = logarithm.At(right);
        while (high - low > 1e-4 * step && left < right)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - Golden * (high - low);
                atLeft = logarithm.At(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + Golden * (high - low);
                atRight = logarithm.At(right);
            }
        }

        double refined = (low + high) / 2;
        return logarithm.At(refined) >= best ? refined : peak;
    }

    /// <summary>How far from the peak the function has not fallen much.</summary>
    private static double Width<TFunction>(in TFunction logarithm, double peak, double end, double top)
        where TFunction : struct, IScalarFunction
    {
        double distance = end - peak;
        for (int halving = 0; halving < MostHalvings && !(logarithm.At(peak + distance) > top - 2); halving++)
        {
            distance /= 2;
        }

        return Math.Max(Math.Abs(distance), 1e-12);
    }

    private static double Panel<TFunction>(in TFunction logarithm, double from, double to, double top, double before)
        where TFunction : struct, IScalarFunction => Halved(logarithm, from, to, top, before, Rule(logarithm, from, to, top), MostRefinements);

    private static double Halved<TFunction>(in TFunction logarithm, double from, double to, double top, double before, double whole, int refinements)
        where TFunction : struct, IScalarFunction
    {
        if (refinements == 0 || whole <= 1e-18 * before)
        {
            return whole;
        }

        double middle = from + (to - from) / 2, left = Rule(logarithm, from, middle, top), right = Rule(logarithm, middle, to, top), both = left + right;
        return Math.Abs(both - whole) <= Settled * Math.Max(both, before)
            ? both
            : Halved(logarithm, from, middle, top, before, left, refinements - 1) + Halved(logarithm, middle, to, top, before, right, refinements - 1);
    }

    private static double Rule<TFunction>(in TFunction logarithm, double from, double to, double top)
        where TFunction : struct, IScalarFunction
    {
        ReadOnlySpan<double> nodes = GaussLegendre.Nodes, weights = GaussLegendre.Weights;
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            sum += weights[i] * Math.Exp(logarithm.At(from + (to - from) * nodes[i]) - top);
        }

        return sum * (to - from);
    }
}
