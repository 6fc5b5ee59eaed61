using System.Text;

namespace CxKpi.Practices;

/// <content>The faces: the KPI observed and weighted, the characteristics, and what they say.</content>
public sealed partial record Representativeness
{
    /// <summary>The KPI as a table: as observed, and weighted where there are weights.</summary>
    /// <param name="language">The language of caption and labels.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English) => bothFigures with { Language = Guard.Defined(language) };

    /// <summary>The report as aligned text for a terminal.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        ReportTable table = Strata(words);
        return $"{bothFigures.ToText(language)}\n{TerminalText.Clean(table.Caption)}\n{TextTableWriter.Write(table, inColour: false)}\n"
            + string.Concat(Notes(words).Select(note => TerminalText.Clean(note) + "\n"));
    }

    /// <summary>The report as Markdown.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text, in which text supplied by users is escaped so that it neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        ReportTable table = Strata(words);
        StringBuilder text = new(bothFigures.ToMarkdown(language));
        text.Append("\n**").Append(Markdown.Text(table.Caption)).Append("**\n\n");
        Markdown.Table(text, table, headingLevel: 3);
        foreach (string note in Notes(words))
        {
            text.Append(Markdown.Line(note)).Append("\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>The categories as comma-separated values by RFC 4180, one row per category, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "margin", "category", "rows", "sample_share", "population_share", "standardized_residual");
        foreach (MarginFit margin in Margins)
        {
            foreach (StratumFit stratum in margin.Strata)
            {
                Csv.Row(
                    text,
                    margin.Name, stratum.Name, Csv.Count(stratum.Rows), Csv.Number(stratum.SampleShare), Csv.Number(stratum.PopulationShare),
                    Csv.Number(stratum.StandardizedResidual));
            }
        }

        return text.ToString();
    }

    /// <summary>The report as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The report as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        HtmlWriter html = new();
        html.Open("div").NewLine();
        html.Raw(bothFigures.ToHtml(words.Language)).NewLine();
        HtmlTable.Write(html, Strata(words));
        foreach (string note in Notes(words))
        {
            html.Open("p").Isolated(note).Close().NewLine();
        }

        return html.Close().ToString();
    }

    /// <summary>The value as observed and weighted, in English.</summary>
    /// <returns>Text for display, such as <c>NPS: +12.0 observed, +18.4 weighted</c>.</returns>
    public override string ToString()
    {
        Phrases words = Phrases.English;
        string weighted = Weights.HasWeights ? Value(Weighted?.Value) : TerminalText.Clean(Weights.Explained(words));
        return $"{TerminalText.Clean(Definition.Symbol)}: {Value(Raw?.Value)} observed, {(Weights.HasWeights ? $"{weighted} weighted" : weighted)}";

        string Value(double? value) => words.Value(Definition, value, Currency);
    }

    /// <summary>The whole report as one table: the categories, and below them the values and what they say.</summary>
    internal NotebookTable Table(Phrases words)
    {
        NotebookTable table = new(
            words.SampleAndPopulationCaption,
            words.CategoryColumn, words.SampleRowsColumn, words.SampleShareColumn, words.PopulationShareColumn, words.ResidualColumn);
        foreach (MarginFit margin in Margins)
        {
            foreach (StratumFit stratum in margin.Strata)
            {
                table.Row([TableLabel.Of(margin.Name) + words.Colon + TableLabel.Of(stratum.Name), .. Cells(stratum, words).Skip(1).Select(cell => cell.Line)]);
            }
        }

        table.Note(string.Join(words.Semicolon, bothFigures.Rows.Select(row =>
            words.Named(row.LabelIn(words), row.Definition, row.Basis) + words.Colon + words.Value(row.Definition, row.Estimate?.Value, row.Currency))));
        foreach (string note in Notes(words))
        {
            table.Note(note);
        }

        return table;
    }

    private ReportTable Strata(Phrases words) => new(
        words.SampleAndPopulationCaption,
        [
            new(words.CategoryColumn), new(words.SampleRowsColumn, IsNumber: true), new(words.SampleShareColumn, IsNumber: true),
            new(words.PopulationShareColumn, IsNumber: true), new(words.ResidualColumn, IsNumber: true),
        ],
        [
            .. Margins.Select(margin => new ReportSection(margin.Name, [.. margin.Strata.Select(stratum => Cells(stratum, words))])),
        ]);

    private static ReportCell[] Cells(StratumFit stratum, Phrases words) =>
    [
        new(stratum.Name, stratum.IsWithoutRows ? words.WithoutAnswers : "", Tone: Tone.Caution),
        new(words.Count(stratum.Rows)),
        new(stratum.SampleShare is { } share ? words.Percent(share) : ""),
        new(words.Percent(stratum.PopulationShare)),
        new(stratum.StandardizedResidual is { } residual ? words.Deviations(residual) : ""),
    ];

    private IEnumerable<string> Notes(Phrases words)
    {
        foreach (MarginFit margin in Margins)
        {
            yield return margin.Said(words);
            if (margin.Response is { Value: { } indicator })
            {
                yield return words.ResponseIndicatorSaid(margin.Name, indicator);
            }
        }

        yield return Weights.Explained(words);
        if (Weights is { KishEffectiveN: { } size, DesignEffect: { } effect })
        {
            yield return words.WeightsCost(Weights.Values.Count, size, effect);
        }

        if (ResponseRate is { } rate && WorstCaseLower is { } lower && WorstCaseUpper is { } upper)
        {
            yield return words.WorstCase(rate, words.Value(Definition, lower, Currency), words.Value(Definition, upper, Currency));
        }
    }
}
