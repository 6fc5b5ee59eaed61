using System.Text;

namespace CxKpi;

/// <content>The faces: the curve at round times, and what it says.</content>
public sealed partial record SurvivalCurve
{
    private const int MostRows = 13;

    /// <summary>The curve at round times as aligned text for a terminal.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Table(words), SurvivalWords.Said(this, words));
    }

    /// <summary>The curve at round times as Markdown.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Table(words), SurvivalWords.Said(this, words));
    }

    /// <summary>The curve at round times as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The curve at round times as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    /// <summary>
    /// The whole curve as comma-separated values by RFC 4180, one row per time, with unrounded numbers in the invariant culture; the share is S in every view.
    /// </summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "time", "at_risk", "ended", "open", "survival", "standard_error", "lower", "upper");
        foreach (SurvivalPoint point in points)
        {
            Csv.Row(
                text,
                Csv.Number(point.Time), Csv.Count(point.AtRisk), Csv.Count(point.Ended), Csv.Count(point.Open), Csv.Number(point.Survival),
                Csv.Number(point.StandardError), Csv.Number(point.Lower), Csv.Number(point.Upper));
        }

        return text.ToString();
    }

    /// <summary>What the curve says, in English.</summary>
    /// <returns>Text for display, such as <c>Half have ended by 23 (95% interval: at least 13). Up to 35 it lasts 23.29 on average (...).</c></returns>
    public override string ToString() => string.Join(' ', SurvivalWords.Said(this, Phrases.English));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Table(words), SurvivalWords.Said(this, words));

    private ReportTable Table(Phrases words) => new(
        SurvivalWords.Caption(this, words),
        [
            Column(SurvivalWords.TimeLabel(Tally.Unit, words)), Column(words.AtRiskLabel), Column(SurvivalWords.Ended(this, words)), Column(words.OpenLabel),
            Column(SurvivalWords.ShareLabel(this, words)), Column(words.IntervalColumn),
        ],
        [new(null, [.. SurvivalRow.Of(this, MostRows).Select(row => Cells(row, words))])]);

    private ReportCell[] Cells(SurvivalRow row, Phrases words)
    {
        (double share, double? lower, double? upper) = Shown(row.Point);
        return
        [
            new(words.Number(row.Point.Time)),
            new(words.Count(row.Point.AtRisk)),
            new(words.Count(row.Ended)),
            new(words.Count(row.Open)),
            new(words.Value(PlainDefinitions.Share, share)),
            new(words.Interval(PlainDefinitions.Share, lower, upper)),
        ];
    }

    private static ReportColumn Column(string head) => new(Phrases.Capitalised(head), IsNumber: true);
}
