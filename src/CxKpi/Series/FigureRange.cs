namespace CxKpi;

/// <summary>What the figures of a series can be at all.</summary>
/// <param name="Lowest">The least figure; -∞ when there is none.</param>
/// <param name="Highest">The largest figure; ∞ when there is none.</param>
internal readonly record struct FigureRange(double Lowest, double Highest)
{
    internal static FigureRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    internal double Clamp(double figure) => Math.Clamp(figure, Lowest, Highest);

    /// <summary>
    /// A figure with limits a reach away on either side, which do not leave the range: on log odds between two ends, on logarithms above one.
    /// </summary>
    /// <param name="value">The figure; beyond an end it is taken there.</param>
    /// <param name="reach">How far each limit lies away where no end is near.</param>
    internal (double Value, double Lower, double Upper) Within(double value, double reach)
    {
        value = Clamp(value);
        double below = value - Lowest, above = Highest - value;
        if (below == 0 || above == 0)
        {
            return (value, Clamp(value - reach), Clamp(value + reach));
        }

        if (double.IsPositiveInfinity(above))
        {
            return double.IsPositiveInfinity(below) ? (value, value - reach, value + reach)
                : (value, Lowest + below * Math.Exp(-reach / below), Lowest + below * Math.Exp(reach / below));
        }

        if (double.IsPositiveInfinity(below))
        {
            return (value, Highest - above * Math.Exp(reach / above), Highest - above * Math.Exp(-reach / above));
        }

        double range = above + below, odds = Math.Log(below / above), step = reach * range / (below * above);
        return (value, Lowest + range * Share(odds - step), Lowest + range * Share(odds + step));
    }

    /// <summary>The reach at which a limit of <see cref="Within"/> around a centre meets a figure, negative below the centre; infinite at an end.</summary>
    internal double Distance(double centre, double figure)
    {
        centre = Clamp(centre);
        double below = centre - Lowest, above = Highest - centre;
        if (below == 0 || above == 0)
        {
            return figure - centre;
        }

        return (double.IsPositiveInfinity(below), double.IsPositiveInfinity(above)) switch
        {
            (true, true) => figure - centre,
            (false, true) => below * Math.Log((figure - Lowest) / below),
            (true, false) => -above * Math.Log((Highest - figure) / above),
            (false, false) => Math.Log((figure - Lowest) / (Highest - figure) * (above / below)) * below * above / (below + above),
        };
    }

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}
