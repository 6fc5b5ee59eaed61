using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class ScorecardFacesTests
{
    private static readonly Func<Scorecard, string>[] Faces =
    [
        card => card.ToText(),
        card => card.ToText(ReportLanguage.French),
        card => card.ToText(ReportLanguage.German),
        card => card.ToColouredText(),
        card => card.ToMarkdown(),
        card => card.ToMarkdown(ReportLanguage.French),
        card => card.ToMarkdown(ReportLanguage.German),
        card => card.ToJson(),
        card => card.ToCsv(),
        card => card.ToHtml(),
        card => card.ToHtmlPage(),
        card => card.ToHtmlPage(ReportLanguage.French),
        card => card.ToHtmlPage(ReportLanguage.German),
    ];

    [Fact]
    public void ToText_IsAlignedAndInWords()
    {
        string[] lines = Example.Card().ToText().Split('\n');

        Assert.Equal("Shop", lines[0]);
        Assert.Equal("Figures through 30 November 2026. Intervals at 95% confidence.", lines[1]);
        Assert.Equal("Of 2 targets 2 are undecided. Changed beyond sampling error, without a history to judge by: Shop, Churn and EngagementShop.", lines[3]);
        Assert.Equal(
            "Watch Shop (+33.3 against at least +40.0) and Churn (3.0% against at most 2.0%). 1 of 4 is as expected or shows no evidence of a change. "
                + "Without an interval: CAC. 4 lines were judged; if nothing changed, chance alone marks 0.2 of them. "
                + "4 by sampling error only: chance marks these more often.",
            lines[4]);
        lines = lines[2..];
        Assert.Equal("KPI|Value|Interval|Base|Verdict|From previous|From last year|Trend|Target|Benchmark|Notes", Cells(lines[4]));
        Assert.Equal("Shop", lines[6]);
        Assert.Equal(
            "Shop|+33.3|+22.6 to +43.2|225 answers|better (sampling error only)|+20.3"
                + "|+13.3 no evidence, sampling error only|better (Shop)|at least +40.0 undecided|Shop|Shop",
            Cells(lines[7]));
        Assert.Equal(lines[4].IndexOf("From previous", StringComparison.Ordinal), lines[7].IndexOf("+20.3", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', Example.Card().ToText());
    }

    [Fact]
    public void ToColouredText_AddsColourAndNothingElse() =>
        Assert.Equal(
            Blanks(Example.Card().ToText()),
            Blanks(Regex.Replace(Example.Card().ToColouredText(), "\u001b\\[[0-9]+m", "", RegexOptions.None, TimeSpan.FromSeconds(5))));

    [Fact]
    public void ToText_OfAPair_SaysWhatTheTwoDid() =>
        Assert.Contains(
            "EngagementShop +20.0 pp (better); Conversion −0.1 pp (no evidence). The activity moved; there is no evidence that the outcome did.",
            Example.Card().ToText(),
            StringComparison.Ordinal);

    [Fact]
    public void French_HasFrenchWordsAndNumbers()
    {
        string text = Example.Card().ToText(ReportLanguage.French);

        Assert.Contains("Données jusqu'au 30 novembre 2026. Intervalles de confiance à 95\u202F%.", text, StringComparison.Ordinal);
        Assert.Contains("+33,3", text, StringComparison.Ordinal);
        Assert.Contains("meilleur (erreur d'échantillonnage seule)", text, StringComparison.Ordinal);
        Assert.Contains("au moins +40,0 non tranché", text, StringComparison.Ordinal);
        Assert.Contains("500,00\u202FEUR", text, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", Example.Card().ToHtmlPage(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("score net de recommandation", Example.Card().ToHtmlPage(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_HasATablePerGroup()
    {
        string[] lines = Example.Card("a|b").ToMarkdown().Split('\n');

        Assert.Equal("# a\\|b", lines[0]);
        string[] headings = [.. lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        Assert.Equal(["## a\\|b", "## Money", "## a\\|b"], headings);
        Assert.Equal([.. Enumerable.Repeat(12, 10), 3, 3, 3], Borders(string.Join('\n', lines)));
    }

    [Fact]
    public void EqualInputs_GiveEqualOutput() => Assert.All(Faces, face => Assert.Equal(face(Example.Card()), face(Example.Card())));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Faces_AreTheSameUnderEveryCulture(string culture)
    {
        CultureInfo before = CultureInfo.DefaultThreadCurrentCulture ?? CultureInfo.InvariantCulture;
        string[] expected = [.. Faces.Select(face => face(Example.Card()))];
        string[] actual = [];
        Thread thread = new(() => actual = [.. Faces.Select(face => face(Example.Card()))])
        {
            CurrentCulture = CultureInfo.GetCultureInfo(culture),
            CurrentUICulture = CultureInfo.GetCultureInfo(culture),
        };
        thread.Start();
        thread.Join();

        Assert.Equal(expected, actual);
        Assert.Equal(before, CultureInfo.DefaultThreadCurrentCulture ?? CultureInfo.InvariantCulture);
    }

    [Fact]
    public void EmptyScorecard_HasAllFaces()
    {
        Scorecard empty = Scorecard.Titled("Nothing yet").Build();
        Assert.All(Faces, face => Assert.NotEqual("", face(empty)));
        Assert.Contains("No KPI was added.", XDocument.Parse(empty.ToHtmlPage()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtmlPage_IsAccessible()
    {
        XDocument page = XDocument.Parse(Example.Card().ToHtmlPage());
        XElement[] all = [.. page.Descendants()];

        Assert.Equal("en", page.Root!.Attribute("lang")?.Value);
        Assert.Single(all, x => x.Name == "main");
        Assert.Single(all, x => x.Name == "header");
        Assert.Single(all, x => x.Name == "h1");
        Assert.All(all.Where(x => x.Name == "table"), x => Assert.NotEqual("", x.Element("caption")?.Value));
        Assert.All(all.Where(x => x.Name == "th"), x => Assert.Contains(x.Attribute("scope")?.Value, new[] { "col", "row", "rowgroup" }));
        Assert.All(all.Where(x => x.Name == "section"), x => Assert.Contains(all, y => y.Attribute("id")?.Value == x.Attribute("aria-labelledby")?.Value));
        string[] ids = [.. all.Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(all.Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
        Assert.Contains(all, x => x.Name == "meta" && x.Attribute("name")?.Value == "viewport");
    }

    [Fact]
    public void ToHtmlPage_NamesDefinitionsAndBenchmarks()
    {
        string text = XDocument.Parse(Example.Card("Retail").ToHtmlPage()).Root!.Value;
        Assert.Contains("NPS: Net Promoter Score", text, StringComparison.Ordinal);
        Assert.Contains("customers lost / customers at the start (lower is better). N. Bendle", text, StringComparison.Ordinal);
        Assert.Contains("lowRetail −100.0 to 0.0; Retail 0.0 to +50.0; highRetail +50.0 to +100.0; Retail (15 January 2026)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtmlPage_DrawsChartsOnceForBothThemes()
    {
        Scorecard card = Example.Card();
        XElement page = XDocument.Parse(card.ToHtmlPage()).Root!;
        XElement drawing = page.Descendants("figure").Single().Elements().First();

        Assert.Equal("svg", drawing.Name.LocalName);
        Assert.DoesNotContain("#", string.Concat(drawing.Descendants().Attributes("fill").Select(fill => fill.Value)), StringComparison.Ordinal);
        Assert.Contains("--chart-0:#ffffff;", card.ToHtmlPage(), StringComparison.Ordinal);
        Assert.Contains("@media screen and (prefers-color-scheme: dark) { .cx-report { --chart-0:#14171c;", card.ToHtmlPage(), StringComparison.Ordinal);
        Assert.Equal(card.Charts[0].Title, page.Descendants("figcaption").Single().Value);
    }

    [Fact]
    public void ToHtml_ShowsChartsAsImagesInBothThemes()
    {
        Scorecard card = Example.Card();
        XElement picture = XDocument.Parse(card.ToHtml()).Descendants("picture").Single();

        Assert.Equal(card.Charts[0].ToSvg(), Decoded(picture.Element("img")!.Attribute("src")!.Value));
        Assert.Equal(card.Charts[0].ToSvg(ChartTheme.Dark), Decoded(picture.Element("source")!.Attribute("srcset")!.Value));
        Assert.StartsWith("Shop: ", picture.Element("img")!.Attribute("alt")!.Value, StringComparison.Ordinal);

        static string Decoded(string uri) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(uri["data:image/svg+xml;base64,".Length..]));
    }

    [Fact]
    public void ToHtmlPage_Of200KpisAnd60Charts_IsBelowTwoAndAHalfMegabytes()
    {
        ScorecardBuilder builder = Scorecard.Titled("Large", asOf: new LocalDate(2026, 11, 30));
        KpiSeries<Nps> series = Example.Series(36, new LocalDate(2023, 12, 5));
        for (int i = 0; i < 200; i++)
        {
            builder.Group($"Group {i / 20}").Add($"NPS of team {i}", series, Target.AtLeast(30, baseline: 10));
            _ = i < 60 ? builder.Chart(Charts.OverTime(series, null, new ChartOptions { Title = $"NPS of team {i}" })) : builder;
        }

        string page = builder.Build().ToHtmlPage();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1, 2_500_000);
        Inert.Check(page);
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Html_OfHostileStrings_IsWellFormedAndInert(int index)
    {
        string text = Hostile.All[index];
        Scorecard card = Example.Card(text);
        foreach (string html in (string[])[card.ToHtml(), card.ToHtmlPage(), card.ToHtmlPage(ReportLanguage.French), card.ToHtmlPage(ReportLanguage.German)])
        {
            Inert.Check(html);
        }

        // The structure is that of a harmless scorecard: no string added an element or an attribute.
        Assert.Equal(Structure(Example.Card().ToHtmlPage()), Structure(card.ToHtmlPage()));
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Text_OfHostileStrings_KeepsItsLines(int index)
    {
        string text = Hostile.All[index];
        Assert.Equal(Example.Card().ToText().Count(c => c == '\n'), Example.Card(text).ToText().Count(c => c == '\n'));
        Assert.DoesNotContain(Example.Card(text).ToText(), c => c != '\n' && (char.IsControl(c) || c is '\u202E' or '\u200F'));
        string[] rows = [.. Example.Card(text).ToText().Split('\n').Skip(5).TakeWhile(line => line.Length > 0)];
        Assert.All(rows.Skip(1), row => Assert.True(TerminalText.Width(row) <= TerminalText.Width(rows[0]) || !row.Contains("  ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Markdown_OfHostileStrings_KeepsItsTables(int index)
    {
        string text = Hostile.All[index];
        string markdown = Example.Card(text).ToMarkdown();
        Assert.Equal(Example.Card().ToMarkdown().Count(c => c == '\n'), markdown.Count(c => c == '\n'));
        Assert.DoesNotContain("<", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("://", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", markdown, StringComparison.Ordinal);
        Assert.Equal(Borders(Example.Card().ToMarkdown()), Borders(markdown));
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Json_OfHostileStrings_RoundTrips(int index)
    {
        string text = Hostile.All[index];
        if (text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            // Half of a surrogate pair would come back as another text.
            Assert.Contains(
                "title must be well-formed text",
                Assert.Throws<JsonException>(() => Example.Card(text).ToJson()).Message,
                StringComparison.Ordinal);
            return;
        }

        string json = Example.Card(text).ToJson();
        Scorecard read = Scorecard.FromJson(json);

        Assert.Equal(json, read.ToJson());
        Assert.Equal(read.ToText(), Scorecard.FromJson(read.ToJson()).ToText());
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Csv_OfHostileStrings_KeepsItsCellsAndRunsNothing(int index)
    {
        string text = Hostile.All[index];
        string csv = Example.Card(text).ToCsv();
        List<List<string>> rows = CsvReader.Read(csv);

        Assert.Equal(Example.Card().Lines.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(text.Replace("'", "", StringComparison.Ordinal), rows[1][1].Replace("'", "", StringComparison.Ordinal));
        Assert.All(rows.SelectMany(row => row), cell => Assert.True(
            cell.TrimStart() is "" or not ['=' or '+' or '-' or '@' or '＝', ..] || double.TryParse(cell, CultureInfo.InvariantCulture, out _), cell));
        Assert.All(csv.Split(';', '\t', '\r', '\n'), cell => Assert.False(
            cell.SkipWhile(c => c == '"' || char.IsWhiteSpace(c) || char.IsControl(c)).FirstOrDefault() is '=' or '+' or '-' or '@' or '＝', cell));
    }

    [Fact]
    public void Csv_Numbers_StayNumbers()
    {
        List<List<string>> rows = CsvReader.Read(Example.Card().ToCsv());
        int change = rows[0].IndexOf("change"), value = rows[0].IndexOf("value");

        Assert.StartsWith("20.28", rows[1][change], StringComparison.Ordinal);
        Assert.StartsWith("-0.049", rows[2][change], StringComparison.Ordinal);
        Assert.Equal("0.03", rows[2][value]);
    }

    [Fact]
    public void FromJson_WhatBreaksARule_ThrowsAndNamesIt()
    {
        string json = Example.Card().ToJson();
        Assert.Contains(
            "version must be 1 or 2 or 3 or 4; got 7",
            Fault(json.Replace("\"version\": 4", "\"version\": 7", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains(
            "schema must be cxkpi.scorecard; got x",
            Fault(json.Replace("cxkpi.scorecard", "x", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains(
            "title must not be blank",
            Fault(json.Replace("\"title\": \"Shop\"", "\"title\": \"\"", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains("Label", Fault(json.Replace("\"label\": \"CAC\",", "", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "occurs nowhere",
            Fault(json.Replace("\"outcome\": \"Conversion\"", "\"outcome\": \"Other\"", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Scorecard.FromJson(null!));
    }

    [Theory]
    [InlineData("\"n\": 225", "\"n\": -5", "N must not be negative; got -5")]
    [InlineData("\"status\": \"Undecided\"", "\"status\": 2", "status must be one of NoData, Met, Missed, Undecided; got 2")]
    [InlineData("\"method\": \"None\"", "\"method\": 0", "method must be one of None,")]
    public void FromJson_FiguresThatBreakARule_ThrowsAndNamesIt(string stated, string broken, string rule)
    {
        string json = Example.Card().ToJson();
        Assert.Contains(stated, json, StringComparison.Ordinal);
        Assert.Contains(rule, Fault(json.Replace(stated, broken, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtmlPage_AfterJson_IsTheSame()
    {
        Benchmark benchmark = new("NPS", "study", "retail", "FR", "2025", new LocalDate(2026, 1, 15), [new("low", -100, 0), new("high", 0, 100)]);
        Scorecard card = Scorecard.Titled("x").Add("a", new Nps(12, 6, 4), benchmark: benchmark).Add("b", new Nps(15, 6, 4), benchmark: benchmark).Build();

        Assert.Equal(card.ToHtmlPage(), Scorecard.FromJson(card.ToJson()).ToHtmlPage());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void ToText_OfAWidth_FitsIt(int width)
    {
        string text = Example.Card().ToText(width);

        Assert.All(text.Split('\n'), line => Assert.True(TerminalText.Width(line) <= width, line));
        Assert.Contains("Shop, Churn and EngagementShop.", text.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("+33.3", text, StringComparison.Ordinal);
        Assert.Contains("400 customers", text.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(width), () => Example.Card().ToText(39));
        Assert.Equal(text.Split('\n').Length, Example.Card().ToColouredText(width).Split('\n').Length);
    }

    [Fact]
    public void ToEmailHtml_HoldsTablesAndInlineStylesAlone()
    {
        string email = Example.Card().ToEmailHtml();
        ScorecardBuilder many = Scorecard.Titled("x");
        for (int i = 0; i < 200; i++)
        {
            many.Add($"Team {i}", new Csat(300 - (i % 37 == 0 ? 90 : 0), 400, TopBox.TwoOfFive), new Csat(300, 400, TopBox.TwoOfFive));
        }

        _ = System.Xml.Linq.XElement.Parse(email);
        Assert.All((string[])["<svg", "<img", "class=", "<style", "<script", "http"], part => Assert.DoesNotContain(part, email, StringComparison.Ordinal));
        Assert.True(email.IndexOf("got better", StringComparison.Ordinal) < email.IndexOf("+33.3", StringComparison.Ordinal));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(many.Build().ToEmailHtml()), 1, 100_000);
        Assert.Contains("194 KPIs without an exception are left out here.", many.Build().ToEmailHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_OfTotals_DoNotCallTheSampleThin()
    {
        Scorecard card = Scorecard.Titled("x").Add("CAC", new CustomerAcquisitionCost(1_000_000m, 10_000, "EUR")).Build();

        Assert.Contains("no interval (one observation or totals only)", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("sans intervalle (une seule observation ou des totaux)", card.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.DoesNotContain("thin sample", card.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("on a thin sample", card.ToHtmlPage(), StringComparison.Ordinal);
        Assert.Contains("Without an interval: CAC.", card.ToHtmlPage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9996, "99.96%")]
    [InlineData(0.0004, "0.04%")]
    [InlineData(0.95, "95%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    [InlineData(1.0000000001, "100%")]
    [InlineData(-0.153, "−15.3%")]
    public void Percent_NearNoneAndAll_HasMoreDigits(double share, string expected) =>
        Assert.Equal(expected, Phrases.For(ReportLanguage.English).Percent(share));

    [Fact]
    public void French_Limit_IncludesTheLimit()
    {
        QueueThresholds thresholds = new(within: Duration.FromSeconds(20));
        ServiceLevel level = ServiceLevel.FromContacts([QueuedContact.Answered(Duration.FromSeconds(20))], thresholds);
        string text = Scorecard.Titled("x").Add("a", level, target: Target.AllWithin(Duration.FromSeconds(20), 0.9)).Build().ToMarkdown(ReportLanguage.French);

        Assert.Contains("90\u202F% en 20\u202Fs au plus", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a", "- \\- a ")]
    [InlineData("+ a", "- \\+ a ")]
    [InlineData("1. a", "- 1\\. a ")]
    [InlineData("12) a", "- 12\\) a ")]
    [InlineData("2026", "- 2026 ")]
    public void ToMarkdown_APairThatBeginsLikeAList_OpensNone(string label, string expected)
    {
        Scorecard card = Scorecard.Titled("x").Add(label, new Nps(12, 6, 4)).Add("b", new Nps(15, 6, 4)).Pair(label, "b").Build();

        Assert.Contains(card.ToMarkdown().Split('\n'), line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Overlays_KeepNoListOfTheCaller()
    {
        List<CalendarPeriod> periods = [CalendarPeriod.Parse("2026-11")];
        SeriesOverlays overlays = new() { Unusual = periods, Steps = periods };
        periods.Clear();

        Assert.Single(overlays.Unusual);
        Assert.Single(overlays.Steps);
        Assert.Equal("Steps", Assert.Throws<ArgumentNullException>(() => new SeriesOverlays { Steps = null! }).ParamName);
    }

    private static string Fault(string json) => Assert.ThrowsAny<System.Text.Json.JsonException>(() => Scorecard.FromJson(json)).Message;

    private static string Blanks(string text) =>
        Regex.Replace(text, " +", " ", RegexOptions.None, TimeSpan.FromSeconds(5)).Replace(" \n", "\n", StringComparison.Ordinal);

    // Inside a drawing a longer title takes more lines; what it may hold is looked at elsewhere.
    private static IEnumerable<string> Structure(string html) =>
        XDocument.Parse(html).Descendants().Where(x => !x.Ancestors().Any(y => y.Name.LocalName == "svg"))
            .Select(x => $"{x.Name} {string.Join(' ', x.Attributes().Select(a => a.Name))}");

    private static string Cells(string line) => Regex.Replace(line, " {2,}", "|", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>How many borders each line of a table has.</summary>
    private static IEnumerable<int> Borders(string markdown) => markdown.Split('\n').Where(line => line.StartsWith('|'))
        .Select(line => Regex.Count(line, @"(?<!\\)(?:\\\\)*\|", RegexOptions.None, TimeSpan.FromSeconds(5)));
}
