using System.Text.Json.Nodes;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>A scorecard speaks its languages after a journey through JSON too.</summary>
public class ScorecardLanguageTests
{
    private static readonly KpiDefinition Own = new("Delight", "DLT", KpiUnit.Share, KpiDirection.HigherIsBetter, "delighted / asked", "own rule")
    {
        Translations = [new(ReportLanguage.French, "enchantement", "ENC", "enchantés / interrogés")],
    };

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Page_FromJson_IsThatOfTheCard(ReportLanguage language)
    {
        Scorecard card = Card();

        Assert.Equal(card.ToHtmlPage(language), Scorecard.FromJson(card.ToJson()).ToHtmlPage(language));
    }

    [Fact]
    public void FromJson_RefusedTrend_IsRefusedInEveryLanguage()
    {
        Scorecard read = Scorecard.FromJson(Card().ToJson());

        Assert.StartsWith("il faut deux cycles complets", read.Lines[0].Trend!.NoteIn(ReportLanguage.French), StringComparison.Ordinal);
        Assert.StartsWith("zwei volle Zyklen", read.Lines[0].Trend!.NoteIn(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Equal(read.Lines[0].Trend!.Note, read.Lines[0].Trend!.NoteIn(ReportLanguage.English));
        Assert.Equal("mine", new ScorecardTrend(ChangeVerdict.Better, "mine").NoteIn(ReportLanguage.French));
        Assert.Contains("il faut deux cycles complets", read.ToHtmlPage(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_OwnKpi_KeepsItsTranslations()
    {
        Scorecard read = Scorecard.FromJson(Card().ToJson());

        Assert.Equal(Own, read.Lines[1].Definition);
        Assert.Contains("| ENC |", read.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("| DLT |", read.ToMarkdown(ReportLanguage.German), StringComparison.Ordinal);
    }

    // What holds lists compares by what is in them.
    [Fact]
    public void FromJson_IsEqual()
    {
        Scorecard card = Card(), read = Scorecard.FromJson(card.ToJson()), again = Scorecard.FromJson(card.ToJson());
        Benchmark benchmark = card.Lines[0].Benchmark!;

        Assert.Equal(benchmark, read.Lines[0].Benchmark);
        Assert.Equal(benchmark.GetHashCode(), read.Lines[0].Benchmark!.GetHashCode());
        Assert.Equal(card.Lines[0].Trend, read.Lines[0].Trend);
        Assert.Equal(card.Lines[1].Definition, read.Lines[1].Definition);
        Assert.Equal(read, again);
        Assert.Equal(read.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(read, Scorecard.Titled("x").Build());
        Assert.NotEqual(benchmark, new("NPS", "study", "retail", "FR", "2025", new LocalDate(2026, 1, 15), [new("low", -100, 0), new("high", 0, 99)]));
    }

    // Version 1 named definitions in French, and trends in English alone.
    [Fact]
    public void FromJson_Version1_IsReadAsBefore()
    {
        Scorecard read = Scorecard.FromJson(Version1());

        Assert.Equal(["Abandon", "DLT"], read.Lines.Select(line => line.Definition.In(ReportLanguage.French).Symbol));
        Assert.Equal("taux d'abandon", read.Lines[0].Definition.In(ReportLanguage.French).Name);
        Assert.Equal(ContactAbandonment.Definition, read.Lines[0].Definition);
        Assert.Equal(new KpiTranslation(ReportLanguage.French, "enchantement", "DLT", "delighted / asked"), read.Lines[1].Definition.In(ReportLanguage.French));
        Assert.Equal("few figures", read.Lines[0].Trend!.NoteIn(ReportLanguage.French));
        Assert.Equal(4, (int)JsonNode.Parse(read.ToJson())!["version"]!);
    }

    [Theory]
    [InlineData("""{"schema":"cxkpi.scorecard","version":1}""", "scorecard is missing")]
    [InlineData("""{"schema":"cxkpi.scorecard","version":"1"}""", "")]
    [InlineData("""{"schema":"cxkpi.scorecard","version":1,"scorecard":{"title":"x","lines":7}}""", "")]
    [InlineData("""{"schema":"cxkpi.scorecard","version":1,"scorecard":{"title":"x","lines":[{"label":"a","definition":{"frenchName":"b"}}]}}""", "")]
    [InlineData("""{"schema":"cxkpi.scorecard","version":1,"scorecard":{"lines":[{"definition":{"frenchName":3,"name":"a","symbol":"b"}}]}}""", "")]
    [InlineData("""{"schema":"cxkpi.scorecard","version":5,"scorecard":{"title":"x","lines":[]}}""", "version must be 1 or 2 or 3 or 4; got 5")]
    [InlineData("[]", "")]
    [InlineData("null", "the document must not be null")]
    public void FromJson_MalformedDocuments_ThrowAndNameIt(string json, string rule) =>
        Assert.Contains(rule, Assert.ThrowsAny<System.Text.Json.JsonException>(() => Scorecard.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void FromJson_WithoutTheMembersThatWereAdded_HasNone()
    {
        JsonNode document = JsonNode.Parse(Card().ToJson())!;
        document["version"] = 2;
        JsonObject line = document["scorecard"]!["lines"]![0]!.AsObject();
        line["definition"]!.AsObject().Remove("translations");
        line["trend"]!.AsObject().Remove("noteTranslations");

        Scorecard read = Scorecard.FromJson(document.ToJsonString());
        Assert.Empty(read.Lines[0].Definition.Translations);
        Assert.Empty(read.Lines[0].Trend!.NoteTranslations);
    }

    private static Scorecard Card()
    {
        KpiSeries<Nps> few = Enumerable.Range(0, 9).TallyBy(CalendarUnit.Month, i => new LocalDate(2025, 1, 1).PlusMonths(i), i => new Nps(50 + i, 30, 20));
        Benchmark benchmark = new("NPS", "study", "retail", "FR", "2025", new LocalDate(2026, 1, 15), [new("low", -100, 0), new("high", 0, 100)]);
        ScorecardLine own = new(Own) { Label = "DLT", Estimate = new ShareTally(3, 4).Estimate() };
        Scorecard built = Scorecard.Titled("x").Add(null, few, benchmark: benchmark, trend: ScorecardTrend.From(few.Trend())).Build();
        return new("x", [.. built.Lines, own]);
    }

    private static string Version1() => """
        {
          "schema": "cxkpi.scorecard", "version": 1,
          "scorecard": {
            "title": "Shop", "confidence": 0.95, "pairs": [],
            "lines": [
              {
                "label": "Abandonment", "trend": { "verdict": "Unknown", "note": "few figures" },
                "definition": {
                  "name": "Contact abandonment rate", "frenchName": "taux d'appels perdus", "symbol": "Contact abandonment",
                  "unit": "Share", "direction": "LowerIsBetter",
                  "formula": "(abandoned - short abandons) / (offered - short abandons)",
                  "source": "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012"
                }
              },
              {
                "label": "Delight",
                "definition": {
                  "name": "Delight", "frenchName": "enchantement", "symbol": "DLT", "unit": "Share", "direction": "HigherIsBetter",
                  "formula": "delighted / asked", "source": "own rule"
                }
              }
            ]
          }
        }
        """;
}
