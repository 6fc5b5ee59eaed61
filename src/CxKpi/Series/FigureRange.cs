namespace CxKpi;

/// <summary>What the figures of a series can be at all.</summary>
/// <param name="Lowest">The least figure; -∞ when there is none.</param>
/// <param name="Highest">The largest figure; ∞ when there is none.</param>
internal readonly record struct FigureRange(double Lowest, double Highest)
{
    internal static FigureRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>No figure lies beyond the largest number, and limits need not either.</summary>
    internal static double Known(double figure) => Math.Clamp(figure, -double.MaxValue, double.MaxValue);

    internal double Clamp(double figure) => Math.Clamp(figure, Lowest, Highest);

    /// <summary>A figure with limits a reach away on either side, which bend so that they do not leave the range.</summary>
    /// <param name="value">The figure; beyond an end it is taken there.</param>
    /// <param name="reach">How far each limit lies away where no end is near.</param>
    /// <remarks>
    /// Above one end it is the square root that is even: its square lies u²/4v beyond v + u and short of v − u. Next to an end, where v is less than the
    /// reach, the reach takes its place: the spread of a figure close to an end says little of how far others lie from it.
    /// </remarks>
    internal (double Value, double Lower, double Upper) Within(double value, double reach)
    {
        double inside = Clamp(value), below = inside - Lowest, above = Highest - inside;
        return (inside, Math.Max(Lowest, inside - Bent(below, above, reach)), Math.Min(Highest, inside + Bent(above, below, reach)));
    }

    /// <summary>A figure with limits a reach away that bend as those of <see cref="Within"/> do, or lie straight and are cut off: the wider ones.</summary>
    /// <remarks>Straight limits reach an end before those that bend do, and "all" is a figure like others where an end is near.</remarks>
    internal (double Value, double Lower, double Upper) Around(double value, double reach)
    {
        double inside = Clamp(value);
        (double below, double above) = Reaches(inside, reach);
        return (inside, Known(Math.Max(Lowest, inside - below)), Known(Math.Min(Highest, inside + above)));
    }

    /// <summary>How far the limits of <see cref="Around"/> lie below and above a figure within the range.</summary>
    internal (double Below, double Above) Reaches(double inside, double reach)
    {
        double below = inside - Lowest, above = Highest - inside;
        return double.IsPositiveInfinity(reach) ? (below, above)
            : (Math.Min(below, Math.Max(reach, Bent(below, above, reach))), Math.Min(above, Math.Max(reach, Bent(above, below, reach))));
    }

    /// <summary>A figure with limits from their logarithms, none of them outside the range.</summary>
    /// <remarks>The limits move with the figure: of one that is taken at an end they still say how far others may lie from it.</remarks>
    internal (double Value, double Lower, double Upper) OfLogarithms(double value, double lower, double upper)
    {
        double inside = Clamp(Known(Math.Exp(value))), moved = LogarithmWithin(value) - value;
        return (inside, Math.Min(inside, Of(this, lower + moved)), Math.Max(inside, Of(this, upper + moved)));

        static double Of(FigureRange range, double logarithm) => range.Clamp(Known(Math.Exp(logarithm)));
    }

    /// <summary>The logarithm of a figure; of an end where the figure lies beyond it.</summary>
    internal double LogarithmWithin(double logarithm)
    {
        double figure = Known(Math.Exp(logarithm)), inside = Clamp(figure);
        return inside == figure ? logarithm : Math.Log(inside);
    }

    /// <summary>The reach at which a limit of <see cref="Within"/> around a centre meets a figure, negative below the centre.</summary>
    internal double Distance(double centre, double figure)
    {
        double inside = Clamp(centre), below = inside - Lowest, above = Highest - inside, way = Math.Abs(figure - inside);
        Beyond beyond = figure >= inside ? new(above, below, way) : new(below, above, way);

        // A reach of twice the way bends to the way at least, unless an end lies nearer than the figure.
        double reach = RootFinding.TrySolve(beyond, 0, 2 * way, out double root) ? root : 2 * way;
        return figure >= inside ? reach : -reach;
    }

    /// <summary>How far a limit lies away, in the direction of an end and away from the other.</summary>
    private static double Bent(double towards, double away, double reach)
    {
        double path = double.IsPositiveInfinity(towards) ? reach
            : reach >= 2 * towards ? towards
            : reach - reach * reach / (4 * towards);
        return double.IsPositiveInfinity(away) || reach == 0 ? path : path + reach * (reach / (4 * Math.Max(away, reach)));
    }

    /// <summary>How far a limit lies beyond a figure, by its reach.</summary>
    private readonly record struct Beyond(double Towards, double Away, double Way) : IScalarFunction
    {
        public double At(double reach) => Bent(Towards, Away, reach) - Way;
    }
}
