using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <summary>A scorecard as HTML: a fragment, or a page with definitions and charts.</summary>
internal static class ScorecardHtml
{
    internal static string Fragment(Scorecard card, ReportFormat format)
    {
        HtmlWriter html = new();
        html.Open("div", ("class", "cx-report"), ("lang", format.Tag));
        html.Open("style").Raw(ScorecardStyle.Report).Close().NewLine();
        html.Open("p", ("class", "cx-title")).Open("strong").Isolated(card.Title).Close().Close().NewLine();
        html.Element("p", ScorecardWords.Subtitle(card, format), ("class", "cx-subtitle")).NewLine();
        HtmlTable.Write(html, ScorecardWords.Table(card, format));
        Pairs(html, card, format);
        Charts(html, card);
        return html.Close().NewLine().ToString();
    }

    internal static string Page(Scorecard card, ReportFormat format)
    {
        HtmlWriter html = new();
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", format.Tag)).NewLine();
        html.Open("head").NewLine()
            .Void("meta", ("charset", "utf-8")).NewLine()
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).NewLine()
            .Void("meta", ("name", "color-scheme"), ("content", "light dark")).NewLine()
            .Element("title", card.Title).NewLine()
            .Open("style").Raw(ScorecardStyle.Page).Raw(ScorecardStyle.Report).Close().NewLine()
            .Close().NewLine();
        html.Open("body", ("class", "cx-report")).NewLine();
        html.Element("a", format.Say("Skip to the KPIs", "Aller aux indicateurs"), ("class", "cx-skip"), ("href", "#cx-kpis")).NewLine();

        html.Open("header").Open("h1").Isolated(card.Title).Close().NewLine()
            .Element("p", ScorecardWords.Subtitle(card, format), ("class", "cx-subtitle")).NewLine();
        Summary(html, card, format);
        html.Close().NewLine();

        html.Open("main").NewLine();
        html.Open("section", ("id", "cx-kpis"), ("aria-labelledby", "cx-kpis-title"), ("tabindex", "-1")).NewLine()
            .Element("h2", format.Say("KPIs", "Indicateurs"), ("id", "cx-kpis-title")).NewLine();
        if (card.Lines.Count == 0)
        {
            html.Element("p", format.Say("No KPI was added.", "Aucun indicateur n'a été ajouté.")).NewLine();
        }
        else
        {
            HtmlTable.Write(html, ScorecardWords.Table(card, format));
        }

        html.Close().NewLine();
        if (card.Pairs.Count > 0)
        {
            Section(html, "cx-pairs", format.Say("Activity and outcome", "Activité et résultat"), () => Pairs(html, card, format));
        }

        if (card.Charts.Count > 0)
        {
            Section(html, "cx-charts", format.Say("Charts", "Graphiques"), () => Charts(html, card));
        }

        if (card.Lines.Count > 0)
        {
            Section(html, "cx-definitions", format.Say("Definitions", "Définitions"), () => Definitions(html, card, format));
        }

        if (card.Lines.Any(line => line.Benchmark is not null))
        {
            Section(html, "cx-benchmarks", format.Say("Benchmarks", "Références"), () => Benchmarks(html, card, format));
        }

        Section(html, "cx-reading", format.Say("How to read this", "Comment lire cette page"), () =>
        {
            html.Open("ul");
            foreach (string sentence in ScorecardWords.Legend(card, format))
            {
                html.Element("li", sentence).NewLine();
            }

            html.Close().NewLine();
        });
        return html.Close().NewLine().Close().NewLine().Close().NewLine().ToString();
    }

    private static void Section(HtmlWriter html, string id, string heading, Action content)
    {
        html.Open("section", ("id", id), ("aria-labelledby", id + "-title")).NewLine().Element("h2", heading, ("id", id + "-title")).NewLine();
        content();
        html.Close().NewLine();
    }

    private static void Summary(HtmlWriter html, Scorecard card, ReportFormat format)
    {
        html.Open("ul", ("class", "cx-summary"), ("aria-label", format.Say("Summary", "Résumé")));
        foreach (ReportCell part in ScorecardWords.Summary(card, format))
        {
            html.Element("li", part.Text, ("class", HtmlTable.ToneClass(part.Tone)));
        }

        html.Close().NewLine();
    }

    private static void Pairs(HtmlWriter html, Scorecard card, ReportFormat format)
    {
        if (card.Pairs.Count == 0)
        {
            return;
        }

        html.Open("ul", ("class", "cx-pairs"));
        foreach (ScorecardPair pair in card.Pairs)
        {
            html.Open("li").Isolated(ScorecardWords.Pair(card, pair, format)).Close().NewLine();
        }

        html.Close().NewLine();
    }

    // Images, not inline SVG: notebooks that do not trust a document strip the latter. Paper is light whatever the screen is.
    private static void Charts(HtmlWriter html, Scorecard card)
    {
        if (card.Charts.Count == 0)
        {
            return;
        }

        html.Open("div", ("class", "cx-charts"));
        foreach (Chart chart in card.Charts)
        {
            html.Open("figure").Open("picture")
                .Void("source", "srcset", chart.ToSvg(ChartTheme.Dark), ("media", "screen and (prefers-color-scheme: dark)"))
                .Void("img", "src", chart.ToSvg(), ("alt", chart.ToString()), ("width", Pixels(chart.Width)), ("height", Pixels(chart.Height)))
                .Close().Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static string Pixels(double length) => Math.Round(length).ToString(CultureInfo.InvariantCulture);

    private static void Definitions(HtmlWriter html, Scorecard card, ReportFormat format)
    {
        // Formulas and sources are the library's own English; a French reader's software is told so.
        string? english = format.Language == ReportLanguage.English ? null : "en";
        html.Open("dl", ("class", "cx-list")).NewLine();
        foreach (KpiDefinition definition in card.Lines.Select(line => line.Definition).Distinct())
        {
            html.Open("div").Open("dt").Isolated(definition.Symbol).Text(format.Say(": ", " : ")).Isolated(format.Name(definition)).Close();
            html.Open("dd").Element("bdi", definition.Formula, ("class", "cx-formula"), ("lang", english)).Text($" ({format.Direction(definition.Direction)}). ")
                .Element("bdi", definition.Source, ("class", "cx-source"), ("lang", english)).Close().Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static void Benchmarks(HtmlWriter html, Scorecard card, ReportFormat format)
    {
        // By what they say: one that was read from a document is another object.
        html.Open("dl", ("class", "cx-list")).NewLine();
        foreach (ScorecardLine line in card.Lines.Where(line => line.Benchmark is not null).DistinctBy(line => Benchmark.ListToJson([line.Benchmark!]), StringComparer.Ordinal))
        {
            Benchmark benchmark = line.Benchmark!;
            html.Open("div").Open("dt").Isolated(line.Definition.Symbol).Text(format.Say(": ", " : ")).Isolated($"{benchmark.Sector}, {benchmark.Country}, {benchmark.Period}").Close();
            html.Open("dd");
            foreach (BenchmarkBand band in benchmark.Bands)
            {
                html.Isolated(band.Name).Text($" {Bounds(band, line, format)}; ");
            }

            html.Element("bdi", benchmark.Source, ("class", "cx-source")).Text($" ({format.Date(benchmark.Date.WithCalendar(CalendarSystem.Iso))})").Close().Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static string Bounds(BenchmarkBand band, ScorecardLine line, ReportFormat format) => (band.From, band.To) switch
    {
        (null, null) => "",
        (null, { } to) => format.Say($"below {format.Value(line.Definition, to, line.Currency)}", $"moins de {format.Value(line.Definition, to, line.Currency)}"),
        ({ } from, null) => format.Say($"{format.Value(line.Definition, from, line.Currency)} and above", $"{format.Value(line.Definition, from, line.Currency)} et plus"),
        ({ } from, { } to) => format.Interval(line.Definition, from, to, line.Currency),
    };
}
