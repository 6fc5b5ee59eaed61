namespace CxKpi.Trends;

public sealed partial class PeriodSeries
{
    /// <summary>An English HTML table of the figures for a page or a notebook that is there already.</summary>
    /// <returns>One element, well-formed, without script or outside reference.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the figures for a page or a notebook that is there already.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One element, well-formed, without script or outside reference.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language)
    {
        ReportFormat format = ReportFormat.For(language);
        List<ReportCell[]> rows = [];
        foreach ((CalendarPeriod period, double? figure) in this)
        {
            string open = IsLastIncomplete && rows.Count == Count - 1 ? format.Say("incomplete", "incomplet") : "";
            rows.Add([new(format.Period(period)), new(figure?.ToString("0.####", format.Numbers) ?? "", open)]);
        }

        return HtmlTable.Of(new(
            format.Say("Figures by period", "Chiffres par période"),
            [new(format.Say("Period", "Période")), new(format.Say("Figure", "Chiffre"), IsNumber: true)],
            [new(null, rows)]));
    }
}
