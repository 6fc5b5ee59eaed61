using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CompositeScoreTests
{
    private static readonly CompositePart Satisfaction = new("CSAT", 0.8, 0, 1, KpiDirection.HigherIsBetter, 2);
    private static readonly CompositePart Recommendation = new("NPS", 40, -100, 100, KpiDirection.HigherIsBetter, 1);
    private static readonly CompositePart Effort = new("CES 1.0", 2, 1, 5, KpiDirection.LowerIsBetter, 1);
    private static readonly CompositePart Nothing = new("Churn", null, 0, 1, KpiDirection.LowerIsBetter, 4);

    [Fact]
    public void Value_ThreeParts_IsTheWeightedMeanOfNormalisedOnes()
    {
        CompositeScore score = new([Satisfaction, Recommendation, Effort], MissingParts.Undefined);

        Assert.Equal([80, 70, 75], score.Parts.Select(part => part.Normalized!.Value));
        Assert.Equal((2 * 80 + 70 + 75) / 4.0, score.Value);
        Assert.Equal("76.3 (CSAT 80.0, NPS 70.0, CES 1.0 75.0)", score.ToString());
    }

    [Fact]
    public void Value_MissingPart_FollowsThePolicy()
    {
        Assert.Null(new CompositeScore([Satisfaction, Nothing], MissingParts.Undefined).Value);

        CompositeScore redistributed = new([Satisfaction, Nothing], MissingParts.RedistributeWeights);
        Assert.Equal(80, redistributed.Value);
        Assert.Equal(2 / 6.0, redistributed.MeasuredWeight);
        Assert.Equal("80.0 (CSAT 80.0, Churn undefined)", redistributed.ToString());
    }

    [Fact]
    public void Value_NothingMeasured_IsUndefined() => Assert.Null(new CompositeScore([Nothing], MissingParts.RedistributeWeights).Value);

    [Fact]
    public void Of_Kpi_TakesNameAndDirection()
    {
        CompositePart part = CompositePart.Of(CustomerEffortScore.FromAnswers([1, 3]), 1, 5, 1);

        Assert.Equal(("Customer Effort Score", KpiDirection.LowerIsBetter), (part.Name, part.Direction));
        Assert.Equal(75, part.Normalized);
        Assert.Null(CompositePart.Of(default(Nps), -100, 100, 1).Normalized);
        Assert.Throws<ArgumentOutOfRangeException>("kpi", () => CompositePart.Of(default(AverageHandleTime), 0, 600, 1));
    }

    [Fact]
    public void NewPart_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("name", () => new CompositePart(" ", 1, 0, 1, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new CompositePart("a", 80, 0, 1, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new CompositePart("a", double.NaN, 0, 1, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("highest", () => new CompositePart("a", 1, 1, 1, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("lowest", () => new CompositePart("a", 1, double.NegativeInfinity, 1, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => new CompositePart("a", 1, 0, 1, KpiDirection.Neutral, 1));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => new CompositePart("a", 1, 0, 1, KpiDirection.HigherIsBetter, 0));
    }

    [Fact]
    public void Normalized_ExtremeBounds_IsFinite()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "highest",
            () => new CompositePart("a", 0, -double.MaxValue, double.MaxValue, KpiDirection.HigherIsBetter, 1));
        Assert.Throws<ArgumentOutOfRangeException>("highest", () => new CompositePart("a", 1, 0, double.MaxValue, KpiDirection.HigherIsBetter, 1));
        Assert.Equal(100, new CompositePart("a", double.Epsilon, 0, double.Epsilon, KpiDirection.HigherIsBetter, 1).Normalized);
        Assert.Equal(50, new CompositePart("a", 0, -1e305, 1e305, KpiDirection.LowerIsBetter, 1).Normalized);
    }

    [Fact]
    public void Value_ExtremeWeights_IsFinite()
    {
        static CompositePart Part(string name, double? value, double weight) => new(name, value, 0, 100, KpiDirection.HigherIsBetter, weight);
        CompositeScore huge = new([Part("a", 40, double.MaxValue), Part("b", 60, double.MaxValue)], MissingParts.Undefined);
        CompositeScore tiny = new([Part("a", 40, double.Epsilon), Part("b", null, double.MaxValue)], MissingParts.RedistributeWeights);

        Assert.Equal((50, 1), (huge.Value, huge.MeasuredWeight));
        Assert.Equal((40, 0), (tiny.Value, tiny.MeasuredWeight));
    }

    [Fact]
    public void New_BadParts_Throws()
    {
        Assert.Throws<ArgumentNullException>("parts", () => new CompositeScore(null!, MissingParts.Undefined));
        Assert.Throws<ArgumentNullException>("parts", () => new CompositeScore([null!], MissingParts.Undefined));
        Assert.Throws<ArgumentException>("parts", () => new CompositeScore([], MissingParts.Undefined));
        Assert.Throws<ArgumentException>("parts", () => new CompositeScore([Effort, Effort], MissingParts.Undefined));
        Assert.Throws<ArgumentOutOfRangeException>("missing", () => new CompositeScore([Effort], (MissingParts)5));
    }

    [Fact]
    public void Json_BringsTheScoreBack()
    {
        CompositeScore score = new([Satisfaction, Effort, Nothing], MissingParts.RedistributeWeights);
        CompositeScore back = JsonSerializer.Deserialize<CompositeScore>(JsonSerializer.Serialize(score))!;

        Assert.Equal(score.Parts, back.Parts);
        Assert.Equal(score.Value, back.Value);
        Assert.Equal(score.Missing, back.Missing);
    }

    [Fact]
    public void Of_ValueOutsideTheRange_NamesTheKpi() => Assert.StartsWith(
        "kpi must be between 0 and 50; got 100",
        Assert.Throws<ArgumentOutOfRangeException>("kpi", () => CompositePart.Of(new Nps(1, 0, 0), 0, 50, 1)).Message,
        StringComparison.Ordinal);
}

public class CompositeScoreLaws
{
    private static Gen<CompositePart[]> Parts =>
        (from value in Gen.Choose(-100, 100)
         from weight in Gen.Choose(1, 10)
         from up in Gen.Elements(KpiDirection.HigherIsBetter, KpiDirection.LowerIsBetter)
         select (value, weight, up))
            .NonEmptyListOf()
            .Select(parts => parts.Select((x, i) => new CompositePart($"part {i}", x.value, -100, 100, x.up, x.weight)).ToArray());

    [Property]
    public Property TheScoreLiesBetweenItsParts() =>
        Law.ForAll(Parts, x => new CompositeScore(x, MissingParts.Undefined).Value is { } value
            && value >= x.Min(part => part.Normalized) - 1e-9 && value <= x.Max(part => part.Normalized) + 1e-9);

    [Property]
    public Property ScalingAllWeightsChangesNothing() =>
        Law.ForAll(Parts, x => Math.Abs(new CompositeScore(x, MissingParts.Undefined).Value!.Value
            - new CompositeScore(
                [.. x.Select(p => new CompositePart(p.Name, p.Value, p.Lowest, p.Highest, p.Direction, 3 * p.Weight))],
                MissingParts.Undefined).Value!.Value) < 1e-9);

    [Property]
    public Property TurningEveryDirectionMirrorsTheScore() =>
        Law.ForAll(Parts, x => Math.Abs(new CompositeScore(x, MissingParts.Undefined).Value!.Value
            + new CompositeScore(
                [.. x.Select(p => new CompositePart(p.Name, -p.Value, p.Lowest, p.Highest, p.Direction, p.Weight))],
                MissingParts.Undefined).Value!.Value - 100) < 1e-9);
}
