using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class PairedShareTallyTests
{
    // T. Tango, 1998, as Fagerland, Lydersen and Laake quote it: 1 both, 7 after only against 1 before only, 12 neither.
    [Fact]
    public void Change_PublishedExample_Agrees()
    {
        Change change = new PairedShareTally(both: 1, beforeOnly: 7, afterOnly: 1, neither: 12).Change()!.Value;

        Assert.Equal(-0.2857, change.Difference, 4);
        Assert.Equal(-0.517, change.Lower!.Value, 3);
        Assert.Equal(-0.026, change.Upper!.Value, 3);
        Assert.Equal(8 / 21.0, change.Baseline);
        Assert.Equal(ChangeVerdict.Lower, change.Verdict);
    }

    [Fact]
    public void Members_WorkedExample_Agree()
    {
        PairedShareTally tally = PairedShareTally.FromPairs([(true, true), (true, false), (false, true), (false, true), (false, false)]);

        Assert.Equal(new PairedShareTally(1, 1, 2, 1), tally);
        Assert.Equal((new ShareTally(2, 5), new ShareTally(3, 5)), (tally.Before, tally.After));
        Assert.Equal("1 both, 1 before only, 2 after only, 1 neither", tally.ToString());
        Assert.Equal(SignificanceTestMethod.McNemarMidP, tally.Test()!.Value.Method);
    }

    [Fact]
    public void NothingToCompare_IsNullOrUndecided()
    {
        Assert.Null(default(PairedShareTally).Change());
        Assert.Null(default(PairedShareTally).Test());
        PairedShareTally unchanged = new(20, 0, 0, 5);
        Assert.All(Enum.GetValues<McNemarTest>(), method => Assert.Equal(1, unchanged.Test(method)!.Value.PValue));
        Assert.Equal((0.0, 1.0), (unchanged.Change()!.Value.Difference, unchanged.Change()!.Value.PValue));
        Assert.Equal(ChangeVerdict.NoEvidence, unchanged.Change()!.Value.Verdict);
        Assert.True(new PairedShareTally(0, 0, 1, 0).Change() is { Lower: < 0, Upper: 1 });
    }

    [Fact]
    public void Constructor_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("both", () => new PairedShareTally(-1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("beforeOnly", () => new PairedShareTally(0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("afterOnly", () => new PairedShareTally(0, 0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("neither", () => new PairedShareTally(0, 0, 0, -1));
        Assert.Throws<OverflowException>(() => new PairedShareTally(long.MaxValue, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => new PairedShareTally(1, 1, 1, 1).Change(95));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => new PairedShareTally(1, 1, 1, 1).Test((McNemarTest)9));
    }
}

public class PairedShareTallyLaws
{
    private static Gen<PairedShareTally> Pairs =>
        from both in Some.Count
        from before in Some.Count
        from after in Some.Count
        from neither in Some.Count
        select new PairedShareTally(both, before, after, neither);

    [Property]
    public Property IntervalExcludesZeroExactlyWhenItsPValueIsSmall() => Law.ForAll(
        from pairs in Pairs from level in Some.Confidence select (pairs, level),
        x => x.pairs.N == 0 || Enum.GetValues<PairedShareDifference>().All(method =>
        {
            Change change = x.pairs.Change(x.level, method)!.Value;
            return Math.Abs(change.PValue!.Value - (1 - x.level)) < 1e-9 || (change.Lower > 0 || change.Upper < 0) == change.PValue < 1 - x.level;
        }));

    /// <summary>Tango's interval is the inversion of the asymptotic test.</summary>
    [Property]
    public Property TangosPValueIsThatOfTheAsymptoticTest() => Law.ForAll(
        Pairs, x => x.N == 0 || Law.IsClose(x.Change()!.Value.PValue!.Value, x.Test(McNemarTest.Asymptotic)!.Value.PValue, 1e-9));

    [Property]
    public Property AfterForBeforeTurnsTheSign() => Law.ForAll(Pairs, x =>
    {
        PairedShareTally turned = new(x.Both, x.AfterOnly, x.BeforeOnly, x.Neither);
        return x.N == 0 || (Law.IsClose(x.Change()!.Value.Lower!.Value, -turned.Change()!.Value.Upper!.Value, 1e-12)
            && x.Test()!.Value.PValue == turned.Test()!.Value.PValue);
    });

    [Property]
    public Property MidPIsBelowTheExactTest() => Law.ForAll(
        Pairs, x => x.N == 0 || x.Test()!.Value.PValue <= x.Test(McNemarTest.Exact)!.Value.PValue);

    /// <summary>The slow model: every outcome of tossing a coin for each that changed.</summary>
    [Property]
    public Property ExactTestAddsUpAllTossesAtLeastAsUneven() => Law.ForAll(
        from up in Gen.Choose(0, 15) from down in Gen.Choose(0, 15) select (up, down),
        x =>
        {
            int changed = x.up + x.down, fewer = Math.Min(x.up, x.down);
            double all = Math.Pow(2, changed), at = Choose(changed, fewer) / all;
            double below = Enumerable.Range(0, fewer + 1).Sum(k => Choose(changed, k)) / all;
            PairedShareTally pairs = new(3, x.down, x.up, 4);
            return Law.IsClose(pairs.Test(McNemarTest.Exact)!.Value.PValue, Math.Min(1, 2 * below), 1e-12)
                && Law.IsClose(pairs.Test()!.Value.PValue, changed == 0 ? 1 : x.up == x.down ? 1 - at : 2 * below - at, 1e-12);
        });

    [Property]
    public Property CombineIsCommutativeAndAssociativeAndDefaultIsItsIdentity() => Law.ForAll(
        from a in Pairs from b in Pairs from c in Pairs select (a, b, c),
        x => x.a.Combine(x.b) == x.b.Combine(x.a) && x.a.Combine(x.b).Combine(x.c) == x.a.Combine(x.b.Combine(x.c)) && x.a.Combine(default) == x.a);

    [Property]
    public Property JsonBringsTheTallyBack() => Law.ForAll(Pairs, x => JsonSerializer.Deserialize<PairedShareTally>(JsonSerializer.Serialize(x)) == x);

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
