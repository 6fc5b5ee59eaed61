using System.Text;
using System.Text.Json;
using NodaTime;

namespace CxKpi;

public sealed partial record Scorecard
{
    /// <summary>A scorecard from the JSON that <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The scorecard, with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The text is no such document, has a version that is not known, or breaks a rule, which the message names.</exception>
    public static Scorecard FromJson(string json) => ScorecardJson.ReadScorecard(Guard.NotNull(json));

    /// <summary>Aligned text for a terminal, without colour.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>Lines that end with a line feed; what a user supplied cannot steer the terminal, and a cell of the table is cut where it is too long.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English) => ToText(language, inColour: false);

    /// <summary>Aligned text for a terminal that shows ANSI colours; every colour repeats what a word says.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>Lines that end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToColouredText(ReportLanguage language = ReportLanguage.English) => ToText(language, inColour: true);

    /// <summary>Markdown with a table per group.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text; what a user supplied neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        StringBuilder text = new();
        text.Append("# ").Append(Markdown.Text(Title)).Append("\n\n").Append(Markdown.Text(ScorecardWords.Subtitle(this, words))).Append("\n\n");
        Markdown.Table(text, ScorecardWords.Table(this, words), headingLevel: 2);
        foreach (ScorecardPair pair in Pairs)
        {
            text.Append("- ").Append(Markdown.Line(ScorecardWords.Pair(this, pair, words))).Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>JSON by the contract <c>cxkpi.scorecard</c>, version 2; the charts are not in it.</summary>
    /// <returns>The document; <see cref="FromJson"/> reads it.</returns>
    public string ToJson() => ScorecardJson.Write(this);

    /// <summary>A row per line as comma-separated values by RFC 4180, with unrounded invariant numbers in the KPIs' units.</summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv() => ScorecardCsv.Write(this);

    /// <summary>A fragment of HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>A fragment of HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ScorecardHtml.Fragment(this, words);

    /// <summary>A self-contained page: light and dark, on a phone, a screen and A4 paper, without script or outside reference.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The page, well-formed as XML.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtmlPage(ReportLanguage language = ReportLanguage.English) => ScorecardHtml.Page(this, Phrases.For(language));

    /// <summary>The text for a terminal.</summary>
    /// <returns>English text without colour.</returns>
    public override string ToString() => ToText();

    private string ToText(ReportLanguage language, bool inColour)
    {
        Phrases words = Phrases.For(language);
        StringBuilder text = new();
        text.Append(TerminalText.Clean(Title)).Append('\n').Append(ScorecardWords.Subtitle(this, words)).Append("\n\n");
        text.Append(TextTableWriter.Write(ScorecardWords.Table(this, words), inColour));
        foreach (ScorecardPair pair in Pairs)
        {
            text.Append('\n').Append(TerminalText.Clean(ScorecardWords.Pair(this, pair, words))).Append('\n');
        }

        return text.ToString();
    }
}
