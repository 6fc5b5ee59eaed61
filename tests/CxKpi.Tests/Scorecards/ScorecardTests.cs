using CxKpi.Tests.Trends;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class ScorecardTests
{
    [Fact]
    public void New_WithAMissingPartOfAList_NamesTheList()
    {
        Assert.Throws<ArgumentNullException>("lines", () => new Scorecard("x", [null!]));
        Assert.Throws<ArgumentNullException>("pairs", () => new Scorecard("x", [], [null!]));
    }

    [Fact]
    public void New_LinesAtAnotherConfidence_AreRefused()
    {
        Scorecard card = Scorecard.Titled("x").Add("NPS", new Nps(12, 6, 4), previous: new Nps(10, 6, 7)).Build();

        Assert.Equal(card.Lines, new Scorecard("y", card.Lines).Lines);
        Assert.StartsWith(
            "lines must have intervals at the confidence of the scorecard (0.9), but NPS has one at 0.95",
            Assert.Throws<ArgumentException>("lines", () => new Scorecard("y", card.Lines, confidence: 0.9)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Add_FillsTheLine()
    {
        ScorecardLine line = Example.Card().Find("Shop")!;

        Assert.Equal("Shop", line.Group);
        Assert.Equal(Nps.Definition, line.Definition);
        Assert.Equal(new Nps(120, 60, 45).Estimate(), line.Estimate);
        Assert.Equal(225, line.N);
        Assert.Equal(new Nps(120, 60, 45).ChangeFrom(new Nps(100, 60, 70)), line.Previous?.Change);
        Assert.Equal(20, line.LastYear?.Value);
        Assert.Equal(TargetStatus.Undecided, line.Target?.Status);
        Assert.False(line.Target?.IsDue);
        Assert.Equal("Shop", line.Band?.Name);
        Assert.False(line.IsThin);
        Assert.Equal("Shop: +33.3, +22.6 to +43.2 (225 answers)", line.ToString());
    }

    [Fact]
    public void Add_WithoutALabel_TakesTheSymbol() => Assert.Equal("NPS", Scorecard.Titled("x").Add(null, new Nps(1, 1, 1)).Build().Lines[0].Label);

    [Fact]
    public void Trend_OfTooFewPeriods_GivesTheReason()
    {
        ScorecardTrend trend = ScorecardTrend.From(Example.Series(5, new LocalDate(2026, 1, 5)).Trend());
        Assert.Equal(ChangeVerdict.Unknown, trend.Verdict);
        Assert.False(string.IsNullOrEmpty(trend.Note));
    }

    [Theory]
    [InlineData(ReportLanguage.English, "a level that wanders by itself may look the same")]
    [InlineData(ReportLanguage.French, "un niveau qui dérive de lui-même peut avoir le même aspect")]
    [InlineData(ReportLanguage.German, "ein von selbst wanderndes Niveau kann genauso aussehen")]
    public void Trend_ThatALevelThatWandersExplains_SaysSo(ReportLanguage language, string warning)
    {
        ScorecardTrend trend = ScorecardTrend.From(SeasonalModelRivalTests.Walk(60, step: 0.1, seed: 1).Trend());
        Scorecard card = Scorecard.Titled("x").Add(null, new Nps(50, 30, 20), trend: trend).Build();

        Assert.NotEqual(ChangeVerdict.Unknown, trend.Verdict);
        Assert.Equal(warning, trend.NoteIn(language));
        Assert.Contains(warning, Scorecard.FromJson(card.ToJson()).ToMarkdown(language), StringComparison.Ordinal);
    }

    [Fact]
    public void Currency_ComesFromTheRecord()
    {
        Assert.Equal("EUR", Example.Card().Find("CAC")!.Currency);
        Assert.Null(Example.Card().Find("Churn")!.Currency);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void IsThin_BelowThirty(int n, bool expected) =>
        Assert.Equal(expected, Scorecard.Titled("x").Add(null, new Nps(n - 10, 5, 5)).Build().Lines[0].IsThin);

    [Fact]
    public void IsThin_WithoutALimit()
    {
        Assert.True(Example.Card().Find("CAC")!.IsThin);
        Assert.False(Example.Card().Find("Empty")!.IsThin);
    }

    [Fact]
    public void Add_OfASeries_TakesTheLastCompletePeriod()
    {
        KpiSeries<Nps> series = Example.Series(15, new LocalDate(2025, 10, 5));

        ScorecardLine line = Scorecard.Titled("x", asOf: new LocalDate(2026, 12, 10)).Add(null, series).Build().Lines[0];

        Assert.Equal(CalendarPeriod.Parse("2026-11"), line.Period);
        Assert.Equal(series[CalendarPeriod.Parse("2026-11")].Value, line.Value);
        Assert.Equal(CalendarPeriod.Parse("2026-10"), line.Previous?.Period);
        Assert.Equal(CalendarPeriod.Parse("2025-11"), line.LastYear?.Period);
        Change sampled = series[CalendarPeriod.Parse("2026-11")].ChangeFrom(series[CalendarPeriod.Parse("2025-11")])!.Value;
        Assert.Equal(sampled.With(EstimateFlags.BetweenPeriods), line.LastYear?.Change);
        Assert.Equal(CalendarPeriod.Parse("2026-12"), Scorecard.Titled("x", asOf: new LocalDate(2026, 12, 31)).Add(null, series).Build().Lines[0].Period);
        Assert.Equal(CalendarPeriod.Parse("2026-12"), Scorecard.Titled("x").Add(null, series).Build().Lines[0].Period);
    }

    [Fact]
    public void Add_OfAShortSeries_ComparesWithWhatThereIs()
    {
        ScorecardLine one = Scorecard.Titled("x").Add(null, Example.Series(1, new LocalDate(2026, 11, 5))).Build().Lines[0];
        Assert.Null(one.Previous);
        Assert.Null(one.LastYear);

        ScorecardLine none = Scorecard.Titled("x", asOf: new LocalDate(2026, 11, 10))
            .Add(null, Example.Series(1, new LocalDate(2026, 11, 5)), Target.AtLeast(0))
            .Build().Lines[0];
        Assert.Null(none.Value);
        Assert.Null(none.Period);
        Assert.Equal(TargetStatus.NoData, none.Target?.Status);
    }

    [Theory]
    [InlineData("2026-11", "2025-11")]
    [InlineData("2026-Q1", "2025-Q1")]
    [InlineData("2027-W01", "2026-W01")]
    [InlineData("2026-W53", null)]
    [InlineData("2026-11-21", "2025-11-22")]
    [InlineData("2026", "2025")]
    public void YearBefore_FollowsTheCalendar(string period, string? expected) =>
        Assert.Equal(expected, YearBefore.Of(CalendarPeriod.Parse(period))?.ToString());

    [Fact]
    public void Pair_ActivityWithoutOutcome_SaysSo() => Assert.Equal(PairVerdict.OutcomeDidNotFollow, Example.Card().Pairs[0].Verdict);

    [Fact]
    public void Pair_NeedsLinesAndADirection()
    {
        ScorecardBuilder builder = Scorecard.Titled("x")
            .Add("Handle time", AverageHandleTime.FromContacts([Duration.FromSeconds(20)]))
            .Add("NPS", new Nps(1, 1, 1));

        Assert.StartsWith(
            "outcome must be the label of one line added before; Other is that of 0",
            Assert.Throws<ArgumentException>(() => builder.Pair("NPS", "Other")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "outcome must have a good direction, which Average handle time has not",
            Assert.Throws<ArgumentException>(() => builder.Pair("NPS", "Handle time")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.Pair("NPS", "NPS"));
        Assert.Equal(PairVerdict.Unknown, builder.Pair("Handle time", "NPS").Build().Pairs[0].Verdict);
    }

    [Fact]
    public void Constructor_LabelsThatOccurTwice_Throws()
    {
        ScorecardBuilder builder = Scorecard.Titled("x").Group("a").Add("NPS", new Nps(1, 1, 1)).Group("b").Add("NPS", new Nps(1, 1, 1));
        Assert.Equal(2, builder.Build().Lines.Count);
        Assert.Throws<ArgumentException>(() => builder.Add("NPS", new Nps(1, 1, 1)).Build());
    }

    [Fact]
    public void Build_IsNotChangedByWhatIsAddedLater()
    {
        ScorecardBuilder builder = Scorecard.Titled("x").Add("a", new Nps(1, 1, 1));
        Scorecard first = builder.Build();
        builder.Add("b", new Nps(1, 1, 1));
        Assert.Single(first.Lines);
    }

    [Fact]
    public void Add_ABenchmarkOfAnotherKpi_Throws()
    {
        Benchmark benchmark = new("CSAT", "s", "x", "FR", "2025", new LocalDate(2026, 1, 1), [new("any")]);
        Assert.StartsWith(
            "benchmark must be of NPS, but is of CSAT",
            Assert.Throws<ArgumentException>(() => Scorecard.Titled("x").Add(null, new Nps(1, 1, 1), benchmark: benchmark)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LatestVerdict.Better, LatestVerdict.Better, PairVerdict.OutcomeFollowed)]
    [InlineData(LatestVerdict.Better, LatestVerdict.NoEvidence, PairVerdict.OutcomeDidNotFollow)]
    [InlineData(LatestVerdict.Better, LatestVerdict.AsExpected, PairVerdict.OutcomeDidNotFollow)]
    [InlineData(LatestVerdict.Lower, LatestVerdict.NoEvidence, PairVerdict.OutcomeDidNotFollow)]
    [InlineData(LatestVerdict.Better, LatestVerdict.Worse, PairVerdict.OutcomeWorsened)]
    [InlineData(LatestVerdict.NoEvidence, LatestVerdict.Worse, PairVerdict.OutcomeWorsened)]
    [InlineData(LatestVerdict.NoEvidence, LatestVerdict.Better, PairVerdict.NoActivity)]
    [InlineData(LatestVerdict.AsExpected, LatestVerdict.Better, PairVerdict.NoActivity)]
    [InlineData(LatestVerdict.Worse, LatestVerdict.NoEvidence, PairVerdict.NoActivity)]
    [InlineData(LatestVerdict.Unknown, LatestVerdict.Better, PairVerdict.Unknown)]
    [InlineData(LatestVerdict.Better, LatestVerdict.Unknown, PairVerdict.Unknown)]
    [InlineData(LatestVerdict.MovedUp, LatestVerdict.Better, PairVerdict.Unknown)]
    [InlineData(LatestVerdict.Better, LatestVerdict.MovedDown, PairVerdict.Unknown)]
    [InlineData(LatestVerdict.Better, LatestVerdict.Higher, PairVerdict.Unknown)]
    public void Judge_ReadsBothVerdicts(LatestVerdict activity, LatestVerdict outcome, PairVerdict expected) =>
        Assert.Equal(expected, ScorecardPair.Judge(activity, outcome));

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["label"] = ("label", () => Scorecard.Titled("x").Add(" ", new Nps(1, 0, 0))),
        ["label of a series"] = ("label", () => Scorecard.Titled("x").Add(" ", KpiSeries.From(CalendarUnit.Day, Array.Empty<(CalendarPeriod, Nps)>()))),
        ["previous"] = ("previous", () => Scorecard.Titled("x").Add("a", Monthly, previous: Yearly)),
        ["last year"] = ("lastYear", () => Scorecard.Titled("x").Add("a", Monthly, previous: Monthly, lastYear: Yearly)),
        ["goal"] = ("target", () => Scorecard.Titled("x").Add("a", Monthly, target: Target.AtMost(5))),
        ["baseline"] = ("target", () => Scorecard.Titled("x").Add("a", Monthly, target: Target.AtMost(0.5, baseline: 5))),
        ["change"] = ("target", () => Scorecard.Titled("x").Add("a", new Nps(1, 0, 0), target: Target.RelativeChange(9, 20))),
        ["direction"] = ("target", () => Scorecard.Titled("x").Add("a", Monthly, target: Target.AtLeast(0.5))),
        ["limit"] = ("target", () => Scorecard.Titled("x").Add("a", Monthly, target: Target.AllWithin(Duration.FromHours(1)))),
        ["currency"] = ("target", () => Scorecard.Titled("x").Add(
            "a", new AverageOrderValue(90, 2, "USD"), target: Target.RelativeChange(0.1, new AverageOrderValue(90, 2, "EUR")))),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Add_WhatIsRefusedWithin_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    private static Churn Monthly => new(1, 50, CalendarUnit.Month);

    private static Churn Yearly => new(1, 50, CalendarUnit.Year);
}
