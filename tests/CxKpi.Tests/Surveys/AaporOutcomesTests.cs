using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class AaporOutcomesTests
{
    // I 400, P 50, R 200, NC 150, O 50, UH 100, UO 50: 850 eligible, 150 unknown.
    private static readonly AaporOutcomes Example = new(400, 50, 200, 150, 50, 100, 50);

    [Fact]
    public void ResponseRates_SixDefinitions_DifferInBaseAndNumerator()
    {
        Assert.Equal(new ShareTally(400, 1000), Example.ResponseRate1);
        Assert.Equal(new ShareTally(450, 1000), Example.ResponseRate2);
        Assert.Equal(400 / 925.0, Example.ResponseRate3(0.5)!.Value.Value);
        Assert.Equal(450 / 925.0, Example.ResponseRate4(0.5)!.Value.Value);
        Assert.Equal(new ShareTally(400, 850), Example.ResponseRate5);
        Assert.Equal(new ShareTally(450, 850), Example.ResponseRate6);
    }

    [Fact]
    public void ResponseRate3_PartOfTheUnknown_SaysItsBase()
    {
        Estimate estimate = Example.ResponseRate3(0.5)!.Value;

        Assert.Equal(1000, estimate.N);
        Assert.Equal(925, estimate.EffectiveN);
    }

    [Fact]
    public void ResponseRate3_NoCases_IsUndefined()
    {
        Assert.Null(default(AaporOutcomes).ResponseRate3(0.5));
        Assert.Null(new AaporOutcomes(0, unknownOther: 5).ResponseRate3(0));
        Assert.Null(default(AaporOutcomes).ResponseRate1.Value);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("notContacted", () => new AaporOutcomes(1, notContacted: -1));
        Assert.Throws<OverflowException>(() => new AaporOutcomes(long.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>("eligibleShare", () => Example.ResponseRate3(1.1));
        Assert.Throws<ArgumentOutOfRangeException>("eligibleShare", () => Example.ResponseRate4(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Example.ResponseRate4(0.5, 1));
    }
}

public class AaporOutcomesLaws
{
    private static Gen<AaporOutcomes> Any => Some.Count.ArrayOf(7).Select(x => new AaporOutcomes(x[0], x[1], x[2], x[3], x[4], x[5], x[6]));

    [Property]
    public Property TheThirdRateRunsFromTheFifthToTheFirst() =>
        Law.ForAll(Any.Where(x => x.Eligible > 0), x =>
            x.ResponseRate3(0)!.Value.Value == x.ResponseRate5.Value && x.ResponseRate3(1)!.Value.Value == x.ResponseRate1.Value
            && x.ResponseRate3(0)!.Value.Lower == x.ResponseRate5.Estimate()!.Value.Lower
            && x.ResponseRate3(1)!.Value.Upper == x.ResponseRate1.Estimate()!.Value.Upper
            && x.ResponseRate4(0)!.Value.Value == x.ResponseRate6.Value && x.ResponseRate4(1)!.Value.Value == x.ResponseRate2.Value);

    [Property]
    public Property TheFirstIsTheLowestAndTheSixthTheHighest() =>
        Law.ForAll(Any.Where(x => x.Eligible > 0).Zip(Gen.Choose(0, 100).Select(x => x / 100.0)), x =>
            x.Item1.ResponseRate1.Value <= x.Item1.ResponseRate3(x.Item2)!.Value.Value
                && x.Item1.ResponseRate4(x.Item2)!.Value.Value <= x.Item1.ResponseRate6.Value);

    [Property]
    public Property CombineIsCommutativeWithDefaultAsIdentity() =>
        Law.ForAll(Any.Two(), x => x.Item1.Combine(x.Item2) == x.Item2.Combine(x.Item1) && x.Item1.Combine(default) == x.Item1);

    [Property]
    public Property JsonBringsTheOutcomesBack() => Law.ForAll(Any, x => JsonSerializer.Deserialize<AaporOutcomes>(JsonSerializer.Serialize(x)) == x);
}
