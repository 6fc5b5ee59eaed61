using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class DifferenceInDifferencesTests
{
    // D. Card and A. Krueger 1994, table 3: full-time employees per shop, New Jersey against Pennsylvania; standard errors .51, .52, 1.35, .94.
    [Fact]
    public void Of_CardAndKrueger_HasTheirDifferenceAndStandardError()
    {
        Change change = DifferenceInDifferences.Of(
            before: Sample(20.44m, 0.51m, 321), after: Sample(21.03m, 0.52m, 319),
            controlBefore: Sample(23.33m, 1.35m, 77), controlAfter: Sample(21.17m, 0.94m, 77))!.Value;

        Assert.Equal(2.75, change.Difference, 10);
        Assert.Equal(1.80, change.StandardError!.Value, 2);
        Assert.Equal(IntervalMethod.Welch, change.Method);
        Assert.Equal(ChangeVerdict.NoEvidence, change.Verdict);

        static MeanTally Sample(decimal mean, decimal error, int n) => new(n, mean * n, n * mean * mean + error * error * n * (n - 1));
    }

    [Fact]
    public void Of_Shares_SubtractsTheControl()
    {
        Change change = DifferenceInDifferences.Of(new ShareTally(200, 500), new(260, 500), new(210, 500), new(215, 500))!.Value;

        Assert.Equal(0.11, change.Difference, 12);
        Assert.Equal(0.0442, change.StandardError!.Value, 4);
        Assert.Equal(ChangeVerdict.Higher, change.Verdict);
        Assert.Equal(0.11 - 1.96 * 0.0442, change.Lower!.Value, 2);
    }

    [Fact]
    public void Of_Undefined_IsNull()
    {
        Assert.Null(DifferenceInDifferences.Of(default, new ShareTally(1, 2), new(1, 2), new(1, 2)));
        Assert.Null(DifferenceInDifferences.Of(new NetTally(1, 2, 3), default, new(1, 1, 1), new(1, 1, 1)));
        Assert.Null(DifferenceInDifferences.Of(new RateTally(1, 2), new(1, 2), default, new(1, 1)));
        Assert.Null(DifferenceInDifferences.Of(MeanTally.One(1), MeanTally.One(1), MeanTally.One(1), default));
    }

    [Fact]
    public void Of_MeansWithoutSpread_SaysNoMoreThanItKnows()
    {
        MeanTally one = MeanTally.One(1), alike = MeanTally.FromValues([2.0, 2]), spread = MeanTally.FromValues([2.0, 3]);
        Assert.Equal(EstimateFlags.SingleObservation, DifferenceInDifferences.Of(one, alike, alike, alike)!.Value.Flags);
        Change none = DifferenceInDifferences.Of(alike, alike, alike, alike)!.Value;
        Assert.Equal((EstimateFlags.ZeroVariance, null, 0.0), (none.Flags, none.PValue, none.Lower));
        Assert.Equal(EstimateFlags.ZeroVariance, DifferenceInDifferences.Of(spread, spread, spread, alike)!.Value.Flags);
    }

    [Fact]
    public void Of_RoundedShare_NamesIt() => Assert.Throws<ArgumentException>(
        "controlAfter", () => DifferenceInDifferences.Of(new(1, 2), new(1, 2), new(1, 2), ShareTally.FromPublished(0.61m, 1000)));
}

public class DifferenceInDifferencesLaws
{
    [Property]
    public bool IntervalExcludesZeroExactlyWhenItsPValueIsSmall(NetTally a, NetTally b, NetTally c, NetTally d) =>
        IsOneStatement(DifferenceInDifferences.Of(a, b, c, d));

    [Property]
    public bool SharesAreOneStatementToo(ShareTally a, ShareTally b, ShareTally c, ShareTally d) =>
        IsOneStatement(DifferenceInDifferences.Of(a, b, c, d));

    [Property]
    public bool MeansAreOneStatementToo(MeanTally a, MeanTally b, MeanTally c, MeanTally d) => IsOneStatement(DifferenceInDifferences.Of(a, b, c, d));

    [Property]
    public bool ControlForGroupTurnsTheSign(RateTally a, RateTally b, RateTally c, RateTally d)
    {
        Change one = DifferenceInDifferences.Of(a, b, c, d)!.Value, other = DifferenceInDifferences.Of(c, d, a, b)!.Value;
        return Law.IsClose(one.Difference, -other.Difference, 1e-12) && Law.IsClose(one.Lower!.Value, -other.Upper!.Value, 1e-9);
    }

    [Property]
    public bool SameControlAndGroupHaveNoDifference(MeanTally a, MeanTally b) =>
        DifferenceInDifferences.Of(a, b, a, b) is not { } change || (change.Difference == 0 && !(change.Lower > 0) && !(change.Upper < 0));

    private static bool IsOneStatement(Change? difference) => difference is not { PValue: { } p } change
        || Math.Abs(p - 0.05) < 1e-9
        || (change.Lower > 0 || change.Upper < 0) == p < 0.05;
}
