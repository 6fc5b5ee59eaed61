using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Tests.Series;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class ScorecardDocumentTests
{
    private static readonly Dictionary<string, (Action<JsonNode> Change, string Rule)> Denied = new()
    {
        ["last value"] = (line => line["history"]![13]!["value"] = 0.5, "History must end with the value of the line, 0.93; got 0.5"),
        ["no last value"] = (line => line["history"]![13]!.AsObject().Remove("value"), "History must end with the value of the line, 0.93; got none"),
        ["last period"] = (line => line["history"]!.AsArray().RemoveAt(13), "History must end with the period of the line, 2025-12; got 2025-11"),
        ["no period"] = (line => line.AsObject().Remove("period"), "History must end with the period of the line, none; got 2025-12"),
        ["range"] = (line => line["history"]![4]!["value"] = 84, "History must lie between 0 and 1, as Customer Satisfaction score does; got 84 in 2025-03"),
        ["previous"] = (line => line["previous"]!["period"] = "2026-01", "Previous.Period must be before 2025-12; got 2026-01"),
        ["last year"] = (line => line["lastYear"]!["period"] = "2025-12", "LastYear.Period must be before 2025-12; got 2025-12"),
        ["due"] = (line => line["target"]!["target"]!["deadline"] = "2025-12-30", "Target.IsDue must be true, as 2025-12 ends after the deadline"),
        ["left out"] = (line => line["basis"]!["leftOut"]![0]!["count"] = 4, "Basis.LeftOut must agree with the evidence, which gives Missing 3, Invalid 1"),
        ["none left out"] = (line => line["basis"]!["leftOut"] = new JsonArray(), "Basis.LeftOut must agree with the evidence, which gives Missing 3"),
        ["evidence"] = (line => line["evidence"]!["excluded"]!["missing"] = 30, "which gives Missing 30, Invalid 1; got Missing 3, Invalid 1"),
    };

    public static TheoryData<string> Contradictions => [.. Denied.Keys];

    public static TheoryData<Type> Kpis => [.. KpiTypes.All];

    private static Scorecard Card => Scorecard.Titled("Shop")
        .Add("NPS", new Nps(40, 20, 10), new Nps(30, 20, 20), target: Target.AtLeast(20, baseline: 0))
        .Add("AOV", new AverageOrderValue(1_234.5m, 37, "EUR"))
        .Add("AHT", AverageHandleTime.FromContacts([Duration.FromMinutes(4), Duration.FromMinutes(6)]))
        .Add("Outside", new OutsideKpi(3, 4))
        .Add("Nothing", default(Churn))
        .Build();

    // Twelve months up to December, with a line whose target is due in March.
    private static Scorecard Dated => Scorecard.Titled("Shop", asOf: new LocalDate(2026, 1, 31))
        .Add(
            "CSAT",
            KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, 14).Select(i => (
                CalendarPeriod.Month(2024, 11).Plus(i),
                new Csat(80 + i, 100, TopBox.TwoOfFive, new ExcludedAnswers(missing: 3, invalid: i % 2))))),
            target: Target.AtLeast(0.9, baseline: 0.5, deadline: new LocalDate(2026, 3, 31)))
        .Build();

    [Theory]
    [MemberData(nameof(Kpis))]
    public void KnownKpis_OfTheAssembly_AreAllThere(Type kpi) => Assert.Single(KnownKpis.All, known => known.Type == kpi);

    [Fact]
    public void FromJson_EvidenceOfEveryLine_IsTheRecord()
    {
        Scorecard read = Scorecard.FromJson(Card.ToJson());

        Assert.Equal(Card, read);
        Assert.Equal(new Nps(40, 20, 10), read.Lines[0].Evidence);
        Assert.Equal(new EvidenceTotals(3, 4, areCounts: true), read.Lines[3].Evidence);
        Assert.Equal(default(Churn), read.Lines[4].Evidence);
    }

    [Fact]
    public void Card_UnderAllOptions_ComesBack() => Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(Card, JsonKinds.Again(Card, options)));

    [Theory]
    [InlineData(0, "value", 41.5, "Estimate.Value must agree with the evidence")]
    [InlineData(0, "lower", 10, "Estimate.Lower must agree with the evidence")]
    [InlineData(0, "upper", 90, "Estimate.Upper must agree with the evidence")]
    [InlineData(0, "n", 71, "Estimate.N must agree with the evidence")]
    [InlineData(3, "value", 0.7, "Estimate.Value must agree with the evidence")]
    public void FromJson_FigureThatIsNotTheEvidences_Throws(int line, string member, double figure, string rule) =>
        Refused(document => Line(document, line)["estimate"]![member] = member == "n" ? (JsonNode)(long)figure : figure, rule, $"$.scorecard.lines[{line}]");

    // Without the evidence, against which figures are checked before anything else.
    [Theory]
    [InlineData("estimate", "value", "1e400", "value must be a finite number; got 1e400")]
    [InlineData("estimate", "value", "99", "value must lie within its limits")]
    [InlineData("estimate", "lower", "99", "Lower must not be larger than Upper")]
    [InlineData("estimate", "flags", "4096", "flags must be one of")]
    [InlineData("estimate", "flags", "\"4096\"", "flags must be one of")]
    [InlineData("estimate", "attainedCoverage", "1e308", "AttainedCoverage must lie between 0 and 1")]
    [InlineData("target", "target", "null", "must be")]
    [InlineData("target", "lower", "99", "Lower must not be larger than Upper")]
    [InlineData("target", "attainmentLower", "99", "AttainmentLower must not be larger than AttainmentUpper")]
    [InlineData("target", "status", "\"Missed\"", "status must be what the value and its limits are against the goal; got Missed")]
    [InlineData("target", "status", "\"NoData\"", "status must be what the value and its limits are against the goal; got NoData")]
    public void FromJson_FigureThatCannotBe_Throws(string part, string member, string figure, string rule) => Refused(
        document =>
        {
            Line(document, 0).AsObject().Remove("evidence");
            Line(document, 0)[part]![member] = JsonNode.Parse(figure);
        },
        rule,
        $"$.scorecard.lines[0].{part}");

    [Theory]
    [InlineData("\"title\":")]
    [InlineData("\"label\":")]
    [InlineData("\"version\":")]
    public void FromJson_MemberStatedTwice_Throws(string member)
    {
        string json = JsonNode.Parse(Card.ToJson())!.ToJsonString(), value = member == "\"version\":" ? "4" : "\"x\"";
        string twice = json.Insert(json.IndexOf(member, StringComparison.Ordinal), $"{member}{value},");

        Assert.Contains("twice", Assert.Throws<JsonException>(() => Scorecard.FromJson(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_ChangedEvidence_Throws() =>
        Refused(document => Line(document, 0)["evidence"]!["promoters"] = 41, "Estimate.Value must agree with the evidence", "$.scorecard.lines[0]");

    [Fact]
    public void FromJson_EvidenceThatBreaksARule_Throws() =>
        Refused(
            document => Line(document, 0)["evidence"]!["promoters"] = -1,
            "promoters must not be negative; got -1",
            "$.scorecard.lines[0].evidence.promoters");

    [Fact]
    public void FromJson_ValueWithoutData_Throws() =>
        Refused(document => Line(document, 4)["estimate"] = Line(document, 0)["estimate"]!.DeepClone(), "which gives none", "$.scorecard.lines[4]");

    [Fact]
    public void FromJson_DefinitionOfAnotherUnit_Throws() =>
        Refused(
            document => Line(document, 0)["definition"]!["direction"] = "LowerIsBetter",
            "Definition must be that of the evidence, Net Promoter Score, NetPoints, HigherIsBetter",
            "$.scorecard.lines[0].definition");

    [Fact]
    public void FromJson_VerdictThatIsNotTheLimits_Throws() =>
        Refused(
            document => Line(document, 0)["previous"]!["change"]!["verdict"] = "Worse",
            "verdict must be Better, as the limits say; got Worse",
            "$.scorecard.lines[0].previous.change.verdict");

    [Theory]
    [InlineData("previous", "value", 39.8, "value must be the Baseline of its Change")]
    [InlineData("previous.change", "baseline", 77, "value must be the Baseline of its Change")]
    [InlineData("previous.change", "difference", 29, "Previous.Change.Difference must be")]
    [InlineData("previous.change", "pValue", 0.9, "pValue must be smaller than 0.05, as 0 lies outside the limits")]
    [InlineData("estimate", "n", 0, "N must not be 0 where a value other than 0 has limits")]
    public void FromJson_FigureThatContradictsAnother_Throws(string part, string member, double figure, string rule)
    {
        JsonNode document = JsonNode.Parse(Card.ToJson())!, parent = Line(document, 0);
        foreach (string step in part.Split('.'))
        {
            parent = parent[step]!;
        }

        parent[member] = member == "n" ? (JsonNode)(long)figure : figure;

        Assert.Contains(rule, Assert.Throws<JsonException>(() => Scorecard.FromJson(document.ToJsonString())).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("target", "value", "42", "Target.Value must be that of the line, 42.857142857142854; got 42")]
    [InlineData("target", "lower", "22", "Target.Lower must be that of the line, ")]
    [InlineData("target", "lower", "null", "Target.Lower must be that of the line, ")]
    [InlineData("target", "upper", "70", "Target.Upper must be that of the line, ")]
    [InlineData("target.target", "baseline", "-200", "Target.Target.Baseline must lie between -100 and 100, as Net Promoter Score does; got -200")]
    [InlineData("target.target", "goal", "-101", "Target.Target.Goal must lie between -100 and 100, as Net Promoter Score does; got -101")]
    public void FromJson_TargetThatTheLineDenies_Throws(string part, string member, string figure, string rule) => Refused(
        document =>
        {
            JsonObject target = Line(document, 0)["target"]!.AsObject();
            _ = target.Remove("attainment") && target.Remove("attainmentLower") && target.Remove("attainmentUpper");
            (part == "target" ? target : target["target"]!)[member] = JsonNode.Parse(figure);
        },
        rule,
        "$.scorecard.lines[0]");

    [Fact]
    public void FromJson_LineOfASeries_ComesBack()
    {
        Assert.Equal(Dated, Scorecard.FromJson(Dated.ToJson()));

        // Neither figures that were rounded nor a day that is not stated contradict anything.
        JsonNode document = JsonNode.Parse(Dated.ToJson())!;
        document["scorecard"]!.AsObject().Remove("asOf");
        Line(document, 0)["history"]![13]!["value"] = 0.93 + 4e-7;
        Assert.Null(Scorecard.FromJson(document.ToJsonString()).AsOf);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void FromJson_LineOfASeriesThatContradictsItself_Throws(string what)
    {
        (Action<JsonNode> change, string rule) = Denied[what];
        JsonNode document = JsonNode.Parse(Dated.ToJson())!;
        change(Line(document, 0));

        Assert.Contains(rule, Assert.Throws<JsonException>(() => Scorecard.FromJson(document.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_DayBeforeTheEndOfAPeriod_Throws()
    {
        JsonNode document = JsonNode.Parse(Dated.ToJson())!;
        document["scorecard"]!["asOf"] = "2025-12-30";

        Assert.StartsWith(
            "lines must have periods that end by the day of the scorecard (2025-12-30), but CSAT is about 2025-12. Path: $.scorecard.lines",
            Assert.Throws<JsonException>(() => Scorecard.FromJson(document.ToJsonString())).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("lines", () => new Scorecard("x", Dated.Lines, asOf: new LocalDate(2025, 12, 30)));
        Assert.Single(new Scorecard("x", Dated.Lines, asOf: new LocalDate(2025, 12, 31)).Lines);
    }

    [Fact]
    public void FromJson_LanguageTwiceInTranslations_Throws() => Refused(
        document => Line(document, 0)["trend"] = JsonNode.Parse(
            """{"verdict":"Better","note":"x","noteTranslations":[{"language":"French","text":"a"},{"language":"French","text":"b"}]}"""),
        "NoteTranslations must have one for each language; French occurs twice",
        "$.scorecard.lines[0].trend.noteTranslations");

    [Fact]
    public void FromJson_RoundedFigures_AreRead()
    {
        JsonNode document = JsonNode.Parse(Card.ToJson())!;
        Line(document, 0)["estimate"]!["lower"] = Math.Round((double)Line(document, 0)["estimate"]!["lower"]!, 6);

        Assert.Equal("NPS", Scorecard.FromJson(document.ToJsonString()).Lines[0].Label);
    }

    [Fact]
    public void FromJson_UnknownVersion_IsRefusedBeforeItsContent() => Assert.Equal(
        "version must be 1 or 2 or 3 or 4; got 5. Path: $.version",
        Assert.Throws<JsonException>(() => Scorecard.FromJson("""{"schema":"cxkpi.scorecard","version":5,"scorecard":{"title":"x","rows":[]}}""")).Message);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FromJson_WithoutLines_NamesWhatIsMissing(int version)
    {
        string json = $$$"""{"schema":"cxkpi.scorecard","version":{{{version}}},"scorecard":{"title":"x"}}""";
        Assert.Equal("lines is missing. Path: $.scorecard.lines", Assert.Throws<JsonException>(() => Scorecard.FromJson(json)).Message);
    }

    [Fact]
    public void FromJson_Version2_HasNoEvidence()
    {
        JsonNode document = JsonNode.Parse(Card.ToJson())!;
        document["version"] = 2;
        foreach (JsonNode? line in document["scorecard"]!["lines"]!.AsArray())
        {
            line!.AsObject().Remove("evidence");
            line.AsObject().Remove("totals");
        }

        Scorecard read = Scorecard.FromJson(document.ToJsonString());
        Assert.All(read.Lines, line => Assert.Null(line.Evidence));
        Assert.Equal(Card.ToText(), read.ToText());
    }

    private static JsonNode Line(JsonNode document, int line) => document["scorecard"]!["lines"]![line]!;

    private static void Refused(Action<JsonNode> change, string rule, string path)
    {
        JsonNode document = JsonNode.Parse(Card.ToJson())!;
        change(document);
        string message = Assert.Throws<JsonException>(() => Scorecard.FromJson(document.ToJsonString())).Message;
        Assert.Contains(rule, message, StringComparison.Ordinal);
        Assert.Contains($"Path: {path}", message, StringComparison.Ordinal);
    }
}
