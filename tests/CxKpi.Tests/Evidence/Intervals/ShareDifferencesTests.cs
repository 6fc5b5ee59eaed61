using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class ShareDifferencesTests
{
    // R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), 873-890, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1)]
    [InlineData(10, 10, 0, 10, 0.6075, 1)]
    public void Newcombe_PublishedTable_Agrees(long count, long total, long baseCount, long baseTotal, double lower, double upper)
    {
        Change change = new ShareTally(count, total).ChangeFrom(new ShareTally(baseCount, baseTotal))!.Value;

        Assert.Equal(lower, change.Lower!.Value, 4);
        Assert.Equal(upper, change.Upper!.Value, 4);
        Assert.Equal(IntervalMethod.Newcombe, change.Method);
    }

    [Fact]
    public void PValue_LargeSamples_IsTheNMinus1ChiSquare()
    {
        // z pooled = 2.65017 for 56/70 and 48/80; the variance with N - 1 makes it smaller by sqrt(149/150).
        double z = 2.650171951258533 * Math.Sqrt(149.0 / 150);

        Assert.Equal(NormalDistribution.TwoSidedPValue(z), new ShareTally(56, 70).ChangeFrom(new ShareTally(48, 80))!.Value.PValue!.Value, 12);
    }

    [Fact]
    public void PValue_ExpectedCountBelow1_IsFishers()
    {
        // One hit in all, on the smaller side: C(3,1)/C(30,1) is its chance.
        Change change = new ShareTally(1, 3).ChangeFrom(new ShareTally(0, 27))!.Value;

        Assert.Equal(0.1, change.PValue!.Value, 12);
        Assert.Equal(EstimateFlags.SmallExpected, change.Flags);
    }

    [Theory]
    [InlineData(0, 10, 0, 20)]
    [InlineData(10, 10, 20, 20)]
    public void PValue_AllAlike_IsOne(long count, long total, long baseCount, long baseTotal) =>
        Assert.Equal(1, new ShareTally(count, total).ChangeFrom(new ShareTally(baseCount, baseTotal))!.Value.PValue);

    [Fact]
    public void ChangeFrom_NoData_IsNull()
    {
        Assert.Null(new ShareTally(1, 2).ChangeFrom(default));
        Assert.Null(default(ShareTally).ChangeFrom(new ShareTally(1, 2)));
    }
}

public class ShareDifferencesLaws
{
    private static Gen<(ShareTally A, ShareTally B, double Confidence)> Pair =>
        from a in Some.Share
        from b in Some.Share
        from confidence in Some.Confidence
        where a.Total > 0 && b.Total > 0
        select (a, b, confidence);

    [Property]
    public Property TheIntervalContainsTheDifferenceWithinMinus1And1() =>
        Law.ForAll(Pair, x => x.A.ChangeFrom(x.B, x.Confidence) is { } change
            && change.Lower <= change.Difference + 1e-12
            && change.Upper >= change.Difference - 1e-12
            && change.Lower >= -1 - 1e-12
            && change.Upper <= 1 + 1e-12);

    [Property]
    public Property SwappingNegatesTheDifferenceAndMirrorsItsLimits() =>
        Law.ForAll(Pair, x =>
        {
            Change forth = x.A.ChangeFrom(x.B, x.Confidence)!.Value, back = x.B.ChangeFrom(x.A, x.Confidence)!.Value;
            return Math.Abs(forth.Lower!.Value + back.Upper!.Value) < 1e-12 && Math.Abs(forth.Upper!.Value + back.Lower!.Value) < 1e-12
                && Math.Abs(forth.PValue!.Value - back.PValue!.Value) < 1e-9;
        });

    [Property]
    public Property ComplementsChangeTheOtherWay() =>
        Law.ForAll(Pair, x =>
        {
            Change change = x.A.ChangeFrom(x.B, x.Confidence)!.Value, rest = x.A.Complement().ChangeFrom(x.B.Complement(), x.Confidence)!.Value;
            return Math.Abs(change.Lower!.Value + rest.Upper!.Value) < 1e-10 && Math.Abs(change.PValue!.Value - rest.PValue!.Value) < 1e-9;
        });

    [Property]
    public Property PValuesLieIn0To1() => Law.ForAll(Pair, x => x.A.ChangeFrom(x.B)!.Value.PValue is >= 0 and <= 1);
}
