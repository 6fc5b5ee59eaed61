using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CxKpi.Trends;

namespace CxKpi.Tests.Language;

/// <summary>What is rendered in a language is in that language, to the last word and to its spaces.</summary>
public partial class RenderedLanguageTests
{
    private static readonly HashSet<string> EnglishWords = Rendered.Words(string.Join('\n', PhraseBook.All(Phrases.English)));

    public static TheoryData<ReportLanguage> OtherLanguages => KpiNamesTests.OtherLanguages;

    // The words that the phrases of both languages use are spelled alike on purpose: they are listed, so that none slips in.
    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void EnglishWords_InALanguage_AreThoseListed(ReportLanguage language) => Assert.Equal(
        Sorted(Alike.Words(language)),
        Sorted(Rendered.Words(string.Join('\n', PhraseBook.All(Phrases.For(language)))).Where(EnglishWords.Contains)));

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Report_InALanguage_HasNoEnglishWord(ReportLanguage language)
    {
        string[] faces = [.. Faces(language)], english = [.. Faces(ReportLanguage.English)];

        Assert.All(faces.Zip(english), face => Assert.Empty(English(face.First, language)));
        Assert.All(english, face => Assert.True(English(face, language).Count() > 40));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Charts_InALanguage_HaveNoEnglishWord(ReportLanguage language)
    {
        string[] charts = [.. Rendered.ChartsIn(language).Select(Said)], english = [.. Rendered.ChartsIn(ReportLanguage.English).Select(Said)];

        Assert.All(charts, chart => Assert.Empty(English(chart, language)));
        Assert.All(english, chart => Assert.NotEmpty(English(chart, language)));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Results_InALanguage_HaveNoEnglishWord(ReportLanguage language)
    {
        string[] faces = [.. Rendered.FacesIn(Phrases.For(language)).Select(Rendered.Read)];
        string[] english = [.. Rendered.FacesIn(Phrases.English).Select(Rendered.Read)];

        Assert.All(faces, face => Assert.Empty(English(face, language)));
        Assert.All(english, face => Assert.NotEmpty(English(face, language)));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Tables_SpeakTheLanguageToo(ReportLanguage language)
    {
        KpiSeries<Nps> months = Examples.Months;
        Segments<int, Nps> segments = new[] { 1, 2 }.TallyBy(i => i, i => new Nps(i, 3, 2));
        KpiTable[] tables = [months.ToTable(language), months.Rolling(3).ToTable(language), segments.ToTable(language)];

        Assert.All(tables, table => Assert.Empty(English(table.ToText(language), language)));
        Assert.All(tables, table => Assert.Equal(Nps.Definition.In(language).Name, table.Caption));
        Assert.Equal(Phrases.For(language).Total, tables[2].Rows[^1].Label);
        Assert.Equal(Phrases.For(language).Period(months[0].Key), tables[0].Rows[0].Label);
    }

    // Results that have an HTML of their own offer it in any language.
    [Fact]
    public void ToHtml_WhereItIsPublic_TakesALanguage() => Assert.All(
        typeof(Nps).Assembly.GetExportedTypes().Where(type => type.GetMethod("ToHtml", Type.EmptyTypes) is not null && type != typeof(Chart)),
        type => Assert.NotNull(type.GetMethod("ToHtml", [typeof(ReportLanguage)])));

    [Fact]
    public void ToHtml_WithoutALanguage_IsEnglish()
    {
        Expectation expected = Examples.Months.Expect(2);

        Assert.Equal(expected.ToHtml(ReportLanguage.English), expected.ToHtml());
        Assert.Contains("<th scope=\"col\" style=\"text-align:left\">période</th>", expected.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("language", () => expected.ToHtml((ReportLanguage)9));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    public void Texts_AreTheSameUnderEveryCulture(string culture)
    {
        string[] expected = Everything(), actual = [];
        CultureInfo there = CultureInfo.GetCultureInfo(culture);
        Thread thread = new(() => actual = Everything()) { CurrentCulture = there, CurrentUICulture = there };
        thread.Start();
        thread.Join();

        Assert.Equal(expected, actual);
    }

    // A narrow no-break space before double punctuation and units and inside quotation marks; no other space there.
    [Fact]
    public void French_KeepsItsSpaces()
    {
        Phrases words = Phrases.For(ReportLanguage.French);
        string[] texts =
        [
            .. PhraseBook.All(words),
            .. Faces(ReportLanguage.French).Select(WithoutMarkup),
            .. Rendered.ChartsIn(ReportLanguage.French).Select(chart => chart.ToString()),
            .. Rendered.FacesIn(words).Select(Rendered.Read),
        ];

        Assert.All(texts, text => Assert.DoesNotMatch(FrenchMisprint(), text));
        Assert.All(texts, text => Assert.DoesNotMatch(LooseUnit(), text));
        Assert.Contains(texts, text => text.Contains("n\u202F;", StringComparison.Ordinal) || text.Contains("\u202F: ", StringComparison.Ordinal));
    }

    [Fact]
    public void German_KeepsItsSpaces()
    {
        string[] texts = [.. PhraseBook.All(Phrases.For(ReportLanguage.German)), .. Rendered.ChartsIn(ReportLanguage.German).Select(chart => chart.ToString())];

        Assert.All(texts, text => Assert.DoesNotMatch(@"[ \u202F][;:!?](\s|$)", text));
        Assert.All(texts, text => Assert.DoesNotMatch(LooseUnit(), text));
    }

    [Fact]
    public void Numbers_AreGroupedByTheLanguage()
    {
        RatingTally answers = new(RatingScale.OneToFive, [1_000, 2_000, 3_000, 4_000, 5_000]);
        Nps score = new(1_200_000, 300_000, 100_000);
        CustomerAcquisitionCost cost = new(12_345_678.5m, 1_000, "EUR");

        ChartOptions french = new() { Language = ReportLanguage.French }, german = new() { Language = ReportLanguage.German };

        Assert.Contains("n = 15\u202F000.", Charts.Distribution(answers, french).Description, StringComparison.Ordinal);
        Assert.Contains("n = 15.000.", Charts.Distribution(answers, german).Description, StringComparison.Ordinal);
        Assert.Contains("1\u202F600\u202F000 réponses", Charts.NetScore(score, french).Description, StringComparison.Ordinal);
        Assert.Equal("12\u202F345,68\u202FEUR", cost.ToString("V", Phrases.For(ReportLanguage.French)));
        Assert.Equal("12.345,68\u00A0EUR", cost.ToString("V", Phrases.For(ReportLanguage.German)));
        Assert.Equal("12,345.68 EUR", cost.ToString("V", Phrases.English));
        Assert.Equal("CAC 12.345,68\u00A0EUR (1.000 Kunden, 1 Zeile)", cost.ToString("G", Phrases.For(ReportLanguage.German)));
        Assert.Equal("1\u202F234,57", Phrases.For(ReportLanguage.French).Number(1234.5678));
        Assert.Equal("1,234.57", Phrases.English.Number(1234.5678));
    }

    [Theory]
    [InlineData(1234.5678)]
    [InlineData(-999_999.4)]
    [InlineData(1000)]
    [InlineData(999.9999)]
    [InlineData(12.3456789)]
    [InlineData(-0.000123456789)]
    [InlineData(0)]
    public void SixDigits_AreTheSameInEveryLanguage(double figure) => Assert.All(Phrases.All, words => Assert.Equal(
        figure.ToString("G6", CultureInfo.InvariantCulture),
        words.Number(figure)
            .Replace(words.Numbers.NumberGroupSeparator, "", StringComparison.Ordinal)
            .Replace(words.Numbers.NumberDecimalSeparator, ".", StringComparison.Ordinal)
            .Replace(words.Numbers.NegativeSign, "-", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2025-12-01", "1 December 2025", "1er décembre 2025", "1. Dezember 2025")]
    [InlineData("2025-12-02", "2 December 2025", "2 décembre 2025", "2. Dezember 2025")]
    [InlineData("2026-W47", "2026-W47", "2026-S47", "KW 47 2026")]
    [InlineData("2026-08", "August 2026", "août 2026", "August 2026")]
    [InlineData("2026-Q4", "Q4 2026", "T4 2026", "Q4 2026")]
    [InlineData("2026", "2026", "2026", "2026")]
    public void Periods_AreWrittenAsTheLanguageDoes(string period, string english, string french, string german) => Assert.Equal(
        [english, french, german],
        Phrases.All.Select(words => words.Period(CalendarPeriod.Parse(period))));

    [Theory]
    [InlineData("2025-12-01", "1 Dec 2025", "1er déc. 2025", "1. Dez. 2025")]
    [InlineData("2026-W07", "W07 2026", "S07 2026", "KW 07 2026")]
    [InlineData("2026-08", "Aug 2026", "août 2026", "Aug. 2026")]
    public void ShortPeriods_AreWrittenAsTheLanguageDoes(string period, string english, string french, string german) => Assert.Equal(
        [english, french, german],
        Phrases.All.Select(words => words.ShortPeriod(CalendarPeriod.Parse(period))));

    [Fact]
    public void Seasons_AreNamedInEveryLanguage()
    {
        string[] periods = ["2025-03-03", "2025-W07", "2025-03", "2025-Q1", "2025"];
        Season ofYear = Season.Of(CalendarPeriod.Parse("2024-03-01"), SeasonalCycle.Year);
        Season[] seasons = [.. periods.Select(period => Season.Of(CalendarPeriod.Parse(period))), ofYear];

        Assert.Equal("Monday, W07, March, Q1, year, 1 March", Phrases.English.Seasons(seasons));
        Assert.Equal("lundi, S07, mars, T1, année, 1er mars", Phrases.For(ReportLanguage.French).Seasons(seasons));
        Assert.Equal("Montag, KW 07, März, Q1, Jahr, 1. März", Phrases.For(ReportLanguage.German).Seasons(seasons));
    }

    [Fact]
    public void German_HasGermanWordsAndNumbers()
    {
        string text = Scorecards.Example.Card().ToText(ReportLanguage.German), page = Scorecards.Example.Card().ToHtmlPage(ReportLanguage.German);

        Assert.Contains("Daten bis 30. November 2026. Konfidenzintervalle zum Niveau 95\u00A0%.", text, StringComparison.Ordinal);
        Assert.Contains("+33,3", text, StringComparison.Ordinal);
        Assert.Contains("besser (nur Stichprobenfehler)", text, StringComparison.Ordinal);
        Assert.Contains("mindestens +40,0 nicht entscheidbar", text, StringComparison.Ordinal);
        Assert.Contains("500,00\u00A0EUR", text, StringComparison.Ordinal);
        Assert.Contains("Die Aktivität hat sich bewegt; dass das Ergebnis gefolgt ist, ist nicht belegt.", text, StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"", page, StringComparison.Ordinal);
        Assert.Contains("Weiterempfehlungsbereitschaft (NPS)", page, StringComparison.Ordinal);
        Assert.Contains("verlorene Kunden / Kunden am Anfang", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_MarksWhatIsLeftInEnglish()
    {
        KpiDefinition[] shown = [Nps.Definition];
        XDocument page = XDocument.Parse(Scorecard.Titled("1").Add(null, new Nps(5, 3, 2)).Build().ToHtmlPage(ReportLanguage.French));
        XElement[] formulas = [.. page.Descendants("bdi").Where(element => element.Attribute("class")?.Value is "cx-formula")];

        Assert.Equal(shown.Select(kpi => kpi.In(ReportLanguage.French).Formula), formulas.Select(formula => formula.Value));
        Assert.All(formulas, formula => Assert.Null(formula.Attribute("lang")));
        XElement source = Assert.Single(page.Descendants("bdi"), element => element.Attribute("class")?.Value is "cx-source");
        Assert.Equal("en", source.Attribute("lang")?.Value);
    }

    private static string[] Everything() =>
    [
        .. Enum.GetValues<ReportLanguage>().SelectMany(language => (string[])
        [
            .. Faces(language),
            .. Rendered.ChartsIn(language).Select(chart => chart.ToSvg()),
            .. PhraseBook.All(Phrases.For(language)),
            .. Rendered.FacesIn(Phrases.For(language)),
        ]),
    ];

    private static string[] Faces(ReportLanguage language)
    {
        Scorecard card = Rendered.Card(language);
        return [Rendered.Read(card.ToHtmlPage(language)), Rendered.Read(card.ToHtml(language)), card.ToText(language), card.ToMarkdown(language)];
    }

    private static IEnumerable<string> English(string text, ReportLanguage language) =>
        Rendered.Words(text).Where(EnglishWords.Contains).Except(Alike.Words(language), StringComparer.OrdinalIgnoreCase);

    private static string[] Sorted(IEnumerable<string> words) => [.. words.Select(word => word.ToUpperInvariant()).Order(StringComparer.Ordinal)];

    private static string Said(Chart chart) => Rendered.Read(chart.ToSvg());

    // Markdown separates columns by rules of colons.
    private static string WithoutMarkup(string face) => Rule().Replace(face, "");

    [GeneratedRegex(@"(?<![\u202F\d])[;!?](\s|$)|(?<!\u202F):(\s|$)|[  \u00A0][;:!?»]|«(?!\u202F)|(?<!\u202F)»")]
    private static partial Regex FrenchMisprint();

    [GeneratedRegex(@"\d (%|EUR|min\b|h\b|s\b|pt\b)")]
    private static partial Regex LooseUnit();

    [GeneratedRegex(@"-{3,}:?")]
    private static partial Regex Rule();
}
