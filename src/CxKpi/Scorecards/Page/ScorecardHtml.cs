using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <summary>Writes a scorecard as a fragment of HTML, and the sections that a page has too.</summary>
internal static class ScorecardHtml
{
    internal static string Fragment(Scorecard card, Phrases words)
    {
        HtmlWriter html = new();
        html.Open("div", ("class", "cx-report"), ("lang", words.Tag));
        html.Open("style").Raw(ScorecardStyle.Fragment).Close().NewLine();
        html.Open("p", ("class", "cx-title")).Open("strong").Isolated(card.Title).Close().Close().NewLine();
        html.Element("p", ScorecardWords.Subtitle(card, words), ("class", "cx-subtitle")).NewLine();
        ScorecardSummary summary = new(card, words);
        html.Open("p", ("class", "cx-headline")).Open("strong").Isolated(summary.Headline).Close().Close().NewLine();
        html.Open("p", ("class", "cx-subtitle")).Isolated(summary.Lead).Close().NewLine();
        HtmlTable.Write(html, ScorecardWords.Table(card, words));
        Pairs(html, card, words);
        foreach (ScorecardSection section in card.Sections)
        {
            Table(html, section, words);
        }

        Charts(html, card);
        return html.Close().NewLine().ToString();
    }

    internal static void Section(HtmlWriter html, string id, string heading, Action content)
    {
        html.Open("section", ("id", id), ("aria-labelledby", id + "-title")).NewLine().Element("h2", heading, ("id", id + "-title")).NewLine();
        content();
        html.Close().NewLine();
    }

    internal static void Pairs(HtmlWriter html, Scorecard card, Phrases words)
    {
        if (card.Pairs.Count == 0)
        {
            return;
        }

        html.Open("ul", ("class", "cx-pairs"));
        foreach (ScorecardPair pair in card.Pairs)
        {
            html.Open("li").Isolated(ScorecardWords.Pair(card, pair, words)).Close().NewLine();
        }

        html.Close().NewLine();
    }

    // A section without a translation is in its own language, of which a reader's software is told.
    internal static void Table(HtmlWriter html, ScorecardSection section, Phrases words)
    {
        ScorecardSection shown = section.In(words.Language);
        html.Open("div", ("lang", words.TagOf(shown.Language)));
        HtmlTable.Write(html, shown.Table());
        foreach (string note in shown.Notes)
        {
            html.Open("p", ("class", "cx-subtitle")).Isolated(note).Close().NewLine();
        }

        html.Close().NewLine();
    }

    /// <summary>The charts: drawn into a page, which states their colours for both themes and for paper; as images elsewhere.</summary>
    /// <remarks>Notebooks that do not trust a document strip drawings. Paper is light whatever the screen is.</remarks>
    internal static void Charts(HtmlWriter html, Scorecard card, bool isPage = false)
    {
        if (card.Charts.Count == 0)
        {
            return;
        }

        html.Open("div", ("class", "cx-charts"));
        for (int i = 0; i < card.Charts.Count; i++)
        {
            Chart chart = card.Charts[i];
            html.Open("figure");
            _ = isPage
                ? html.Raw(chart.ToInlineSvg(string.Create(CultureInfo.InvariantCulture, $"cx-chart-{i + 1}-")))
                : html.Open("picture")
                    .Void("source", "srcset", chart.ToSvg(ChartTheme.Dark), ("media", "screen and (prefers-color-scheme: dark)"))
                    .Void(
                        "img",
                        "src",
                        chart.ToSvg(ChartTheme.Light),
                        ("alt", chart.Alternative),
                        ("width", Pixels(chart.Width)),
                        ("height", Pixels(chart.Height)))
                    .Close();
            html.NewLine()
                .Open("figcaption", ("class", "cx-hidden")).Isolated(chart.Title).Close().NewLine();
            if (chart.Data.Rows.Count > 0)
            {
                // A wide table scrolls in its place.
                html.Open("details", ("style", "overflow-x:auto")).Element("summary", Phrases.For(chart.Language).ChartDataLabel).NewLine();
                chart.Data.Write(html, chart.Title, isStyled: true);
                html.Close().NewLine();
            }

            html.Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static string Pixels(double length) => Math.Round(length).ToString(CultureInfo.InvariantCulture);

    internal static void Definitions(HtmlWriter html, Scorecard card, Phrases words)
    {
        html.Open("dl", ("class", "cx-list")).NewLine();
        foreach (KpiDefinition definition in card.Lines.Select(line => line.Definition).Distinct())
        {
            // Sources are cited in English, and so is a KPI without a translation; a reader's software is told so.
            KpiTranslation names = words.Translation(definition);
            string? language = words.TagOf(names.Language);
            html.Open("div").Open("dt", ("lang", language)).Isolated(names.Symbol).Text(words.Colon).Isolated(names.Name).Close();
            html.Open("dd").Element("bdi", names.Formula, ("class", "cx-formula"), ("lang", language)).Text($" ({words.Direction(definition.Direction)}). ")
                .Element("bdi", definition.Source, ("class", "cx-source"), ("lang", words.TagOf(ReportLanguage.English))).Close().Close().NewLine();
        }

        html.Close().NewLine();
    }

    internal static void Benchmarks(HtmlWriter html, Scorecard card, Phrases words)
    {
        html.Open("dl", ("class", "cx-list")).NewLine();
        foreach (ScorecardLine line in card.Lines.Where(line => line.Benchmark is not null).DistinctBy(line => line.Benchmark))
        {
            Benchmark benchmark = line.Benchmark!;
            html.Open("div").Open("dt").Isolated(words.Symbol(line.Definition)).Text(words.Colon)
                .Isolated($"{benchmark.Sector}, {benchmark.Country}, {benchmark.Period}").Close();
            html.Open("dd");
            foreach (BenchmarkBand band in benchmark.Bands)
            {
                html.Isolated(band.Name).Text($" {band.BoundsIn(words, bound => words.Value(line.Definition, bound, line.Currency))}{words.Semicolon}");
            }

            html.Element("bdi", benchmark.Source, ("class", "cx-source"))
                .Text($" ({words.Date(benchmark.Date.WithCalendar(CalendarSystem.Iso))})").Close().Close().NewLine();
        }

        html.Close().NewLine();
    }
}
