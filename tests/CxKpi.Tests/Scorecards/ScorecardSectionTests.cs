using CxKpi.Practices;

namespace CxKpi.Tests.Scorecards;

public class ScorecardSectionTests
{
    private static readonly PopulationMargin Plan = PopulationMargin.Of("plan", ["basic", "plus", "plus", "plus"], [new("basic", 60m), new("plus", 40m)]);

    private static readonly Representativeness Sample =
        Representativeness.Of(new[] { 3, 9, 10, 10 }.Select(score => Nps.FromAnswer(score)), [Plan], populationWasInvited: true);

    private static readonly DriverAnalysis Drivers = DriverAnalysis.OfColumns(
        [4, 5, 5, 9, 6, 7, 8, 2],
        [("speed", [3, 5, 4, 8, 6, 7, 9, 2]), ("price", [5, 3, 8, 4, 7, 2, 6, 9])]);

    private static readonly SolicitationAudit<string> Audit = SolicitationAudit.Of<string>(
        [new("Anna", new NodaTime.LocalDate(2025, 3, 1)), new("Anna", new NodaTime.LocalDate(2025, 3, 3))], SolicitationRule.Apart(7));

    private static readonly Scorecard Card = Scorecard.Titled("Shop")
        .Add("NPS", new Nps(5, 3, 2))
        .Section(ScorecardSection.From(Sample))
        .Section(ScorecardSection.From(Drivers))
        .Section(ScorecardSection.From(Audit))
        .Section(new ScorecardSection("What we did", ["Month", "Measure"], [["March", "parcels within a day"]], ["Told by the shop."]))
        .Build();

    [Fact]
    public void From_Representativeness_ShowsSharesAndBothValues()
    {
        ScorecardSection section = Card.Sections[0];

        Assert.Equal(["plan: basic", "1", "25%", "60%"], section.Rows[0].Take(4));
        Assert.Equal("NPS: +50.0; NPS, weighted: −20.0", section.Notes[0]);
        Assert.Equal("Catégorie", section.In(ReportLanguage.French).Columns[0]);
    }

    [Fact]
    public void From_Drivers_HasTheMostImportantFirst() => Assert.Equal(["speed", "price"], Card.Sections[1].Rows.Select(row => row[0]));

    [Fact]
    public void From_WithATitle_HasItInEveryLanguage() => Assert.All(
        Enum.GetValues<ReportLanguage>(),
        language => Assert.Equal("Satisfaction", ScorecardSection.From(Drivers, "Satisfaction").In(language).Title));

    [Fact]
    public void From_RefusedDrivers_SaysWhy()
    {
        ScorecardSection section = ScorecardSection.From(DriverAnalysis.OfColumns([1, 2], [("a", [1, 2])]));

        Assert.Empty(section.Rows);
        Assert.Contains("complete rows are needed", section.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void From_Audit_ShowsEachRuleAndTheTotal() => Assert.Equal(
        ["at least 7 days apart", "Total"],
        Card.Sections[2].Rows.Select(row => row[0]));

    [Fact]
    public void Faces_OfEveryLanguage_ShowEverySection() => Assert.All(Enum.GetValues<ReportLanguage>(), language => Assert.All(
        [Card.ToText(language), Card.ToMarkdown(language), Card.ToHtml(language), Card.ToHtmlPage(language)],
        face => Assert.All(
            Card.Sections.Select(section => section.In(language)),
            section => Assert.Contains(section.Title, face, StringComparison.Ordinal))));

    [Fact]
    public void ToText_OfASection_IsAligned() => Assert.EndsWith(
        "\nWhat we did\nMonth  Measure\n---------------------------\nMarch  parcels within a day\nTold by the shop.\n",
        Card.ToText(),
        StringComparison.Ordinal);

    [Fact]
    public void FromJson_OfSections_IsTheSameCard()
    {
        Scorecard read = Scorecard.FromJson(Card.ToJson());

        Assert.Equal(Card, read);
        Assert.Equal(Card.ToText(ReportLanguage.German), read.ToText(ReportLanguage.German));
    }

    [Fact]
    public void FromJson_CellsThatFillNoRow_Throws()
    {
        string json = Scorecard.Titled("Shop").Section(new ScorecardSection("a", ["b", "c"], [["d", "e"]])).Build().ToJson();

        string message = Assert.Throws<System.Text.Json.JsonException>(
            () => Scorecard.FromJson(json.Replace("\"d\"", "\"d\", \"d\"", StringComparison.Ordinal))).Message;
        Assert.Contains("rows must have one text for each of 2 columns; got 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_WithoutSections_LeavesThemOut() =>
        Assert.DoesNotContain("sections", Scorecard.Titled("Shop").Build().ToJson(), StringComparison.Ordinal);

    [Fact]
    public void Constructor_RowOfAnotherLength_Throws() => Assert.Equal(
        "rows must have one text for each of 2 columns; got 1 (Parameter 'rows')",
        Assert.Throws<ArgumentException>(() => new ScorecardSection("a", ["b", "c"], [["d"]])).Message);

    [Fact]
    public void Constructor_NoColumns_Throws() => Assert.Throws<ArgumentException>("columns", () => new ScorecardSection("a", [], []));
}
