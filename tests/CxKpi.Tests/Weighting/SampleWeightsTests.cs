using CxKpi.Practices;

namespace CxKpi.Tests.Weighting;

public class SampleWeightsTests
{
    private static readonly string[] Plans = ["basic", "basic", "basic", "pro", "pro", "pro", "pro", "pro"];
    private static readonly string[] Regions = ["north", "south", "south", "north", "north", "north", "south", "south"];

    private static PopulationMargin Plan(decimal basic = 600, decimal pro = 400) => Margin("plan", Plans, ("basic", basic), ("pro", pro));

    private static PopulationMargin Region(decimal north = 300, decimal south = 700) => Margin("region", Regions, ("north", north), ("south", south));

    private static PopulationMargin Margin(string name, string[] rows, params (string Key, decimal Size)[] population) =>
        PopulationMargin.Of(name, rows, population.Select(category => KeyValuePair.Create(category.Key, category.Size)));

    private static IEnumerable<Nps> Scores => new int[] { 10, 3, 8, 9, 10, 9, 2, 7 }.Select(score => Nps.FromAnswer(score));

    [Fact]
    public void PostStratify_WorkedExample_GivesEachCellItsSize()
    {
        SampleWeights weights = SampleWeights.PostStratify(Plan());

        Assert.Equal([200, 200, 200, 80, 80, 80, 80, 80], weights.Values);
        Assert.Equal((WeightingStatus.Met, 0), (weights.Status, weights.Rounds));
        Assert.Equal(1000.0 * 1000 / (3 * 200 * 200 + 5 * 80 * 80), weights.KishEffectiveN!.Value, 9);
        Assert.Equal(8 / weights.KishEffectiveN.Value, weights.DesignEffect!.Value, 9);
        Assert.Equal((1.0, 0.64, 1.6), (weights.DesignEffectBefore, weights.Smallest, weights.Largest));
        Assert.Equal("The weighted sample has the mix of the population in every characteristic.", weights.Explanation());
        Assert.StartsWith("8 weights, design effect 1.22, as 6.6 with equal weights", weights.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PostStratify_InvitedPerClass_MendsNonresponse()
    {
        PopulationMargin invited = Margin("class", ["a", "a", "b"], ("a", 10), ("b", 40));

        Assert.Equal([5, 5, 40], SampleWeights.PostStratify(invited).Values);
    }

    [Fact]
    public void Rake_TwoMargins_MeetsBoth()
    {
        SampleWeights weights = SampleWeights.Rake([Plan(), Region()]);

        Assert.Equal(WeightingStatus.Met, weights.Status);
        Assert.True(weights.MarginError <= 1e-10);
        Assert.InRange(weights.Rounds, 2, 100);
        Assert.Equal(600, (double)weights.Values.Zip(Plans).Where(row => row.Second == "basic").Sum(row => row.First), 6);
        Assert.Equal(300, (double)weights.Values.Zip(Regions).Where(row => row.Second == "north").Sum(row => row.First), 6);
    }

    [Fact]
    public void Rake_OtherTotals_AreRescaledAndSaid()
    {
        SampleWeights weights = SampleWeights.Rake([Plan(), Region(0.3m, 0.7m)]);

        Assert.True(weights.WereTotalsRescaled);
        Assert.Equal(SampleWeights.Rake([Plan(), Region()]).Values, weights.Values);
        Assert.EndsWith("The characteristics had different totals and were brought to that of the first.", weights.Explanation(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rake_CategoryWithoutRows_IsNamed()
    {
        SampleWeights weights = SampleWeights.Rake([Margin("plan", Plans, ("basic", 5), ("pro", 4), ("trial", 1)), Region()]);

        Assert.Equal((WeightingStatus.EmptyCategory, false), (weights.Status, weights.HasWeights));
        Assert.Equal(["plan trial"], weights.Categories);
        Assert.Equal(
            "There are no weights, because nobody answered in: plan trial. No other answer can speak for them. "
                + "Merge them with a category that is alike, or leave them out of the population and say so.",
            weights.Explanation());
        Assert.Equal(weights.Explanation(), weights.ToString());
        Assert.Contains("personne n'a répondu dans\u202F: plan trial", weights.Explanation(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("niemand antwortete in: plan trial", weights.Explanation(ReportLanguage.German), StringComparison.Ordinal);
        Assert.StartsWith("There are no weights", Assert.Throws<InvalidOperationException>(() => weights.Weigh(Scores)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => weights.Estimate(Scores));
    }

    [Fact]
    public void Rake_RowsOutsideThePopulation_AreNamed()
    {
        SampleWeights weights = SampleWeights.Rake([Margin("plan", Plans, ("basic", 5)), Region()]);

        Assert.Equal((WeightingStatus.OutsidePopulation, false), (weights.Status, weights.HasWeights));
        Assert.Equal(
            "There are no weights, because the population has nobody in: plan pro. State their size, or leave these answers out.",
            weights.Explanation());
    }

    // Where only two of four cells have rows, they cannot meet margins that ask for the others.
    [Fact]
    public void Rake_MarginsThatContradictTheCells_SaysHowFarItCame()
    {
        SampleWeights weights = SampleWeights.Rake(
            [Margin("plan", ["a", "b"], ("a", 2), ("b", 2)), Margin("region", ["x", "y"], ("x", 1), ("y", 3))], mostRounds: 50);

        Assert.Equal((WeightingStatus.NotConverged, true, 50), (weights.Status, weights.HasWeights, weights.Rounds));
        Assert.Equal(0.5, weights.MarginError!.Value, 9);
        Assert.Equal(
            "After 50 rounds the weighted sample is still up to 50% off the population in some category, so the weights fit only roughly. "
                + "Merge small categories, or weight by fewer characteristics.",
            weights.Explanation());
        Assert.EndsWith(weights.Explanation(), weights.ToString(), StringComparison.Ordinal);
    }

    // Every round doubles what the next halves, however many there are.
    [Fact]
    public void Rake_RoundsThatMendNothing_End()
    {
        SampleWeights weights = SampleWeights.Rake(
            [Margin("plan", ["a", "b"], ("a", 2), ("b", 2)), Margin("region", ["x", "y"], ("x", 1), ("y", 3))], mostRounds: 100_000);

        Assert.Equal((WeightingStatus.NotConverged, 2000), (weights.Status, weights.Rounds));
        Assert.Equal(0.5, weights.MarginError!.Value, 9);
    }

    [Fact]
    public void Calibrate_Limits_AreKeptAndMarginsMet()
    {
        SampleWeights weights = SampleWeights.Calibrate([Plan(), Region()], 0.4, 2.5);

        Assert.Equal(WeightingStatus.Met, weights.Status);
        Assert.All(weights.Values, weight => Assert.InRange((double)weight / 125, 0.4, 2.5));
        Assert.True(weights.MarginError <= 1e-10);
    }

    // These limits defeat a Newton's method that never shortens its steps.
    [Fact]
    public void Calibrate_FarLimits_Converges() => Assert.Equal(
        WeightingStatus.Met,
        SampleWeights.Calibrate([Plan(995, 5), Region(5, 995)], 0.001, 200).Status);

    // Two weights of a half and three of 3: 5 (2/4 + 27)/100.
    [Theory]
    [InlineData(10)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    [InlineData(1e15)]
    [InlineData(1e100)]
    [InlineData(double.MaxValue)]
    public void Calibrate_WideLimits_ChangeNothing(double highest)
    {
        SampleWeights weights = SampleWeights.Calibrate([Margin("one", ["a", "a", "b", "b", "b"], ("a", 1), ("b", 9))], 0, highest);

        Assert.Equal(WeightingStatus.Met, weights.Status);
        Assert.Equal(1.375, weights.DesignEffect!.Value, 9);
    }

    // Without an upper bound the logit distance is that of raking.
    [Theory]
    [InlineData(1e9, 1e-6)]
    [InlineData(1e12, 1e-9)]
    [InlineData(double.MaxValue, 1e-9)]
    public void Calibrate_WideLimits_IsRaking(double highest, double near)
    {
        foreach (PopulationMargin[] margins in (PopulationMargin[][])[[Plan(), Region()], [Plan(995, 5), Region(5, 995)]])
        {
            SampleWeights raked = SampleWeights.Rake(margins), weights = SampleWeights.Calibrate(margins, 0, highest);

            Assert.Equal(WeightingStatus.Met, weights.Status);
            Assert.All(weights.Values.Zip(raked.Values), pair => Assert.Equal(1, (double)(pair.First / pair.Second), near));
        }
    }

    [Fact]
    public void Calibrate_CategoryOutOfReach_IsNamed()
    {
        SampleWeights weights = SampleWeights.Calibrate([Plan(900, 100), Region()], 0.5, 1.5);

        Assert.Equal((WeightingStatus.Infeasible, false), (weights.Status, weights.HasWeights));
        Assert.Equal(
            "There are no weights: within these limits the sample cannot reach the population in: plan basic; plan pro. "
                + "Widen the limits, or merge categories.",
            weights.Explanation());
    }

    [Fact]
    public void Calibrate_OutOfReachTogether_SaysSo()
    {
        string[] rows = ["a", "a", "b", "b"], others = ["x", "x", "x", "y"];
        SampleWeights weights = SampleWeights.Calibrate(
            [Margin("one", rows, ("a", 70), ("b", 30)), Margin("other", others, ("x", 60), ("y", 40))], 0.2, 2);

        Assert.Equal((WeightingStatus.Infeasible, false), (weights.Status, weights.HasWeights));
        Assert.Equal(
            "There are no weights: none within these limits meet the population in all characteristics together. Widen the limits, or merge categories.",
            weights.Explanation());
    }

    [Fact]
    public void FromStrata_OneRow_HasWeightsAndNoInterval()
    {
        SampleWeights weights = SampleWeights.FromStrata(Margin("plan", ["a", "a", "b"], ("a", 10), ("b", 5)));
        Estimate estimate = weights.Estimate(Scores.Take(3))!.Value;

        Assert.Equal((WeightingStatus.LonelyStratum, true), (weights.Status, weights.HasWeights));
        Assert.Equal((null, null, EstimateFlags.SingleObservation), (estimate.Lower, estimate.Upper, estimate.Flags));
        Assert.Equal(
            "One answer alone comes from: plan b. It does not show how answers vary there, so there is no interval. Merge it with a stratum that is alike.",
            weights.Explanation());
    }

    [Fact]
    public void FromStrata_MoreRowsThanPeople_Throws() => Assert.Contains(
        "must have at least as many people as rows in each stratum, and a has",
        Assert.Throws<ArgumentOutOfRangeException>("strata", () => SampleWeights.FromStrata(Margin("plan", ["a", "a"], ("a", 1)))).Message,
        StringComparison.Ordinal);

    // Everybody was asked: nothing is left to chance.
    [Fact]
    public void FromStrata_AllPeople_HaveNoError() =>
        Assert.Equal(0, SampleWeights.FromStrata(Margin("plan", Plans, ("basic", 3), ("pro", 5))).Estimate(Scores)!.Value.StandardError);

    [Fact]
    public void Trim_Weights_SaysWhatItLeavesInTheMargins()
    {
        SampleWeights trimmed = SampleWeights.PostStratify(Plan()).Trim(90, 180);

        Assert.Equal(1000, (double)trimmed.Values.Sum(), 9);
        Assert.All(trimmed.Values, weight => Assert.InRange(weight, 90, 180));
        Assert.Equal(8, trimmed.Limited);
        Assert.True(trimmed.MarginError > 0.05);
        Assert.Equal(
            "Weights that were limited: 8. That leaves the characteristics up to 15% off the population. Calibration within limits keeps both.",
            trimmed.Explanation());
        Assert.Equal("Weights that were limited: 1. The total is unchanged.", SampleWeights.Trim([1, 1, 1, 9], 0, 4).Explanation());
    }

    [Fact]
    public void Trim_LimitsThatCannotHold_IsInfeasible()
    {
        Assert.Equal(WeightingStatus.Infeasible, SampleWeights.Trim([1, 1, 4], 0, 1.5m).Status);
        Assert.Equal([2, 2, 2], SampleWeights.Trim([1, 1, 4], 0, 2).Values);
    }

    [Fact]
    public void Estimate_AfterPostStratification_IsMorePreciseThanWeightsAlone()
    {
        SampleWeights weights = SampleWeights.PostStratify(Plan());
        Nps[] scores = [.. new int[] { 10, 9, 9, 2, 3, 1, 2, 10 }.Select(score => Nps.FromAnswer(score))];
        Estimate fitted = weights.Estimate(scores)!.Value, given = weights.Weigh(scores).Estimate()!.Value;

        Assert.Equal(given.Value, fitted.Value);
        Assert.True(fitted.StandardError < given.StandardError);
        Assert.True(fitted.Upper - fitted.Lower < given.Upper - given.Lower);
        Assert.Equal((IntervalMethod.Score, KpiUnit.NetPoints), (fitted.Method, fitted.Unit));
    }

    [Fact]
    public void Methods_BadInput_Throws()
    {
        Assert.Throws<ArgumentNullException>("margins", () => SampleWeights.Rake(null!));
        Assert.Throws<ArgumentOutOfRangeException>("margins", () => SampleWeights.Rake([]));
        Assert.Throws<ArgumentOutOfRangeException>("margins", () => SampleWeights.Rake([Plan(), Margin("short", ["a"], ("a", 1))]));
        Assert.Throws<ArgumentOutOfRangeException>("baseWeights", () => SampleWeights.Rake([Plan()], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("baseWeights", () => SampleWeights.Rake([Plan()], [1, 2, 0, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("mostRounds", () => SampleWeights.Rake([Plan()], mostRounds: 0));
        Assert.Throws<ArgumentOutOfRangeException>("mostRounds", () => SampleWeights.Rake([Plan()], mostRounds: int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("lowest", () => SampleWeights.Calibrate([Plan()], 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("highest", () => SampleWeights.Calibrate([Plan()], 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("highest", () => SampleWeights.Trim([1, 2], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SampleWeights.Trim([1, 0], 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("records", () => SampleWeights.Rake([Plan()]).Weigh(Scores.Take(3)));
    }

    [Fact]
    public void Margin_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("name", () => Margin(" ", Plans, ("basic", 1)));
        Assert.Throws<ArgumentException>("population", () => Margin("plan", Plans, ("basic", 1), ("basic", 2)));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => Margin("plan", Plans, ("basic", -1)));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => Margin("plan", Plans, ("basic", 0)));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => Margin("plan", Plans));
        Assert.Contains(
            "must have a category for each row (at position 1)",
            Assert.Throws<ArgumentException>("rows", () => Margin("plan", ["basic", null!], ("basic", 1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Weigh_RecordsOfAnotherRule_NamesTheRecords()
    {
        PopulationMargin margin = Margin("plan", ["a", "b"], ("a", 1), ("b", 1));
        Churn[] records = [new(1, 1, CalendarUnit.Month), new(1, 1, CalendarUnit.Year)];

        Assert.Throws<ArgumentException>("records", () => SampleWeights.Rake([margin]).Weigh(records));
        Assert.Throws<ArgumentException>("records", () => Representativeness.Of(records, [margin]));
        Assert.Throws<ArgumentException>("records", () => Representativeness.Of([new Revenue(1), new Revenue(1)], [margin]));
    }

    [Fact]
    public void Margin_CategoryWithoutAName_NamesThePopulation() =>
        Assert.Throws<ArgumentException>("population", () => Margin("plan", ["a"], ("a", 1), (null!, 1)));
}
