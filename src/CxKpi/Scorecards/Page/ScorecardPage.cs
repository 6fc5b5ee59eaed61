namespace CxKpi;

/// <summary>Writes a scorecard as a page: the finding first, the most urgent lines, all lines, and below them charts and definitions.</summary>
internal static class ScorecardPage
{
    private const int MostTiles = 3;

    // A longer table shows exceptions first, and its quiet groups closed.
    private const int LongFrom = 30;

    // No script runs, nothing is loaded, and pictures are in the page.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    internal static string Write(Scorecard card, Phrases words)
    {
        ScorecardSummary summary = new(card, words);
        HtmlWriter html = new();
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", words.Tag)).NewLine();
        html.Open("head").NewLine()
            .Void("meta", ("charset", "utf-8")).NewLine()
            .Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).NewLine()
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).NewLine()
            .Void("meta", ("name", "color-scheme"), ("content", "light dark")).NewLine()
            .Element("title", card.Title).NewLine()
            .Open("style").Raw(ScorecardStyle.WholePage).Close().NewLine()
            .Close().NewLine();
        html.Open("body", ("class", "cx-report")).NewLine();
        html.Element("a", words.SkipToTheKpis, ("class", "cx-skip"), ("href", "#cx-kpis")).NewLine();
        Head(html, card, summary, words);
        html.Open("main").NewLine();
        Tiles(html, summary, words);
        html.Open("section", ("id", "cx-kpis"), ("aria-labelledby", "cx-kpis-title"), ("tabindex", "-1")).NewLine()
            .Element("h2", words.KpisHeading, ("id", "cx-kpis-title"), ("class", "cx-hidden")).NewLine();
        Lines(html, card, summary, words);
        html.Close().NewLine();
        Rest(html, card, words);
        return html.Close().NewLine().Close().NewLine().Close().NewLine().ToString();
    }

    private static void Head(HtmlWriter html, Scorecard card, ScorecardSummary summary, Phrases words)
    {
        html.Open("header").NewLine();
        string period = ScorecardWords.Period(card) is { } one ? $" · {words.Period(one)}" : "";
        html.Open("p", ("class", "cx-kicker")).Open("span").Isolated(card.Title).Text(period).Close()
            .Element("span", $"{words.KpiCount(card.Lines.Count)}. {ScorecardWords.Subtitle(card, words)}").Close().NewLine();
        html.Open("h1").Isolated(summary.Headline).Close().NewLine();
        if (summary.Lead is { Length: > 0 } lead)
        {
            html.Open("p", ("class", "cx-lead")).Isolated(lead).Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static void Tiles(HtmlWriter html, ScorecardSummary summary, Phrases words)
    {
        if (summary.Urgent.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "cx-tiles"), ("aria-label", words.MostUrgentHeading)).NewLine();
        foreach (ScorecardLine line in summary.Urgent.Take(MostTiles))
        {
            html.Open("div", ("class", "cx-tile")).Open("h2").Isolated(ScorecardSummary.Name(line, words)).Close();
            html.Open("p").Element("bdi", line.ValueIn(words), ("class", "cx-huge")).Text(" ")
                .Element("bdi", line.IntervalIn(words), ("class", "cx-quiet"))
                .Close();
            html.Raw(LineMarks.Sparkline(line, 300, 46));
            html.Open("p");
            ReportCell change = LineParts.Change(line, words), target = LineParts.Target(line, words);
            LineTable.Cell(html, change with { Because = line.Previous?.Period is { } then ? words.From(words.Period(then)) : "" });
            if (!target.IsEmpty)
            {
                html.Text(change.IsEmpty ? "" : " · ");
                LineTable.Cell(html, target);
            }

            html.Close().Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static void Lines(HtmlWriter html, Scorecard card, ScorecardSummary summary, Phrases words)
    {
        if (card.Lines.Count == 0)
        {
            return;
        }

        LineTable table = new(card.Lines, words);
        if (card.Lines.Count <= LongFrom)
        {
            table.Write(html, card.Lines, withGroups: true);
            return;
        }

        if (summary.Urgent.Count > 0)
        {
            html.Element("h3", words.ExceptionsHeading).NewLine();
            table.Write(html, summary.Urgent, withGroups: false);
        }

        foreach (IGrouping<string, ScorecardLine> group in card.Lines.GroupBy(line => line.Group ?? "", StringComparer.Ordinal))
        {
            ScorecardLine[] lines = [.. group];
            bool isQuiet = !lines.Any(line => ScorecardSummary.UrgencyOf(line) < Urgency.Thin);
            html.Open("details", ("class", "cx-part"), ("open", isQuiet ? null : "open"));
            html.Open("summary").Isolated(group.Key.Length > 0 ? group.Key : words.KpisHeading)
                .Text(words.Colon + string.Join(", ", ScorecardWords.Summary(lines, words).Select(part => part.Text))).Close().NewLine();
            table.Write(html, lines, withGroups: false);
            html.Close().NewLine();
        }
    }

    private static void Rest(HtmlWriter html, Scorecard card, Phrases words)
    {
        if (card.Pairs.Count > 0)
        {
            ScorecardHtml.Section(html, "cx-pairs", words.ActivityAndOutcome, () => ScorecardHtml.Pairs(html, card, words));
        }

        for (int i = 0; i < card.Sections.Count; i++)
        {
            ScorecardSection shown = card.Sections[i];
            ScorecardHtml.Section(
                html,
                FormattableString.Invariant($"cx-section-{i + 1}"),
                shown.In(words.Language).Title,
                () => ScorecardHtml.Table(html, shown, words));
        }

        if (card.Charts.Count > 0)
        {
            ScorecardHtml.Section(html, "cx-charts", words.ChartsHeading, () => ScorecardHtml.Charts(html, card, isPage: true));
        }

        if (card.Lines.Count > 0)
        {
            Folded(html, "cx-definitions", words.DefinitionsHeading, () => ScorecardHtml.Definitions(html, card, words));
        }

        if (card.Lines.Any(line => line.Benchmark is not null))
        {
            Folded(html, "cx-benchmarks", words.BenchmarksHeading, () => ScorecardHtml.Benchmarks(html, card, words));
        }

        Folded(html, "cx-reading", words.HowToRead, () =>
        {
            html.Open("ul");
            foreach (string sentence in LineWords.Legend(words))
            {
                html.Element("li", sentence).NewLine();
            }

            html.Close().NewLine();
        });
    }

    private static void Folded(HtmlWriter html, string id, string heading, Action content)
    {
        html.Open("details", ("id", id), ("class", "cx-part")).NewLine().Element("summary", heading).NewLine();
        content();
        html.Close().NewLine();
    }
}
