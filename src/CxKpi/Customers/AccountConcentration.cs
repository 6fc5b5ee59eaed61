namespace CxKpi;

/// <summary>Whether a rate of revenue can rest on one account.</summary>
/// <remarks>
/// Sums of squares do not name the largest account, but bound its share x: it is largest when all others are alike.
/// <code>x² + (1 - x)² / (n - 1) = 1 / Kish's number of accounts</code>
/// </remarks>
internal static class AccountConcentration
{
    private const double Fifth = 0.2;

    // Of fewer accounts one holds more than a fifth whatever they are: the flag would say nothing but their number.
    private const long Fewest = 5;

    internal static Estimate FlaggedBy(this Estimate estimate, RatioTally evidence) => estimate with { Flags = estimate.Flags | Of(evidence) };

    internal static Change FlaggedBy(this Change change, RatioTally evidence, RatioTally baseline) =>
        change with { Flags = change.Flags | Of(evidence) | Of(baseline) };

    private static EstimateFlags Of(RatioTally evidence)
    {
        if (evidence.Rows < Fewest)
        {
            return EstimateFlags.None;
        }

        double rows = evidence.Rows, unequal = Math.Max(0, rows / BoundedRatio.KishSize(evidence) - 1);
        double largest = (1 + Math.Sqrt((rows - 1) * unequal)) / rows;
        return largest > Fifth + 1e-9 ? EstimateFlags.Concentrated : EstimateFlags.None;
    }
}
