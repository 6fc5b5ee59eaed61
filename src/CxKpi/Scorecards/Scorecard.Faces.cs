using System.Text;
using System.Text.Json;
using NodaTime;

namespace CxKpi;

public sealed partial record Scorecard
{
    private const int NarrowestText = 40;

    /// <summary>Reads a scorecard from the JSON that <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The JSON document.</param>
    /// <returns>The scorecard, with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The text is not such a document, has an unknown version, or breaks a rule, which the message names.</exception>
    public static Scorecard FromJson(string json) => DocumentContract.Read<ScorecardDocument>(ScorecardJsonUpgrade.ToLatest(Guard.NotNull(json))).Scorecard;

    /// <summary>Returns one point per line, in the flat shape that series and segments give as well, with its change from the period before and its
    /// verdict.</summary>
    /// <param name="language">The language of the labels.</param>
    /// <returns>The points in the order of the lines. The key is the label as it was given; target, benchmark and trend are in <see cref="ToJson"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public IReadOnlyList<KpiPoint> ToPoints(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ValueList.Of(Lines.Select(line =>
            (KpiPoint.Of(
                words,
                line.Label,
                words.Label(line.Label, line.Definition),
                line.Definition,
                line.Basis,
                line.Currency,
                line.Estimate,
                Confidence) with
            {
                Group = line.Group,
            })
            .In(line.Period)
            .ComparedWith(line.Previous?.Value, line.Previous?.Change, words)
            .Judged(line.Judgement is { } judged ? (judged.Verdict, judged.Lower, judged.Upper, judged.ReasonIn(language)) : null)));
    }

    /// <summary>What the scorecard says first: targets, what changed beyond chance, and what the season explains.</summary>
    /// <param name="language">The language of the sentences.</param>
    /// <returns>Whole sentences, composed from the verdicts of the lines.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string Headline(ReportLanguage language = ReportLanguage.English) => new ScorecardSummary(this, Phrases.For(language)).Headline;

    /// <summary>What to act on and to watch, how many lines are quiet, what rests on thin samples, and how many lines chance marks.</summary>
    /// <param name="language">The language of the sentences.</param>
    /// <returns>Whole sentences; empty when there is nothing to say.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string Lead(ReportLanguage language = ReportLanguage.English) => new ScorecardSummary(this, Phrases.For(language)).Lead;

    /// <summary>Writes the scorecard as aligned text for a terminal, without colour.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>
    /// Lines that end with a line feed. Control characters in text supplied by users are removed, and a table cell is cut where it is too long.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English) => ToText(language, int.MaxValue, inColour: false);

    /// <summary>Writes the scorecard as text for a terminal of a width, without colour.</summary>
    /// <param name="width">The number of columns, at least 40. Sentences are wrapped. Where the table would be wider it is a narrow one, with value,
    /// interval, change, verdict and target, and where that is not enough each line of the scorecard becomes a few lines of text.</param>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>Lines that end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 40, or <paramref name="language"/> is not a named value.</exception>
    public string ToText(int width, ReportLanguage language = ReportLanguage.English) =>
        ToText(language, Guard.InRange(width, NarrowestText, int.MaxValue), inColour: false);

    /// <summary>Writes the scorecard as aligned text for a terminal that shows ANSI colours; every colour repeats what a word says.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>Lines that end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToColouredText(ReportLanguage language = ReportLanguage.English) => ToText(language, int.MaxValue, inColour: true);

    /// <summary>Writes the scorecard as text for a terminal of a width that shows ANSI colours; every colour repeats what a word says.</summary>
    /// <inheritdoc cref="ToText(int, ReportLanguage)"/>
    public string ToColouredText(int width, ReportLanguage language = ReportLanguage.English) =>
        ToText(language, Guard.InRange(width, NarrowestText, int.MaxValue), inColour: true);

    /// <summary>Writes the scorecard as Markdown, with one table per group.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, in which text supplied by users is escaped so that it neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        StringBuilder text = new();
        text.Append("# ").Append(Markdown.Text(Title)).Append("\n\n").Append(Markdown.Text(ScorecardWords.Subtitle(this, words))).Append("\n\n");
        ScorecardSummary summary = new(this, words);
        text.Append("**").Append(Markdown.Text(summary.Headline)).Append("**\n\n");
        if (summary.Lead is { Length: > 0 } lead)
        {
            text.Append(Markdown.Line(lead)).Append("\n\n");
        }

        Markdown.Table(text, ScorecardWords.Table(this, words), headingLevel: 2);
        foreach (ScorecardPair pair in Pairs)
        {
            text.Append("- ").Append(Markdown.Line(ScorecardWords.Pair(this, pair, words))).Append('\n');
        }

        foreach (ScorecardSection section in Sections.Select(section => section.In(language)))
        {
            text.Append("\n## ").Append(Markdown.Text(section.Title)).Append("\n\n");
            Markdown.Table(text, section.Table(), headingLevel: 3);
            foreach (string note in section.Notes)
            {
                text.Append(Markdown.Line(note)).Append("\n\n");
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Writes the scorecard as JSON of the schema <c>cxkpi.scorecard</c>, version 4; the charts are not included.</summary>
    /// <returns>The document, which <see cref="FromJson"/> reads.</returns>
    public string ToJson() => DocumentContract.Write(new ScorecardDocument(this));

    /// <summary>
    /// Writes the scorecard as comma-separated values by RFC 4180, one row per line of it, with unrounded numbers in the invariant culture and in the KPIs'
    /// units.
    /// </summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv() => ScorecardCsv.Write(this);

    /// <summary>Writes the scorecard as a fragment of HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>Writes the scorecard as a fragment of HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ScorecardHtml.Fragment(this, words);

    /// <summary>Writes the scorecard for the body of an e-mail: tables with inline styles and no pictures, below 100 KB; the finding comes first.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One table. Of more than 100 lines it holds those to act on and to watch, and says how many others there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToEmailHtml(ReportLanguage language = ReportLanguage.English) => ScorecardEmail.Write(this, Phrases.For(language));

    /// <summary>Writes the scorecard as a self-contained HTML page for phones, screens and A4 paper, in a light and a dark theme, without scripts or
    /// external references.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The page, which is well-formed XML.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtmlPage(ReportLanguage language = ReportLanguage.English) => ScorecardPage.Write(this, Phrases.For(language));

    /// <summary>The scorecard as aligned text for a terminal.</summary>
    /// <returns>Text in English without colour.</returns>
    public override string ToString() => ToText();

    private string ToText(ReportLanguage language, int width, bool inColour)
    {
        Phrases words = Phrases.For(language);
        ScorecardSummary summary = new(this, words);
        StringBuilder text = new();
        Paragraph(Title);
        Paragraph(ScorecardWords.Subtitle(this, words));
        text.Append('\n');
        Paragraph(summary.Headline);
        Paragraph(summary.Lead);
        ReportTable table = ScorecardWords.Table(this, words);
        bool isNarrow = TextTableWriter.Width(table) > width;
        text.Append('\n').Append(TextTableWriter.Write(isNarrow ? ScorecardWords.NarrowTable(this, words) : table, inColour, width));
        if (isNarrow)
        {
            text.Append('\n');
            Paragraph(ScorecardWords.Bases(this, words));
        }

        foreach (ScorecardPair pair in Pairs)
        {
            text.Append('\n');
            Paragraph(ScorecardWords.Pair(this, pair, words));
        }

        foreach (ScorecardSection section in Sections.Select(section => section.In(language)))
        {
            text.Append('\n');
            Paragraph(section.Title);
            text.Append(TextTableWriter.Write(section.Table(), inColour, width));
            foreach (string note in section.Notes)
            {
                Paragraph(note);
            }
        }

        return text.ToString();

        void Paragraph(string sentences)
        {
            foreach (string line in TerminalText.Wrapped(TerminalText.Clean(sentences), width))
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
