using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CxKpi.Tests.Scorecards;
using NodaTime;

namespace CxKpi.Tests.Series;

public class TablesTests
{
    [Fact]
    public void KpiTable_OfOneKpi_LeavesItsNameToTheCaption()
    {
        KpiTable table = KpiTable.Of("NPS by channel", new Dictionary<string, Nps> { ["web"] = new(50, 30, 20), ["phone"] = new(20, 30, 50) });

        Assert.Equal(
            """
            NPS by channel
            Name   Value        Interval  Answers
            -------------------------------------
            web    +30.0  +14.0 to +44.3      100
            phone  −30.0  −44.3 to −14.0      100

            """.ReplaceLineEndings("\n"),
            table.ToText());
        Assert.Equal(table.ToText(), table.ToString());
        Assert.DoesNotContain("Net Promoter", table.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void KpiTable_With_MixesKpisAndComparesThem()
    {
        KpiTable table = new KpiTable("November", [])
            .With(null, new Nps(50, 30, 20), comparedWith: new Nps(20, 30, 50))
            .With("Churn", new Churn(12, 400));

        string text = XDocument.Parse(table.ToHtml(ReportLanguage.French), LoadOptions.PreserveWhitespace).Root!.Value;
        Assert.Contains("score net de recommandation", text, StringComparison.Ordinal);
        Assert.Contains("+60,0 meilleur", text, StringComparison.Ordinal);
        Assert.Contains("3,0\u202F%", text, StringComparison.Ordinal);
        Assert.Equal(3, CsvReader.Read(table.ToCsv()).Count);
        Assert.Contains("| Churn | Customer churn rate | 3.0% |", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OfATableWhoseChangeDoesNotLeadToItsValue_IsRefused()
    {
        KpiTable table = new KpiTable("November", []).With(null, new Nps(50, 30, 20), comparedWith: new Nps(20, 30, 50));
        JsonNode json = JsonSerializer.SerializeToNode(table)!;
        json["Rows"]![0]!["Change"]!["Difference"] = 55;

        Assert.StartsWith(
            "Change Difference must be 30 less -30; got 55. Path: $.Rows[0].Change",
            Assert.Throws<JsonException>(() => json.Deserialize<KpiTable>()).Message,
            StringComparison.Ordinal);

        // Months of other lengths are compared per day, from a baseline that was brought to the days of the later one.
        KpiTable months = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 3).Select(i => (CalendarPeriod.Month(2026, 1).Plus(i), new OrderVolume(100 + 7 * i)))).ToTable();
        Assert.Contains(months.Rows, row => row.Change is { Baseline: not null } change && change.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.All([table, months], one => Assert.Equal(one, JsonSerializer.Deserialize<KpiTable>(JsonSerializer.Serialize(one))));
    }

    [Fact]
    public void Segments_ToHtml_HasARowPerSegmentAndTheTotal()
    {
        Segments<string, Nps> segments = new[] { ("web", 10), ("web", 3), ("phone", 9) }.TallyBy(x => x.Item1, x => Nps.FromAnswer(x.Item2));

        XElement table = XDocument.Parse(segments.ToHtml()).Root!;
        string[] names = [.. table.Elements("tbody").Descendants("th").Select(x => x.Value)];
        Assert.Equal(["web", "phone", "Total"], names);
        Assert.Equal("Net Promoter Score", table.Element("caption")!.Value);
    }

    [Fact]
    public void KpiSeries_ToHtml_NamesPeriodsAndChanges()
    {
        string text = XDocument.Parse(Example.Series(3, new LocalDate(2026, 1, 5)).ToHtml(ReportLanguage.French)).Root!.Value;
        Assert.Contains("janvier 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rien d'établi", text, StringComparison.Ordinal);
    }

    // A fall beyond sampling error may be one that every December brings: the table states it, and judges it nowhere.
    [Fact]
    public void KpiSeries_Faces_ShowChangesAsFacts()
    {
        CalendarPeriod november = CalendarPeriod.Parse("2026-11");
        KpiSeries<Nps> series = KpiSeries.From(CalendarUnit.Month, [(november, new Nps(60, 20, 20)), (november.Plus(1), new Nps(20, 20, 60))]);

        Assert.Contains("−80.0", series.ToTable().ToText(), StringComparison.Ordinal);
        Assert.All(
            [series.ToTable().ToText(), series.ToTable().ToMarkdown(), series.ToHtml(), series.ToTable().ToCsv()],
            face => Assert.DoesNotContain("worse", face, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("sampling error only", series.ToPoints()[1].Reason);
        Assert.Null(series.ToPoints()[0].Reason);

        KpiTable pair = new KpiTable("Pair", []).With("now", series[1].Value, comparedWith: series[0].Value);
        Assert.Contains("worse, sampling error only", pair.ToText(), StringComparison.Ordinal);
        Assert.Contains("Worse", pair.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_OfALanguage_AreWrittenInItAndInAnyOther()
    {
        KpiSeries<Nps> series = KpiSeries.From(
            CalendarUnit.Month, [(CalendarPeriod.Parse("2026-01"), new Nps(3, 1, 1)), (CalendarPeriod.Parse("2026-02"), default)]);
        KpiTable[] french =
        [
            series.ToTable(ReportLanguage.French), series.Rolling(1).ToTable(ReportLanguage.French),
            new[] { "web" }.TallyBy(key => key, _ => new Nps(3, 1, 1)).ToTable(ReportLanguage.French),
        ];

        foreach (KpiTable table in french)
        {
            foreach (string face in new[] { table.ToText(), table.ToMarkdown(), table.ToHtml(), table.ToString() })
            {
                Assert.Contains("score net de recommandation", face, StringComparison.Ordinal);
                Assert.Contains("Valeur", face, StringComparison.Ordinal);
                Assert.Contains("+40,0", face, StringComparison.Ordinal);
            }

            Assert.Equal(table.ToText(), table.ToText(ReportLanguage.French));
        }

        Assert.Contains("Net Promoter Score", french[0].ToText(ReportLanguage.English), StringComparison.Ordinal);
        Assert.Contains("Januar 2026", french[0].ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("Gesamt", french[2].ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Equal(["period", "2026-01", "2026-02"], CsvReader.Read(french[0].ToCsv()).Select(row => row[1]));
    }

    [Fact]
    public void RatingTally_ToHtml_ShowsSharesAndWhatIsInNoBase()
    {
        RatingTally tally = new(RatingScale.OneToFive, [1, 0, 0, 1, 2], missing: 7, invalid: 1);
        XElement table = XDocument.Parse(tally.ToHtml()).Root!;
        string[] last = [.. table.Element("tbody")!.Elements("tr").ElementAt(4).Elements().Select(x => x.Value)];
        Assert.Equal(["5", "2", " 50%"], last.Select((x, i) => i == 2 ? " " + x : x));
        Assert.Contains("Missing7", table.Value, StringComparison.Ordinal);
        Inert.Check(default(RatingTally).ToHtml());
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Tables_OfHostileStrings_AreWellFormedAndInert(int index)
    {
        string text = Hostile.All[index];
        KpiTable table = new KpiTable(text, []).With(text, new Nps(1, 1, 1)).With("b", new Churn(1, 2));
        Inert.Check(table.ToHtml());
        Inert.Check(new[] { text, text }.TallyBy(x => x, _ => Nps.FromAnswer(9)).ToHtml());
        Assert.Equal(5, table.ToText().Count(c => c == '\n'));
        Assert.All(CsvReader.Read(table.ToCsv()), row => Assert.Equal(24, row.Count));
        Assert.DoesNotContain("<", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_KeysAreTheSameTextInEveryCulture()
    {
        LocalDate[] days = [new(2026, 1, 5), new(2026, 1, 6)];
        DateTime[] times = [new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc), new(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc)];
        double[] numbers = [1.5, 2.5];
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        string[] invariant = Faces();
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Faces());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }

        Assert.Contains("1.5: NPS", invariant[^1], StringComparison.Ordinal);
        Assert.Contains("2026-01-05", invariant[0], StringComparison.Ordinal);

        string[] Faces() => [.. Both(days), .. Both(times), .. Both(numbers)];

        static string[] Both<TKey>(TKey[] keys)
            where TKey : notnull
        {
            Segments<TKey, Nps> segments = keys.TallyBy(key => key, _ => Nps.FromAnswers([10, 9, 3]));
            return [Charts.ForestPlot(segments).ToString(), segments.ToString()];
        }
    }

    [Fact]
    public void Segments_WithoutAName_GetADash() => Assert.Equal("–", new[] { "" }.TallyBy(x => x, _ => Nps.FromAnswer(9)).ToTable().Rows[0].Label);

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["row without a label"] = ("records", () => KpiTable.Of<Nps>("t", [new("a", default), new(" ", default)])),
        ["one more without a label"] = ("label", () => new KpiTable("t", []).With(" ", new Nps(1, 0, 0))),
        ["one more of another rule"] = ("comparedWith", () => new KpiTable("t", []).With("a", Of(CalendarUnit.Month), Of(CalendarUnit.Year))),
        ["comparison"] = ("before", () => KpiComparison.Of(Of(CalendarUnit.Month), Of(CalendarUnit.Year))),
        ["point without a label"] = ("label", () => KpiPoint.Of(" ", new Nps(1, 0, 0))),
        ["point of another rule"] = ("previous", () => KpiPoint.Of("a", Of(CalendarUnit.Month), Of(CalendarUnit.Year))),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Figure_RefusedWithin_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    private static Churn Of(CalendarUnit period) => new(1, 50, period);
}
