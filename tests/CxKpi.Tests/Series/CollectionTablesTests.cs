using System.Xml.Linq;
using CxKpi.Trends;

namespace CxKpi.Tests.Series;

/// <summary>A list or a dictionary of results is one compact table; a long one says in notebooks how many rows it hides.</summary>
public class CollectionTablesTests
{
    private static readonly Nps[] Scores = [new(50, 30, 20), new(20, 30, 50)];

    public static TheoryData<ReportLanguage, string> Hidden => new()
    {
        { ReportLanguage.English, "12 more rows are hidden" },
        { ReportLanguage.French, "12 autres lignes sont masquées" },
        { ReportLanguage.German, "12 weitere Zeilen sind ausgeblendet" },
    };

    [Fact]
    public void ToTable_OfRecords_NumbersThem() => Assert.Equal(
        """
        Net Promoter Score
        Name  Value        Interval  Answers
        ------------------------------------
        1     +30.0  +14.0 to +44.3      100
        2     −30.0  −44.3 to −14.0      100

        """.ReplaceLineEndings("\n"),
        Scores.ToTable().ToText());

    [Fact]
    public void ToTable_OfADictionary_TakesItsKeys()
    {
        Dictionary<DayOfWeek, Nps> byDay = new() { [DayOfWeek.Monday] = Scores[0], [DayOfWeek.Friday] = default };

        KpiTable table = byDay.ToTable(ReportLanguage.French, 0.9);
        Assert.Equal(["Monday", "Friday"], table.Rows.Select(row => row.Label));
        Assert.Equal(0.9, table.Rows[0].Estimate!.Value.Confidence);
        Assert.Contains("non défini", table.ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => byDay.ToTable(confidence: 1));
        Assert.Throws<ArgumentOutOfRangeException>("language", () => byDay.ToTable((ReportLanguage)9));
        Assert.Throws<ArgumentNullException>("records", () => ((Nps[])null!).ToTable());
    }

    [Fact]
    public void ToTable_OfEstimates_WritesEachInItsUnit()
    {
        Estimate?[] estimates = [Scores[0].Estimate(), new Churn(12, 400).Estimate(), default(Churn).Estimate()];

        string[] lines = estimates.ToTable().ToText().Split('\n');
        Assert.Equal("Estimates", lines[0]);
        Assert.Matches(@"^1 +\+30\.0  \+14\.0 to \+44\.3  n = 100$", lines[3]);
        Assert.Matches(@"^2 +3\.0% ", lines[4]);
        Assert.Contains("undefined", lines[5], StringComparison.Ordinal);
        Assert.Equal(estimates.OfType<Estimate>().ToTable().ToText(), estimates[..2].ToTable().ToText());
        Assert.Equal("Estimations", estimates.ToTable(ReportLanguage.French).ToText().Split('\n')[0]);
        Assert.Contains("Schätzwerte", estimates.ToTable().ToHtml(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void ToTable_OfChanges_ShowsTheirLimitsAndVerdict()
    {
        Change? fell = Scores[1].ChangeFrom(Scores[0]), none = default(Nps).ChangeFrom(Scores[0]);

        string text = new Dictionary<string, Change?> { ["web"] = fell, ["fax"] = none }.ToTable().ToText();
        Assert.Contains("web", text, StringComparison.Ordinal);
        Assert.Contains("−60.0 worse, sampling error only", text, StringComparison.Ordinal);
        Assert.Contains(" to −", text, StringComparison.Ordinal);
        Assert.DoesNotContain("undefined", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Value", text, StringComparison.Ordinal);
        Assert.Equal(new[] { fell }.ToTable().ToText(), new[] { fell!.Value }.ToTable().ToText());
    }

    // Between periods, sampling error alone decides nothing.
    [Fact]
    public void ToTable_OfChangesBetweenPeriods_StatesFactsInEveryLanguage()
    {
        string text = Examples.Months.Changes().ToTable(ReportLanguage.German).ToText();

        Assert.Contains("Dezember 2028", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stichprobenfehler", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void ToHtml_OfALongTable_SaysHowManyRowsAreHidden(ReportLanguage language, string said)
    {
        Nps[] many = [.. Enumerable.Repeat(Scores[0], 72)];
        string html = many.ToTable().ToHtml(language);
        string[] rows = [.. XElement.Parse(html).Element("tbody")!.Elements().Select(row => row.Elements().First().Value)];

        Assert.Equal([.. Enumerable.Range(1, 30).Select(i => $"{i}"), said, .. Enumerable.Range(43, 30).Select(i => $"{i}")], rows);
        Assert.Equal(72 + 4, many.ToTable().ToText().Split('\n').Length);
        Assert.Equal(72, many.ToTable().ToMarkdown().Split('\n').Count(line => line.Contains("+30.0", StringComparison.Ordinal)));
        Assert.Equal(73, CsvReader.Read(many.ToTable().ToCsv()).Count);
    }

    [Fact]
    public void ToHtml_AtTheCap_HidesNothing()
    {
        KpiTable table = Enumerable.Repeat(Scores[0], 7).ToTable();

        Assert.DoesNotContain("hidden", (table with { MostRows = 7 }).ToHtml(), StringComparison.Ordinal);
        Assert.Contains("1 more row is hidden", (table with { MostRows = 6 }).ToHtml(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("MostRows", () => table with { MostRows = 1 });
    }

    // The total is the last row, and stays.
    [Fact]
    public void BigResults_InNotebooks_HideRowsToo()
    {
        Segments<int, Nps> segments = Enumerable.Range(0, 200).TallyBy(i => i, _ => Scores[0]);
        KpiSeries<Nps> months = Enumerable.Range(0, 100).TallyBy(CalendarUnit.Month, i => Examples.Months[0].Key.Plus(i).Start, _ => Scores[0]);

        Assert.Contains("141 more rows are hidden", Faces.Html(segments), StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"cx-main\">Total</bdi>", Faces.Html(segments), StringComparison.Ordinal);
        Assert.Contains("40 more rows are hidden", Faces.Html(months), StringComparison.Ordinal);
        Assert.Contains("40 more rows are hidden", Faces.Html(months.ToPeriodSeries()), StringComparison.Ordinal);
        Assert.Contains("28 more rows are hidden", Faces.Html(months.YearOverYear()), StringComparison.Ordinal);
        Assert.Contains("39 more rows are hidden", Faces.Html(months.Rolling(2)), StringComparison.Ordinal);
    }
}
