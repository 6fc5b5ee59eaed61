namespace CxKpi;

/// <summary>How far figures of a document may be apart that state one thing: it may have been written elsewhere, or been rounded by what carried it.</summary>
internal static class StatedFigures
{
    internal const double Rounding = 1e-6;

    /// <summary>What rounding may do to a figure of a size.</summary>
    internal static double Slack(double size) => Rounding * (Math.Abs(size) + Rounding);
}
