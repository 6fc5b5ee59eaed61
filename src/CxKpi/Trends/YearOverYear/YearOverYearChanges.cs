using System.Collections;
using System.Text;

namespace CxKpi.Trends;

/// <summary>The periods of a series, each compared with the corresponding one a year before: a list that shows itself as one table.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class YearOverYearChanges : IReadOnlyList<YearOverYearChange>, ILocalizedFace
{
    private readonly YearOverYearChange[] changes;

    internal YearOverYearChanges(IEnumerable<YearOverYearChange> changes) => this.changes = [.. changes];

    /// <summary>The number of periods whose counterpart lies in the series.</summary>
    public int Count => changes.Length;

    /// <summary>The comparison at a position.</summary>
    /// <param name="index">The position, from the first period.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public YearOverYearChange this[int index] => changes[Guard.Position(index, changes.Length, "list")];

    /// <summary>Enumerates the comparisons from the first period.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<YearOverYearChange> GetEnumerator() => ((IEnumerable<YearOverYearChange>)changes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes the comparisons as an aligned table for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        ReportTable table = Table(Phrases.For(language));
        return table.Caption + "\n" + TextTableWriter.Write(table, inColour: false);
    }

    /// <summary>Writes the comparisons as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        ReportTable table = Table(Phrases.For(language));
        StringBuilder text = new StringBuilder("**").Append(Markdown.Text(table.Caption)).Append("**\n\n");
        Markdown.Table(text, table, headingLevel: 3);
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>
    /// Writes the comparisons as comma-separated values by RFC 4180, one row per period, with unrounded numbers in the invariant culture and in the KPI's unit.
    /// </summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "period", "baseline", "unit", "currency", "change", "lower", "upper", "relative", "p", "verdict", "flags");
        foreach (YearOverYearChange one in changes)
        {
            Csv.Row(
                text,
                one.Period.ToString(), one.Baseline?.ToString(), one.Change?.Unit?.ToString(), one.Change?.Currency,
                Csv.Number(one.Change?.Difference), Csv.Number(one.Change?.Lower), Csv.Number(one.Change?.Upper),
                Csv.Number(one.Change?.Relative), Csv.Number(one.Change?.PValue), one.Change?.Verdict.ToString(),
                Csv.Flags<YearOverYearFlags>(one.Flags));
        }

        return text.ToString();
    }

    /// <summary>An HTML table of the comparisons, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references; of more than 60 rows it has the first and the last 30.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the comparisons, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references; of more than 60 rows it has the first and the last 30.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => HtmlTable.Of(Table(words), words.HiddenRows);

    /// <summary>The comparisons as an aligned table for a terminal.</summary>
    /// <returns>Text in English.</returns>
    public override string ToString() => ToText();

    private ReportTable Table(Phrases words) => new(
        words.YearOverYearCaption,
        [
            new(words.PeriodColumn),
            new(Phrases.Capitalised(words.ComparedWithLabel)),
            new(words.ChangeColumn, IsNumber: true),
            new(words.IntervalColumn, IsNumber: true),
            new(Phrases.Capitalised(words.RelativeChangeLabel), IsNumber: true),
            new(words.VerdictColumn),
            new(words.NotesColumn),
        ],
        [new(null, [.. changes.Select(one => Row(one, words))])]);

    private static ReportCell[] Row(YearOverYearChange one, Phrases words) =>
    [
        new(words.Period(one.Period)),
        new(one.Baseline is { } baseline ? words.Period(baseline) : ""),
        new(one.Change?.DifferenceIn(words) ?? ""),
        new(one.Change?.RangeIn(words) ?? ""),
        new(one.Change?.Relative is { } relative ? KpiText.Relative(relative, words) : ""),
        one.Change is { } change ? new("", words.VerdictOfPair(change.Verdict), Tone: Phrases.ToneOf(change.Verdict)) : default,
        new(one.Flags.In(words)),
    ];
}
