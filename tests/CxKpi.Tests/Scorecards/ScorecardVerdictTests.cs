using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>The lines of a scorecard that are made from a series are judged by the periods before.</summary>
public class ScorecardVerdictTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");

    // Of 1,000 answers, what a month wins or loses: December is hard every year.
    private static readonly int[] Season = [-60, -10, 0, 10, 20, 20, 10, 10, 0, 0, -20, -190];

    public static TheoryData<ReportLanguage, string, string> Reasons => new()
    {
        { ReportLanguage.English, "as expected (", "1 line was judged; if nothing changed, chance alone marks 0.05." },
        {
            ReportLanguage.French,
            "comme attendu (",
            "1 ligne a été jugée\u202F; si rien n'a changé, le hasard seul en signale 0,05."
        },
        {
            ReportLanguage.German,
            "wie erwartet (",
            "1 Zeile wurde beurteilt; hat sich nichts verändert, markiert allein der Zufall 0,05."
        },
    };

    [Fact]
    public void Add_DecemberAsEveryYear_IsAsExpectedAndNotWorse()
    {
        KpiSeries<Csat> series = Months(48);
        ScorecardLine line = Card(series).Lines[0];

        Assert.Equal(ChangeVerdict.Worse, series[^1].Value.ChangeFrom(series[^2].Value)!.Value.Verdict);
        Assert.Equal((LatestVerdict.AsExpected, LatestBasis.Season), (line.Verdict, line.Latest!.Basis));
        Assert.InRange(line.Value!.Value, line.Latest.Lower!.Value, line.Latest.Upper!.Value);
        Assert.InRange(line.Latest.PValue!.Value, 0.05, 1);
        Assert.Equal(series.Latest().Expected!.Value, line.Latest.Expected);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Faces_SayTheReasonAndWhatChanceMarks(ReportLanguage language, string reason, string chance)
    {
        Scorecard card = Card(Months(48));

        Assert.Contains(reason, card.ToText(language), StringComparison.Ordinal);
        Assert.Contains(chance, card.ToText(language), StringComparison.Ordinal);
        Assert.Contains(Markdown.Text(reason), card.ToMarkdown(language), StringComparison.Ordinal);
        Assert.Contains(chance, card.ToMarkdown(language), StringComparison.Ordinal);
        Assert.Contains(reason[(reason.IndexOf('(', StringComparison.Ordinal) + 1)..], card.ToHtml(language), StringComparison.Ordinal);
        Assert.Contains(chance, card.ToHtmlPage(language), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"cx-detail cx-bad\"", card.ToHtmlPage(language), StringComparison.Ordinal);
        Assert.Equal(card.Lines[0].Latest!.ReasonIn(language), card.ToPoints(language)[0].Reason);
    }

    [Fact]
    public void Changes_OfALineWithAHistory_AllowForTheVarianceBetweenPeriods()
    {
        KpiSeries<Csat> series = Months(48, t => (t * 29 % 17 - 8) * 8);
        Change told = Card(series).Lines[0].Previous!.Change!.Value, sampled = series[^1].Value.ChangeFrom(series[^2].Value)!.Value;

        Assert.Equal(sampled.Difference, told.Difference);
        Assert.True(told.Lower < sampled.Lower && told.Upper > sampled.Upper, $"{told} {sampled}");
        Assert.True(told.Flags.HasFlag(EstimateFlags.BetweenPeriods));
        Assert.Equal(told.Verdict is ChangeVerdict.NoEvidence, told.PValue >= 0.05);
        Assert.Equal(Months(4)[^1].Value.ChangeFrom(Months(4)[^2].Value), Card(Months(4)).Lines[0].Previous!.Change);
    }

    [Fact]
    public void Add_DecemberFarBelowEveryDecember_IsWorse()
    {
        Scorecard card = Card(Months(48, t => t == 47 ? -150 : 0));

        Assert.Equal(LatestVerdict.Worse, card.Lines[0].Verdict);
        Assert.Contains("worse (beyond what December brings: expected ", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("CSAT got worse.", card.ToHtmlPage(), StringComparison.Ordinal);
        Assert.Equal(LatestVerdict.Worse, card.ToPoints()[0].Verdict);
    }

    [Fact]
    public void Add_FirstDecember_IsLowerAndNotWorse()
    {
        Scorecard card = Card(Months(12));

        Assert.Equal((LatestVerdict.MovedDown, LatestBasis.Level), (card.Lines[0].Verdict, card.Lines[0].Latest!.Basis));
        Assert.Contains("lower (beyond the usual range: expected ", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("season not known yet)", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("Below the usual level, season not known yet: CSAT.", card.ToHtmlPage(), StringComparison.Ordinal);
        Assert.Equal(LatestVerdict.Worse, Scorecard.Titled("x").Add(null, Months(12), model: new() { IsSeasonal = false }).Build().Lines[0].Verdict);
    }

    [Fact]
    public void Add_FewPeriods_JudgesTheChangeBySamplingErrorOnly()
    {
        Scorecard card = Card(Months(3, t => t == 2 ? -300 : 0));

        Assert.Equal((LatestVerdict.Worse, LatestBasis.SamplingError), (card.Lines[0].Verdict, card.Lines[0].Latest!.Basis));
        Assert.Contains("worse (sampling error only)", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("moins bon (erreur d'échantillonnage seule)", card.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("schlechter (nur Stichprobenfehler)", card.ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("1 by sampling error only: chance marks it more often.", card.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_IncompleteLastPeriod_IsNotJudged()
    {
        ScorecardLine line = Card(Months(48, t => t == 47 ? -500 : 0).Through(new LocalDate(2025, 12, 10))).Lines[0];

        Assert.Equal(CalendarPeriod.Parse("2025-11"), line.Period);
        Assert.Equal(LatestVerdict.AsExpected, line.Verdict);
        Assert.Equal(LatestVerdict.Unknown, Card(Months(1)).Lines[0].Verdict);
        Assert.Null(Card(Months(1)).Lines[0].Latest);
    }

    [Fact]
    public void Pair_FollowsTheLines()
    {
        Scorecard card = Scorecard.Titled("x").Add("a", Months(48)).Add("b", Months(48, t => t == 47 ? -150 : 0)).Pair("a", "b").Build();
        Scorecard season = Scorecard.Titled("x").Add("a", Months(48)).Add("b", Months(48)).Pair("a", "b").Build();

        Assert.Equal(PairVerdict.OutcomeWorsened, card.Pairs[0].Verdict);
        Assert.Equal(PairVerdict.NoActivity, season.Pairs[0].Verdict);
        Assert.Contains("(as expected); b ", season.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Holm_AmongManyLines_TakesBackWhatChanceExplains()
    {
        Scorecard alone = Many(1).Holm().Build(), among = Many(12).Holm().Build(), without = Many(12).Build();

        Assert.Equal((LatestVerdict.Better, LatestVerdict.Better), (alone.Lines[0].Verdict, without.Lines[0].Verdict));
        Assert.Equal(LatestVerdict.NoEvidence, among.Lines[0].Verdict);
        Assert.Equal(12 * without.Lines[0].Latest!.PValue!.Value, among.Lines[0].Latest!.AdjustedPValue!.Value, 12);
        Assert.Contains("no evidence (sampling error only; chance among 12 lines explains it)", among.ToText(), StringComparison.Ordinal);
        Assert.Contains(
            "12 lines were judged together by Holm's method; if nothing changed, chance marks any of them in 5% of reports.",
            among.ToText(),
            StringComparison.Ordinal);
        Assert.Contains("chance alone marks 0.6 of them", without.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal((12, 0.6, 0.05), (without.Judged, Math.Round(without.MarkedByChance, 9), Math.Round(among.MarkedByChance, 9)));
        Assert.Equal(among, Scorecard.FromJson(among.ToJson()));

        // p = 0.02 of the first line; the others did not change at all.
        static ScorecardBuilder Many(int lines)
        {
            ScorecardBuilder builder = Scorecard.Titled("x");
            for (int i = 0; i < lines; i++)
            {
                int now = i == 0 ? 145 : 120, before = i == 0 ? 110 : 120;
                builder.Add($"{i}", new ConversionRate(now, 1000, ConversionUnit.User), new ConversionRate(before, 1000, ConversionUnit.User));
            }

            return builder;
        }
    }

    [Fact]
    public void Csv_HasTheVerdict()
    {
        List<List<string>> rows = CsvReader.Read(Card(Months(48)).ToCsv());

        Assert.Equal("AsExpected", rows[1][rows[0].IndexOf("verdict")]);
        Assert.Equal("Season", rows[1][rows[0].IndexOf("verdict_basis")]);
        Assert.StartsWith("0.05", rows[1][rows[0].IndexOf("marked_by_chance")], StringComparison.Ordinal);
        Assert.EndsWith("expected for December", rows[1][rows[0].IndexOf("reason")], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_ComesBackAndChecksTheVerdict()
    {
        Scorecard card = Scorecard.Titled("x").Add("a", Months(48)).Add("b", Months(12)).Add("c", new Nps(40, 20, 10), new Nps(30, 20, 20)).Build();

        Assert.Equal(card, Scorecard.FromJson(card.ToJson()));
        Assert.Contains("got Worse", Refused(0, line => line["verdict"] = "Worse"), StringComparison.Ordinal);
        Assert.Contains("got Better", Refused(1, line => line["verdict"] = "Better"), StringComparison.Ordinal);
        Assert.Contains("must be stated with an upper limit", Refused(0, line => line.AsObject().Remove("upper")), StringComparison.Ordinal);
        Assert.Contains("must be Better, as the change says", Refused(2, line => line["verdict"] = "Worse"), StringComparison.Ordinal);

        JsonNode without = JsonNode.Parse(card.ToJson())!;
        without["scorecard"]!["lines"]![2]!.AsObject().Remove("latest");
        Assert.Equal(LatestVerdict.Better, Scorecard.FromJson(without.ToJsonString()).Lines[2].Verdict);
        without["scorecard"]!["markedByChance"] = 3;
        Assert.Throws<JsonException>(() => Scorecard.FromJson(without.ToJsonString()));

        string Refused(int line, Action<JsonNode> change)
        {
            JsonNode document = JsonNode.Parse(card.ToJson())!;
            change(document["scorecard"]!["lines"]![line]!["latest"]!);

            return Assert.Throws<JsonException>(() => Scorecard.FromJson(document.ToJsonString())).Message;
        }
    }

    // Nominal are 5 of 100 lines; verdicts on a line may be wrong in 7 of 100, and two standard errors of the lines are added.
    [Fact]
    public void Report_OfTwelveUnchangedKpis_MarksFewLines()
    {
        const int Reports = 8, Lines = 12;
        int marked = 0, byMonthBefore = 0;
        for (int i = 0; i < Reports; i++)
        {
            Scorecard card = Unchanged(Lines, (ulong)(900 + i));
            marked += card.Lines.Count(line => line.Verdict is LatestVerdict.Better or LatestVerdict.Worse);
            byMonthBefore += card.Lines.Count(line =>
                ((Csat)line.Evidence!).ChangeFrom(Before(line))!.Value.Verdict is ChangeVerdict.Better or ChangeVerdict.Worse);
        }

        double lines = Reports * Lines;
        Assert.InRange(marked / lines, 0, 0.07 + 2 * Math.Sqrt(0.07 * 0.93 / lines));
        Assert.True(byMonthBefore > 2 * marked, $"{byMonthBefore} lines by the month before, {marked} by their history");

        static Csat Before(ScorecardLine line) => Series(ulong.Parse(line.Label, System.Globalization.CultureInfo.InvariantCulture))[^2].Value;
    }

    private static Scorecard Unchanged(int lines, ulong seed)
    {
        ScorecardBuilder builder = Scorecard.Titled("x");
        for (int i = 0; i < lines; i++)
        {
            ulong own = seed * 100 + (ulong)i;
            builder.Add(own.ToString(System.Globalization.CultureInfo.InvariantCulture), Series(own));
        }

        return builder.Build();
    }

    // 36 months of about 1,000 answers: a season of 0.3 and a spread of 0.1 in log odds, which remembers (φ = 0.3).
    private static KpiSeries<Csat> Series(ulong seed)
    {
        RepeatableRandom random = new(seed);
        double state = random.NextNormal();
        List<(CalendarPeriod, Csat)> months = [];
        for (int t = 0; t < 36; t++)
        {
            double odds = 1 + 0.3 * Math.Sin(2 * Math.PI * t / 12) + 0.1 * state, share = 1 / (1 + Math.Exp(-odds));
            double hits = 1000 * share + Math.Sqrt(1000 * share * (1 - share)) * random.NextNormal();
            months.Add((January.Plus(t), new Csat((long)Math.Round(Math.Clamp(hits, 0, 1000)), 1000, TopBox.TwoOfFive)));
            state = 0.3 * state + Math.Sqrt(0.91) * random.NextNormal();
        }

        return KpiSeries.From(CalendarUnit.Month, months);
    }

    private static Scorecard Card(KpiSeries<Csat> series) => Scorecard.Titled("Shop").Add("CSAT", series).Build();

    private static KpiSeries<Csat> Months(int count, Func<int, int>? gained = null) =>
        KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, count).Select(t => (January.Plus(t), Month(t, gained?.Invoke(t) ?? 0))));

    private static Csat Month(int t, int gained)
    {
        int answers = 300 + t * 53 % 200, chance = t * 37 % 31 + t * 11 % 13 - 21;
        return new(answers * (780 + Season[t % 12] + chance + gained) / 1000, answers, TopBox.TwoOfFive);
    }

    [Fact]
    public void Add_SeriesOfFiguresThatAreAllAlike_IsAsExpected()
    {
        KpiSeries<AverageOrderValue> series = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 24).Select(i => (CalendarPeriod.Month(2024, 1).Plus(i), new AverageOrderValue(100m, 3, "EUR"))));
        Scorecard card = Scorecard.Titled("Shop").Add("Orders", series).Build();

        Assert.Equal(LatestVerdict.AsExpected, card.Lines[0].Verdict);
        Assert.Equal(1, card.Lines[0].Latest!.PValue);
        Assert.Equal(card.ToText(), Scorecard.FromJson(card.ToJson()).ToText());
    }

    [Fact]
    public void Add_SeriesWhoseRuleChanged_IsJudgedByThePeriodsOfTheLatestRule()
    {
        KpiSeries<Csat> series = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 24).Select(i => (
                CalendarPeriod.Month(2024, 1).Plus(i),
                i < 12 ? new Csat(500 + i, 1000, TopBox.TwoOfFive) : new Csat(800 + 3 * (i % 4), 1000, TopBox.ThreeOfTen))));

        Assert.Equal(
            Scorecard.Titled("Shop").Add("CSAT", series.Slice(CalendarPeriod.Month(2025, 1), CalendarPeriod.Month(2025, 12))).Build().Lines[0].Latest,
            Scorecard.Titled("Shop").Add("CSAT", series).Build().Lines[0].Latest);
    }
}
