using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>Writes a scorecard for e-mail: tables with inline styles, no pictures, the finding first, and nothing that clients cut out.</summary>
internal static class ScorecardEmail
{
    private const string Font = "font-family:Helvetica,Arial,sans-serif;", Ink = "color:#1b1f24;", Quiet = "color:#57606a;";

    private const string Rule = "border-bottom:1px solid #d0d7de;";

    private const string CellStyle = $"padding:6px 10px 6px 0;{Rule}";

    // Clients cut a message off beyond about 100 KB: what is left out is said.
    private const int MostLines = 100, MostBytes = 100_000;

    internal static string Write(Scorecard card, Phrases words)
    {
        int most = MostLines;
        string mail = Write(card, words, most);
        while (most > 1 && Encoding.UTF8.GetByteCount(mail) > MostBytes)
        {
            most = most * 4 / 5;
            mail = Write(card, words, most);
        }

        return mail;
    }

    private static string Write(Scorecard card, Phrases words, int most)
    {
        ScorecardSummary summary = new(card, words);
        HtmlWriter html = new();
        html.Open(
            "table",
            ("role", "presentation"), ("lang", words.Tag), ("width", "100%"), ("cellpadding", "0"), ("cellspacing", "0"), ("style", "background:#ffffff"));
        html.Open("tr").Open("td", ("style", $"{Font}{Ink}padding:16px;max-width:720px"));
        string period = ScorecardWords.Period(card) is { } one ? words.Period(one) : "";
        Paragraph(html, $"margin:0;font-size:13px;{Quiet}", Phrases.JoinNotEmpty(" · ", card.Title, period));
        html.Open("h1", ("style", "margin:4px 0 8px;font-size:22px;line-height:1.3")).Isolated(summary.Headline).Close().NewLine();
        if (summary.Lead is { Length: > 0 } lead)
        {
            Paragraph(html, $"margin:0 0 16px;font-size:14px;line-height:1.5;{Quiet}", lead);
        }

        ScorecardLine[] shown = card.Lines.Count <= most ? [.. card.Lines] : [.. summary.Urgent.Take(most)];
        Table(html, shown, words, isGrouped: card.Lines.Count <= most);
        if (shown.Length < card.Lines.Count)
        {
            Paragraph(html, $"margin:8px 0 0;font-size:13px;{Quiet}", words.LinesLeftOut(card.Lines.Count - shown.Length));
        }

        foreach (ScorecardPair pair in card.Pairs)
        {
            Paragraph(html, "margin:8px 0 0;font-size:14px", ScorecardWords.Pair(card, pair, words));
        }

        Paragraph(html, $"margin:16px 0 0;font-size:12px;{Quiet}", ScorecardWords.Subtitle(card, words));
        return html.Close().Close().Close().NewLine().ToString();
    }

    // Lines by urgency have no groups.
    private static void Table(HtmlWriter html, ScorecardLine[] lines, Phrases words, bool isGrouped)
    {
        if (lines.Length == 0)
        {
            return;
        }

        html.Open(
            "table",
            ("width", "100%"), ("cellpadding", "0"), ("cellspacing", "0"), ("style", $"border-collapse:collapse;{Font}{Ink}font-size:14px")).NewLine();
        html.Open("thead").Open("tr");
        foreach (string header in (string[])[words.KpiColumn, words.ValueColumn, $"{words.ChangeColumn}, {words.TargetColumn}"])
        {
            const string Style = $"padding:4px 10px 4px 0;font-size:12px;{Quiet}border-bottom:2px solid #1b1f24";
            html.Element("th", header, ("scope", "col"), ("align", "left"), ("style", Style));
        }

        html.Close().Close().NewLine().Open("tbody").NewLine();
        string? group = null;
        bool isFirst = true;
        foreach (ScorecardLine line in lines)
        {
            string? own = isGrouped ? line.Group : null;
            if (!string.Equals(own, group, StringComparison.Ordinal))
            {
                _ = isFirst ? html : html.Close().NewLine().Open("tbody").NewLine();
                html.Open("tr").Open("th", ("colspan", 3.ToString(CultureInfo.InvariantCulture)), ("align", "left"), ("scope", "rowgroup"),
                    ("style", $"padding:12px 0 4px;font-size:12px;{Quiet}{Rule}")).Isolated(own ?? words.WithoutGroup).Close().Close().NewLine();
            }

            group = own;
            isFirst = false;
            Row(html, line, words);
        }

        html.Close().Close().NewLine();
    }

    private static void Row(HtmlWriter html, ScorecardLine line, Phrases words)
    {
        string interval = line.IntervalIn(words);
        html.Open("tr");
        html.Open("th", ("scope", "row"), ("align", "left"), ("valign", "top"), ("style", $"{CellStyle}font-weight:normal"));
        html.Open("div", ("style", "word-break:break-word"));
        Part(html, words.Named(words.Label(line.Label, line.Definition), line.Definition, line.Basis), "font-weight:bold", line.BaseIn(words));
        html.Close().Close();
        Cell(html, line.ValueIn(words), "font-weight:bold;white-space:nowrap", interval);
        ReportCell change = LineParts.Change(line, words), target = LineParts.Target(line, words);
        html.Open("td", ("valign", "top"), ("style", CellStyle));
        Part(html, change.Text ?? "", Colour(change.Tone), change.Because ?? "");
        _ = change.IsEmpty || target.IsEmpty ? html : html.Void("br");
        Part(html, target.Text ?? "", Colour(target.Tone), target.Because ?? "");
        html.Close().Close().NewLine();
    }

    private static void Cell(HtmlWriter html, string text, string style, string below)
    {
        html.Open("td", ("valign", "top"), ("style", CellStyle));
        Part(html, text, style, below);
        html.Close();
    }

    private static void Part(HtmlWriter html, string text, string style, string below)
    {
        if (text.Length > 0)
        {
            html.Open("span", ("style", style)).Isolated(text).Close();
        }

        if (below.Length > 0)
        {
            html.Void("br").Open("span", ("style", $"font-size:12px;{Quiet}")).Isolated(below).Close();
        }
    }

    private static void Paragraph(HtmlWriter html, string style, string text) => html.Open("p", ("style", style)).Isolated(text).Close().NewLine();

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Good => "color:#116329;font-weight:bold",
        Tone.Bad => "color:#a40e26;font-weight:bold",
        Tone.Caution => "color:#7d4e00;font-weight:bold",
        Tone.Plain => "",
    };
}
