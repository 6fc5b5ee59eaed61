namespace CxKpi;

/// <summary>Finds the point where a distribution on the positive numbers has given tails.</summary>
internal static class TailInversion
{
    /// <summary>Arguments beyond these are reported as 0 and ∞.</summary>
    private const double Smallest = 1e-300;
    private const double Largest = 1e300;

    /// <summary>Two units in the last place: a step by less leads to no other argument, however far large parameters make the tails move by it.</summary>
    private const double Finest = 4.5e-16;

    /// <summary>
    /// Newton's method on the logarithm of the smaller tail against the logarithm of the argument, kept inside a shrinking bracket.
    /// </summary>
    /// <remarks>
    /// Both logarithms make the curve concave and its scale the same for every parameter, so one tolerance serves all:
    /// a miss of 1e-9 is squared by the last step. That step is taken before any look at the bracket, which a hit may lie on.
    /// </remarks>
    internal static double Solve<TFamily>(TFamily family, double start, double lower, double upper)
        where TFamily : struct, ITailFunction
    {
        if (lower <= 0)
        {
            return 0;
        }

        if (upper <= 0)
        {
            return double.PositiveInfinity;
        }

        bool fromBelow = lower <= upper;
        double target = fromBelow ? lower : upper;
        double low = Smallest;
        double high = Largest;
        double argument = start is >= Smallest and <= Largest ? start : 1;
        for (int i = 0; i < 200; i++)
        {
            TailProbabilities tails = family.At(argument);
            double tail = fromBelow ? tails.Lower : tails.Upper;
            double miss = Math.Log(tail / target);
            if (miss == 0)
            {
                return argument;
            }

            double step = miss * tail / (fromBelow ? -tails.Slope : tails.Slope);
            double next = argument * Math.Exp(Math.Clamp(step, -2, 2));
            if ((Math.Abs(miss) < 1e-9 || Math.Abs(step) < Finest) && double.IsFinite(next))
            {
                return next;
            }

            if (fromBelow == miss > 0)
            {
                high = argument;
            }
            else
            {
                low = argument;
            }

            if (high <= Smallest)
            {
                return 0;
            }

            if (low >= Largest)
            {
                return double.PositiveInfinity;
            }

            if (!(next > low && next < high))
            {
                next = Math.Sqrt(low) * Math.Sqrt(high);
            }

            if (next <= low || next >= high)
            {
                break;
            }

            argument = next;
        }

        return argument <= Smallest * 2 ? 0 : argument >= Largest / 2 ? double.PositiveInfinity : argument;
    }
}
