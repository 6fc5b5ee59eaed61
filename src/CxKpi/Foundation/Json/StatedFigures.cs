using System.Globalization;

namespace CxKpi;

/// <summary>
/// What figures that state one thing must keep to, and how far they may be apart: they may have been written elsewhere, or been rounded by what carried them.
/// </summary>
internal static class StatedFigures
{
    internal const double Rounding = 1e-6;

    /// <summary>What rounding may do to a figure of a size.</summary>
    internal static double Slack(double size) => Rounding * (Math.Abs(size) + Rounding);

    /// <summary>The rule that a figure breaks which lies outside its limits by more than rounding; <see langword="null"/> when it lies within.</summary>
    internal static string? FaultWithin(double figure, double? lower, double? upper) =>
        Slack(figure) is var slack && (figure < lower - slack || figure > upper + slack)
            ? string.Create(CultureInfo.InvariantCulture, $"must lie within its limits ({lower} to {upper}); got {figure}")
            : null;
}
