namespace CxKpi;

/// <summary>
/// Intervals over all counts that a published figure can stand for: their limits are the outermost ones, and the p-value is that of the counts which speak
/// least for a difference.
/// </summary>
internal static class RoundedFigures
{
    internal static Estimate Widest(Estimate published, Estimate lowest, Estimate highest) => published with
    {
        Lower = lowest.Lower,
        Upper = highest.Upper,
        Flags = published.Flags | lowest.Flags | highest.Flags | EstimateFlags.RoundedFigures,
    };

    internal static Change Widest(Change published, Change lowest, Change highest) => published with
    {
        Lower = lowest.Lower,
        Upper = highest.Upper,
        PValue = lowest.Difference >= 0 ? lowest.PValue : highest.Difference <= 0 ? highest.PValue : 1,
        Flags = published.Flags | lowest.Flags | highest.Flags | EstimateFlags.RoundedFigures,
    };
}
