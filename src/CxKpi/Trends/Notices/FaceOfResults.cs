namespace CxKpi.Trends;

/// <summary>What the HTML tables of results have in common: refusals and warnings below the figures, and figures ahead.</summary>
internal static class FaceOfResults
{
    internal static string ToHtml(this NotebookTable table, Phrases words, Notice? refusal, IReadOnlyList<Notice> warnings)
    {
        table.Note(refusal?.In(words.Language));
        foreach (Notice warning in warnings)
        {
            table.Note(warning.In(words.Language));
        }

        return table.ToHtml();
    }

    internal static NotebookTable Ahead(
        Phrases words,
        string caption,
        double confidence,
        IEnumerable<(CalendarPeriod Period, double? Value, double? Lower, double? Upper)> periods)
    {
        NotebookTable table = new(caption, words.PeriodLabel, words.FigureLabel, words.IntervalAt(confidence));
        foreach ((CalendarPeriod period, double? value, double? lower, double? upper) in periods)
        {
            table.Row(words.Period(period), words.Cell(value), words.Range(words.Limit(lower), words.Limit(upper)));
        }

        return table;
    }
}
