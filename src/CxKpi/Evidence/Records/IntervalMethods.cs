namespace CxKpi;

/// <summary>What intervals of a method have in common.</summary>
internal static class IntervalMethods
{
    /// <summary>
    /// Whether limits hold the figure that they are limits of. Methods that add some answers of either kind stand around the figure with those answers, and
    /// where all are alike, or at low confidence, their published interval ends before the figure.
    /// </summary>
    internal static bool HoldsFigure(this IntervalMethod method) =>
        method is not (IntervalMethod.AdjustedWald or IntervalMethod.AgrestiCoull or IntervalMethod.AgrestiCaffo or IntervalMethod.BonettPrice);

    /// <summary>A lower limit, which rounding may have put a digit above the figure.</summary>
    internal static double Below(this IntervalMethod method, double figure, double lower) => method.HoldsFigure() && figure < lower ? figure : lower;

    /// <summary>An upper limit, which rounding may have put a digit below the figure.</summary>
    internal static double Above(this IntervalMethod method, double figure, double upper) => method.HoldsFigure() && figure > upper ? figure : upper;
}
