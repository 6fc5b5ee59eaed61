namespace CxKpi;

/// <summary>What flags mean for those who judge by an estimate.</summary>
internal static class EstimateFlagsExtensions
{
    /// <summary>
    /// Whether the rows tell how much they vary by chance: rows that are all alike do not, nor does a single one, and nothing is concluded from them.
    /// </summary>
    internal static bool TellSpread(this EstimateFlags flags) =>
        (flags & (EstimateFlags.ZeroVariance | EstimateFlags.SingleObservation)) == EstimateFlags.None;
}
