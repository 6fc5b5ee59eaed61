using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>What a figure rests on stands in every face: how many observations of which kind, the rows, and the flags that change its meaning.</summary>
public class BasisFacesTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2026-01");
    private static readonly AverageOrderValue Orders = new(1_234_567.89m, 37, "JPY");

    private static readonly FirstResponseTime Open = FirstResponseTime.FromTickets(
    [
        new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 1, 0)),
        new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 2, 0)),
        new(Instant.FromUtc(2026, 1, 2, 0, 0)),
    ]);

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void OpenItems_AreMarkedInEveryFace(ReportLanguage language)
    {
        string mark = Phrases.For(language).FlagOpenItemsLeftOut;

        Assert.All(Texts(Open, language), text => Assert.Contains(mark, text, StringComparison.Ordinal));
        Assert.Contains(Phrases.English.FlagOpenItemsLeftOut, Open.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(EstimateFlags.OpenItemsLeftOut), Card(Open).ToCsv(), StringComparison.Ordinal);
        Assert.Contains(nameof(EstimateFlags.OpenItemsLeftOut), Series(Open).ToTable().ToCsv(), StringComparison.Ordinal);
        Assert.Contains(nameof(EstimateFlags.OpenItemsLeftOut), Card(Open).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void LeftOut_StandsInEveryFaceWithItsNumber(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        FirstContactResolution contacts = new(5, 10, default, pending: 40, excluded: new(missing: 1, invalid: 7));

        Assert.All(
            Texts(contacts, language),
            text => Assert.All(
                contacts.LeftOut.Where(left => left.Kind != LeftOutKind.Missing),
                left => Assert.Contains(words.LeftOut(left), text, StringComparison.Ordinal)));
        Assert.Equal("FCR 50.0% (10 contacts; 40 pending, 7 invalid)", contacts.ToString());
        Assert.Contains("Pending 40, Missing 1, Invalid 7", Card(contacts).ToCsv(), StringComparison.Ordinal);
        Assert.Contains("Pending 40, Missing 1, Invalid 7", Series(contacts).ToTable().ToCsv(), StringComparison.Ordinal);
        Assert.Contains("\"Pending\"", Card(contacts).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void RoundedFigures_AreMarkedInEveryFace(ReportLanguage language)
    {
        Nps published = Nps.FromPublished(0.61m, 0.13m, 41_000);
        string mark = Phrases.For(language).FlagRoundedFigures;

        Assert.All(Texts(published, language), text => Assert.Contains(mark, text, StringComparison.Ordinal));
        Assert.Contains(Phrases.English.FlagRoundedFigures, published.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(EstimateFlags.RoundedFigures), Card(published).ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void LeftOut_OfEveryKpi_NamesEachCountThatIsInNoBase()
    {
        string[] counts = ["Excluded", "Open", "Pending", "NotYetDue", "ClosedWithoutReply", "Lapsed", "Emptied", "Invalid", "Bounced"];
        Assert.Empty(
            from type in KpiTypes.All
            where counts.Any(count => type.GetProperty(count) is not null) && type.GetProperty(nameof(Nps.LeftOut)) is null
            select type.Name);
        Assert.Equal("SLA compliance 83.3% (12 tickets; 3 pending, 40 lapsed)", new SlaCompliance(10, 2, 3, 40).ToString());
        Assert.Equal("NPS 0.0 (2 answers; 4 invalid)", new Nps(1, 0, 1, new(missing: 9, invalid: 4)).ToString());
    }

    [Fact]
    public void N_IsOneNumberWithItsNoun_AndRowsStandApart()
    {
        ScorecardLine line = Card(Orders).Lines[0];

        Assert.Equal("AOV 33,367 JPY (37 orders, 1 row)", Orders.ToString());
        Assert.Equal(37, Orders.N);
        Assert.Equal(1, Orders.Rows);
        Assert.Equal(37, line.N);
        Assert.Equal("AOV: 33,367 JPY (37 orders, 1 row)", line.ToString());
        Assert.All(Texts(Orders, ReportLanguage.English), text => Assert.Contains("37 orders, 1 row", text, StringComparison.Ordinal));
        Assert.All(Texts(Orders, ReportLanguage.French), text => Assert.Contains("37 commandes, 1 ligne", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OfOneKind_NamesItInTheHeading()
    {
        string table = KpiSeries.From(CalendarUnit.Month, [(January, new Nps(300, 100, 23))]).ToTable().ToText();

        Assert.Contains("Answers", table, StringComparison.Ordinal);
        Assert.DoesNotContain("423 answers", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfSeveralKinds_NamesThemInEveryRow()
    {
        string table = new KpiTable("Two", []).With("one", new Nps(300, 100, 23)).With("two", new Churn(1, 1_013)).ToText();

        Assert.Contains("423 answers", table, StringComparison.Ordinal);
        Assert.Contains("1,013 customers", table, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonOfALine_FromAKpiOutside_KeepsItsRulesInEveryLanguage()
    {
        KpiBasis basis = new()
        {
            N = 4,
            Rows = 4,
            Rules = [new KpiRule("Window", "within 30 days") { Translations = [new(ReportLanguage.French, "en 30 jours")] }],
        };
        Scorecard card = new("Outside", [Card(Orders).Lines[0] with { Evidence = null, Basis = basis }]);

        KpiBasis read = Scorecard.FromJson(card.ToJson()).Lines[0].Basis!;

        Assert.Equal(basis, read);
        Assert.Equal("en 30 jours", read.Rules[0].In(ReportLanguage.French));
        Assert.Equal("within 30 days", read.Rules[0].In(ReportLanguage.German));
    }

    private static string[] Texts<TKpi>(TKpi record, ReportLanguage language)
        where TKpi : struct, IKpi<TKpi> =>
    [
        Card(record).ToText(language), Card(record).ToMarkdown(language), Card(record).ToHtmlPage(language), Card(record).ToHtml(language),
        Series(record).ToTable(language).ToText(language), Series(record).ToHtml(language),
        new[] { "all" }.TallyBy(key => key, _ => record).ToTable(language).ToMarkdown(language),
        KpiFormatters<TKpi>.Face(record, Phrases.For(language)),
    ];

    private static KpiSeries<TKpi> Series<TKpi>(TKpi record)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(CalendarUnit.Month, [(January, record)]);

    private static Scorecard Card<TKpi>(TKpi record)
        where TKpi : struct, IKpi<TKpi> => Scorecard.Titled("Card").Add(null, record).Build();
}
