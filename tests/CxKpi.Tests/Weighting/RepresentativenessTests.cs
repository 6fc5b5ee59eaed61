using CxKpi.Practices;

namespace CxKpi.Tests.Weighting;

public class RepresentativenessTests
{
    // Of 1,000 customers of two plans all were invited; those of the larger plan answered less often and more kindly.
    private static readonly (string Plan, string Region, int Score)[] Answers =
        [.. Enumerable.Range(0, 100).Select(i => (i < 40 ? "basic" : "pro", i % 2 == 0 ? "north" : "south", i < 40 == (i % 4 == 0) ? 3 : 10))];

    private static IEnumerable<Nps> Scores => Answers.Select(answer => Nps.FromAnswer(answer.Score));

    private static PopulationMargin Plan(params (string Key, decimal Size)[] others) => PopulationMargin.Of(
        "plan", Answers.Select(answer => answer.Plan), [new("basic", 800), new("pro", 200), .. others.Select(x => KeyValuePair.Create(x.Key, x.Size))]);

    private static PopulationMargin Region => PopulationMargin.Of("region", Answers.Select(answer => answer.Region), [new("north", 500m), new("south", 500m)]);

    // All of b are y, and b is a third of the population: no y is left for c, whose weight goes to 0.
    [Fact]
    public void Of_MarginsThatContradictEachOther_SaysSoAndLeavesOutWhatVanishes()
    {
        PopulationMargin kinds = PopulationMargin.Of("kind", ["a", "b", "c", "c", "c"], [new("a", 44m), new("b", 46m), new("c", 44m)]);
        PopulationMargin ends = PopulationMargin.Of("end", ["x", "y", "x", "y", "x"], [new("x", 12m), new("y", 6m)]);
        Representativeness report = Representativeness.Of(new[] { 10, 0, 8, 0, 10 }.Select(answer => Nps.FromAnswer(answer)), [kinds, ends]);

        Assert.Equal((WeightingStatus.NotConverged, 0m), (report.Weights.Status, report.Weights.Values[3]));
        Assert.NotNull(report.Weighted);
    }

    [Fact]
    public void Of_WorkedExample_SetsSampleBesidePopulation()
    {
        Representativeness report = Representativeness.Of(Scores, [Plan(), Region], populationWasInvited: true);

        Assert.Equal(-10, report.Raw!.Value.Value, 9);
        Assert.Equal(0.8 * 50 - 0.2 * 50, report.Weighted!.Value.Value, 9);
        Assert.Equal([true, false], report.Margins.Select(margin => margin.Differs));
        Assert.Equal((40L, 0.4, 0.8), (report.Margins[0].Strata[0].Rows, report.Margins[0].Strata[0].SampleShare, report.Margins[0].Strata[0].PopulationShare));
        Assert.Equal(-10, report.Margins[0].Strata[0].StandardizedResidual!.Value, 9);
        Assert.Equal(0.4, report.Margins[0].Test.Dissimilarity!.Value, 12);
        Assert.Equal(ResponseIndicator.Of([800, 200], [40, 60]).Value, report.Margins[0].Response!.Value);
        Assert.Equal((0.1, -91.0, 89.0), (report.ResponseRate, report.WorstCaseLower, report.WorstCaseUpper));
        Assert.Equal("NPS: −10.0 observed, +30.0 weighted", report.ToString());
    }

    [Fact]
    public void Of_PopulationThatWasNotInvited_HasNoResponse()
    {
        Representativeness report = Representativeness.Of(Scores, [Plan()]);

        Assert.Equal((null, null, null), (report.ResponseRate, report.WorstCaseLower, report.WorstCaseUpper));
        Assert.Null(report.Margins[0].Response);
    }

    [Fact]
    public void Of_StratumWithoutAnswers_IsShownAndNotWeighted()
    {
        Representativeness report = Representativeness.Of(Scores, [Plan(("trial", 100))]);

        Assert.Null(report.Weighted);
        Assert.NotNull(report.Raw);
        Assert.Equal(WeightingStatus.EmptyCategory, report.Weights.Status);
        Assert.True(report.Margins[0].Strata[2].IsWithoutRows);
        Assert.All(
            [report.ToText(), report.ToMarkdown(), report.ToHtml()],
            text =>
            {
                Assert.Contains("no answers", text, StringComparison.Ordinal);
                Assert.Contains("nobody answered in: plan trial", text, StringComparison.Ordinal);
            });
        Assert.Contains("plan,trial,0,0,", report.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Report_ReadsAsAWhole()
    {
        string text = Representativeness.Of(Scores, [Plan()], populationWasInvited: true).ToText();

        Assert.StartsWith("Net Promoter Score\nName", text, StringComparison.Ordinal);
        Assert.Contains("NPS weighted", text, StringComparison.Ordinal);
        Assert.Contains("basic", text, StringComparison.Ordinal);
        Assert.EndsWith("the value would be −91.0 or +89.0.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_OfEveryLanguage_SpeakIt()
    {
        Representativeness report = Representativeness.Of(Scores, [Plan()], populationWasInvited: true);

        Assert.Contains("plan: the sample differs from the population (p < 0.0001)", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("l'échantillon diffère de la population", report.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Die Stichprobe weicht von der Grundgesamtheit ab", report.ToMarkdown(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("gewichtet", report.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("| basic | 40 | 40% | 80% | −10.0 |", report.ToMarkdown().Replace(".0%", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, report.ToTable().Rows.Count);
    }

    [Fact]
    public void Of_MissingAnswers_AreRowsWithoutAValue()
    {
        Nps[] records = [.. Scores.Take(99), Nps.FromAnswer((int?)null)];
        Representativeness report = Representativeness.Of(records, [Plan()], populationWasInvited: true);

        Assert.Equal((99L, 99L), (report.Raw!.Value.N, report.Weighted!.Value.N));
        Assert.Equal(0.099, report.ResponseRate);
    }

    [Fact]
    public void Of_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("records", () => Representativeness.Of(Scores.Take(3), [Plan()]));
        Assert.Throws<ArgumentOutOfRangeException>("margins", () => Representativeness.Of(Scores, []));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Representativeness.Of(Scores, [Plan()], confidence: 1));
        Assert.Throws<ArgumentException>(() => Representativeness.Of(Answers.Select(_ => new Nps(2, 1, 1)), [Plan()]));
    }
}
