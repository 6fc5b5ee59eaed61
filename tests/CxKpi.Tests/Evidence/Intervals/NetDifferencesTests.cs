using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class NetDifferencesTests
{
    [Fact]
    public void ChangeFrom_WorkedExample_KeepsTheSign()
    {
        NetTally now = new(98, 70, 60), before = new(120, 60, 45);
        Change change = now.ChangeFrom(before)!.Value;

        Assert.Equal(-16.6667, change.Difference, 4);
        Assert.True(change.Upper < 0);
        Assert.InRange(change.PValue!.Value, 0.01, 0.05);
        Assert.Equal(IntervalMethod.Mover, change.Method);
    }

    [Fact]
    public void PValue_SameScore_IsOne() => Assert.Equal(1, new NetTally(5, 5, 0).ChangeFrom(new NetTally(50, 50, 0))!.Value.PValue);

    [Fact]
    public void PValue_OppositesOfManyAnswers_Underflows() =>
        Assert.Equal(0, new NetTally(1_000_000, 0, 0).ChangeFrom(new NetTally(0, 0, 1_000_000))!.Value.PValue);

    [Fact]
    public void ChangeFrom_NobodyAnswered_IsNull()
    {
        Assert.Null(new NetTally(1, 0, 0).ChangeFrom(default));
        Assert.Null(default(NetTally).ChangeFrom(new NetTally(1, 0, 0)));
    }
}

public class NetDifferencesLaws
{
    private static Gen<(NetTally A, NetTally B, double Confidence)> Pair =>
        from a in Some.Net
        from b in Some.Net
        from confidence in Some.Confidence
        where a.N > 0 && b.N > 0
        select (a, b, confidence);

    [Property]
    public Property SwappingNegatesTheDifferenceAndMirrorsItsLimits() =>
        Law.ForAll(Pair, x =>
        {
            Change forth = x.A.ChangeFrom(x.B, x.Confidence)!.Value, back = x.B.ChangeFrom(x.A, x.Confidence)!.Value;
            return Math.Abs(forth.Lower!.Value + back.Upper!.Value) < 1e-9 && Math.Abs(forth.Upper!.Value + back.Lower!.Value) < 1e-9
                && Math.Abs(forth.PValue!.Value - back.PValue!.Value) < 1e-9;
        });

    [Property]
    public Property TheIntervalExcludesZeroExactlyWhenThePValueIsBelowTheError() =>
        Law.ForAll(Pair, x =>
        {
            Change change = x.A.ChangeFrom(x.B, x.Confidence)!.Value;
            double error = 1 - x.Confidence;
            return Math.Abs(change.PValue!.Value - error) < 1e-9
                || change.PValue < error == (change.Lower > 0 || change.Upper < 0);
        });

    [Property]
    public Property TheIntervalContainsTheDifference() =>
        Law.ForAll(
            Pair,
            x => x.A.ChangeFrom(x.B, x.Confidence) is { } change && change.Lower <= change.Difference + 1e-9 && change.Upper >= change.Difference - 1e-9);

    [Property]
    public Property PValuesLieIn0To1() => Law.ForAll(Pair, x => x.A.ChangeFrom(x.B)!.Value.PValue is >= 0 and <= 1);
}
