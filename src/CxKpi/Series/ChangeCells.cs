namespace CxKpi;

/// <summary>Changes in tables.</summary>
internal static class ChangeCells
{
    /// <summary>
    /// The change of a KPI as a cell: the difference first, then, unless it is a mere fact, the verdict of sampling error alone, then the limits and what else.
    /// </summary>
    internal static ReportCell ChangeCell(
        this Phrases words,
        KpiDefinition definition,
        Change change,
        string? currency,
        bool isFact,
        string extra = "",
        double? like = null)
    {
        ReportCell cell = new(
            words.Change(definition, change.Difference, currency, like),
            isFact ? "" : words.VerdictOfPair(change.Verdict),
            Phrases.JoinNotEmpty(", ", words.ChangeInterval(definition, change.Lower, change.Upper, currency, like ?? change.Difference), extra));
        return change.Flags.HasFlag(EstimateFlags.UnequalPeriods)
            ? cell with { Detail = Phrases.JoinNotEmpty(", ", cell.Detail, words.PerDay) }
            : cell;
    }
}
