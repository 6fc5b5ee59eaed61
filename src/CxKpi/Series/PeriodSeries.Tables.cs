namespace CxKpi.Trends;

public sealed partial class PeriodSeries
{
    /// <summary>An English HTML table of the figures, to be placed in an existing page or notebook.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the figures, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        List<ReportCell[]> rows = [];
        foreach ((CalendarPeriod period, double? figure) in this)
        {
            string open = IsIncompleteAt(rows.Count) ? words.Incomplete : "";
            rows.Add([new(words.Period(period)), new(words.FourDecimals(figure) ?? "", open)]);
        }

        return HtmlTable.Of(
            new(words.FiguresByPeriod, [new(words.PeriodColumn), new(words.FigureColumn, IsNumber: true)], [new(null, rows)]),
            words.HiddenRows);
    }
}
