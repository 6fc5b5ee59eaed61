namespace CxKpi.Trends;

/// <summary>What the faces of results have in common: refusals and warnings below the figures, and figures ahead.</summary>
internal static class FaceOfResults
{
    internal static string ToHtml(this NotebookTable table, Notice? refusal, IReadOnlyList<Notice> warnings)
    {
        table.Note(refusal?.Message);
        foreach (Notice warning in warnings)
        {
            table.Note(warning.Message);
        }

        return table.ToHtml();
    }

    internal static NotebookTable Ahead(string caption, double confidence, IEnumerable<(CalendarPeriod Period, double? Value, double? Lower, double? Upper)> periods)
    {
        ReportFormat words = ReportFormat.Default;
        NotebookTable table = new(caption, "period", "figure", words.IntervalAt(confidence));
        foreach ((CalendarPeriod period, double? value, double? lower, double? upper) in periods)
        {
            table.Row(words.Period(period), words.Cell(value), words.Range(words.Limit(lower), words.Limit(upper)));
        }

        return table;
    }
}
