using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class ScorecardSummaryTests
{
    private static readonly ReportLanguage[] Languages = [ReportLanguage.English, ReportLanguage.French, ReportLanguage.German];

    // One verdict a letter: better, worse, up and down with an unknown season, higher, lower, as expected, no evidence, unknown.
    [Theory]
    [InlineData("", "No KPI was added.")]
    [InlineData("?", "There is nothing to compare with yet.")]
    [InlineData("n", "There is no evidence that anything changed.")]
    [InlineData("ee", "Nothing moved beyond its season.")]
    [InlineData("en", "There is no evidence that anything changed.")]
    [InlineData("w", "K1 got worse.")]
    [InlineData("b", "K1 got better.")]
    [InlineData("wb", "K1 got worse. K2 got better.")]
    [InlineData("bww", "K2 and K3 got worse. K1 got better.")]
    [InlineData("wwww", "K1, K2, K3 and K4 got worse.")]
    [InlineData("wwwww", "K1, K2, K3 and 2 more got worse.")]
    [InlineData("d", "Below the usual level, season not known yet: K1.")]
    [InlineData("u", "Above the usual level, season not known yet: K1.")]
    [InlineData("hl", "K2 fell. K1 rose.")]
    [InlineData("wdn", "K1 got worse. Below the usual level, season not known yet: K2.")]
    public void Headline_OfVerdicts_SaysNoMoreThanTheyDo(string verdicts, string expected) =>
        Assert.Equal(expected, Card([.. verdicts.Select(Line)]).Headline());

    // One status a letter: missed, not met yet, undecided, met.
    [Theory]
    [InlineData("x", "The target of K1 is missed.")]
    [InlineData("y", "The target of K1 is not met yet.")]
    [InlineData("?", "The target of K1 is undecided.")]
    [InlineData("m", "The target of K1 is met.")]
    [InlineData("xx", "Both targets are missed.")]
    [InlineData("xxx", "All 3 targets are missed.")]
    [InlineData("mm", "Both targets are met.")]
    [InlineData("xm", "Of 2 targets 1 is missed, 1 is met.")]
    [InlineData("xxy?mm", "Of 6 targets 2 are missed, 1 is not met yet, 1 is undecided, 2 are met.")]
    public void Headline_OfTargets_CountsThem(string statuses, string expected) =>
        Assert.Equal($"{expected} There is nothing to compare with yet.", Card([.. statuses.Select(Targeted)]).Headline());

    [Fact]
    public void Headline_AFallThatTheSeasonBrings_SaysSo()
    {
        Assert.Equal("Nothing moved beyond its season. The fall in K1 is usual for December.", Card(Seasonal(0.2, 0.5, 0.1, 0.3)).Headline());
        Assert.Equal("Nothing moved beyond its season. The rise in K1 is usual for December.", Card(Seasonal(0.8, 0.5, 0.7, 0.9)).Headline());

        // A small move, or one of which less than half was expected, needs no explanation by the season.
        Assert.Equal("Nothing moved beyond its season.", Card(Seasonal(0.45, 0.5, 0.4, 0.6)).Headline());
        Assert.Equal("Nothing moved beyond its season.", Card(Seasonal(0.2, 0.5, 0.1, 0.75)).Headline());
    }

    [Fact]
    public void Headline_OfTwoPeriodsAlone_CallsNothingBetterOrWorse()
    {
        ScorecardLine pairwise = Line('w', 0) with
        {
            Latest = new() { Verdict = LatestVerdict.Worse, Basis = LatestBasis.SamplingError, Reason = "sampling error only" },
        };

        Assert.Equal("Changed beyond sampling error, without a history to judge by: K1.", Card(pairwise).Headline());
        Assert.Equal("K2 got worse. Changed beyond sampling error, without a history to judge by: K1.", Card(pairwise, Line('w', 1)).Headline());
        Assert.StartsWith("Watch K1 ", Card(pairwise).Lead(), StringComparison.Ordinal);
        Assert.Equal(
            "Évolution au-delà de l'erreur d'échantillonnage, sans historique pour en juger\u202F: K1.",
            Card(pairwise).Headline(ReportLanguage.French));
        Assert.Equal("Über den Stichprobenfehler hinaus verändert, ohne Verlauf zum Beurteilen: K1.", Card(pairwise).Headline(ReportLanguage.German));
    }

    // The same verdicts in the words of each language.
    [Theory]
    [InlineData(ReportLanguage.French, "ww", "En dégradation\u202F: K1 et K2.")]
    [InlineData(ReportLanguage.French, "bw", "En dégradation\u202F: K2. En amélioration\u202F: K1.")]
    [InlineData(ReportLanguage.French, "e", "Rien n'a bougé au-delà de sa saison.")]
    [InlineData(ReportLanguage.German, "ww", "Verschlechtert: K1 und K2.")]
    [InlineData(ReportLanguage.German, "bw", "Verschlechtert: K2. Verbessert: K1.")]
    [InlineData(ReportLanguage.German, "e", "Nichts hat sich über seine Saison hinaus bewegt.")]
    public void Headline_OfVerdicts_IsWrittenInEveryLanguage(ReportLanguage language, string verdicts, string expected) =>
        Assert.Equal(expected, Card([.. verdicts.Select(Line)]).Headline(language));

    [Fact]
    public void Headline_EveryCombination_HasWholeSentencesInEveryLanguage()
    {
        const string Verdicts = "bwudhlen?";
        foreach (ReportLanguage language in Languages)
        {
            foreach ((char one, char other) in Verdicts.SelectMany(a => Verdicts.Select(b => (a, b))))
            {
                string headline = Card(Line(one, 0), Line(other, 1)).Headline(language);
                Assert.EndsWith(".", headline, StringComparison.Ordinal);
                Assert.Equal(one is 'b' or 'w' or 'u' or 'd' or 'h' or 'l', headline.Contains("K1", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Lead_NamesWhatToActOnAndWatch_TheMostUrgentFirst()
    {
        Scorecard card = Card(Line('n', 0), Line('w', 1), Targeted('?', 2), Targeted('x', 3), Line('d', 4));

        Assert.StartsWith("Act on K4 (30.0% against at least 50.0%) and K2 (30.0%). Watch K3 (30.0% against at least 50.0%) and K5 (30.0%). "
            + "1 of 3 is as expected or shows no evidence of a change.", card.Lead(), StringComparison.Ordinal);
        Assert.StartsWith(
            "À traiter\u202F: K4 (30,0\u202F% contre au moins 50,0\u202F%) et K2 (30,0\u202F%).", card.Lead(ReportLanguage.French), StringComparison.Ordinal);
        Assert.StartsWith(
            "Handeln: K4 (30,0\u00A0% gegenüber mindestens 50,0\u00A0%) und K2 (30,0\u00A0%).", card.Lead(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Equal("", Card(Line('?', 0)).Lead());
    }

    [Fact]
    public void Headline_OfASeries_IsThatOfItsVerdict()
    {
        Scorecard card = Scorecard.Titled("x").Add("NPS", Example.Series(36, new LocalDate(2023, 12, 1))).Build();

        Assert.Equal(36, card.Lines[0].History.Count);
        Assert.Equal(card.Lines[0].Period, card.Lines[0].History[^1].Period);
        Assert.Equal(card.Headline(), Scorecard.FromJson(card.ToJson()).Headline());
        Assert.Equal(card.Lines[0].History, Scorecard.FromJson(card.ToJson()).Lines[0].History);
    }

    [Fact]
    public void History_WithAGap_Throws() => Assert.Contains(
        "must hold one period after the other (at position 1)",
        Assert.Throws<ArgumentOutOfRangeException>("History", () => Line('n', 0) with
        {
            History = [new(CalendarPeriod.Parse("2025-01"), 1), new(CalendarPeriod.Parse("2025-03"), 1)],
        }).Message,
        StringComparison.Ordinal);

    private static Scorecard Card(params ScorecardLine[] lines) => new("x", lines);

    private static ScorecardLine Line(char verdict, int position) => new(Csat.Definition)
    {
        Label = $"K{position + 1}",
        Estimate = new() { Value = 0.3, Lower = 0.2, Upper = 0.4, Confidence = 0.95, Method = IntervalMethod.Wilson, N = 100 },
        Latest = verdict == '?' ? null : new ScorecardVerdict
        {
            Verdict = verdict switch
            {
                'b' => LatestVerdict.Better,
                'w' => LatestVerdict.Worse,
                'u' => LatestVerdict.MovedUp,
                'd' => LatestVerdict.MovedDown,
                'h' => LatestVerdict.Higher,
                'l' => LatestVerdict.Lower,
                'e' => LatestVerdict.AsExpected,
                _ => LatestVerdict.NoEvidence,
            },
            Basis = verdict == 'n' ? LatestBasis.SamplingError : LatestBasis.Season,
            Reason = "reason",
        },
    };

    private static ScorecardLine Targeted(char status, int position) => Line('?', position) with
    {
        Target = new(Target.AtLeast(0.5))
        {
            Status = status switch { 'm' => TargetStatus.Met, '?' => TargetStatus.Undecided, _ => TargetStatus.Missed },
            IsDue = status == 'y' ? false : null,
            Value = 0.3,
        },
    };

    private static ScorecardLine Seasonal(double now, double before, double lower, double upper) => Line('e', 0) with
    {
        Period = CalendarPeriod.Parse("2025-12"),
        Estimate = new() { Value = now, Lower = now, Upper = now, Confidence = 0.95, Method = IntervalMethod.Wilson, N = 100 },
        Previous = new() { Value = before },
        Latest = new()
        {
            Verdict = LatestVerdict.AsExpected,
            Basis = LatestBasis.Season,
            Expected = (lower + upper) / 2,
            Lower = lower,
            Upper = upper,
            Reason = "usual",
        },
    };
}
