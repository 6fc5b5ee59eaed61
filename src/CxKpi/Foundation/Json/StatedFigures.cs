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

    /// <summary>
    /// The rule that a p-value breaks which contradicts its interval; <see langword="null"/> when they are one statement: what the hypothesis says lies outside
    /// exactly where the p-value is below the error.
    /// </summary>
    internal static string? FaultOfPValue(double? pValue, double confidence, double? lower, double? upper, double hypothesis)
    {
        if (pValue is not { } p || lower is null || upper is null)
        {
            return null;
        }

        // Rounded limits keep their side or become what the hypothesis says, which contradicts nothing.
        double error = 1 - confidence;
        bool isOutside = lower > hypothesis || upper < hypothesis, isInside = lower < hypothesis && hypothesis < upper;
        return (isOutside && p > error + Rounding) || (isInside && p < error - Rounding)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"must {(isOutside ? "be smaller" : "not be smaller")} than {error:G6}, as {hypothesis} lies {(isOutside ? "outside" : "inside")} the limits ")
                + string.Create(CultureInfo.InvariantCulture, $"({lower} to {upper}); got {p}")
            : null;
    }
}
