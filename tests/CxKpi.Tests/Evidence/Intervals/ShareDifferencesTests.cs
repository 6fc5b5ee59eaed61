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
        Change change = new ShareTally(count, total).ChangeFrom(new ShareTally(baseCount, baseTotal), method: ShareDifference.Newcombe)!.Value;

        Assert.Equal(lower, change.Lower!.Value, 4);
        Assert.Equal(upper, change.Upper!.Value, 4);
        Assert.Equal(IntervalMethod.Newcombe, change.Method);
    }

    // SciPy 1.10: limits by brentq on binom.sf, binom.cdf and binom.pmf, recovered as a difference, and the level at which they touch 0.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.04935210610966667, 0.339496154129326, 0.00905048749524512)]
    [InlineData(1, 20, 8, 1000, -0.006664890343398247, 0.22519031067355905, 0.21116481603067394)]
    [InlineData(0, 1, 820, 1000, -0.8430438747277363, 0.14282231543012247, 0.24017924844132887)]
    [InlineData(5, 56, 0, 29, -0.03214786447044232, 0.19032454557223064, 0.13546416880039103)]
    [InlineData(3, 1000, 1, 5, -0.6839495068659983, -0.0044822403513107845, 0.02067025484841266)]
    public void Mover_BySciPy_Agrees(long count, long total, long baseCount, long baseTotal, double lower, double upper, double p)
    {
        Change change = new ShareTally(count, total).ChangeFrom(new ShareTally(baseCount, baseTotal))!.Value;

        Assert.Equal(lower, change.Lower!.Value, 12);
        Assert.Equal(upper, change.Upper!.Value, 12);
        Assert.Equal(p, change.PValue!.Value, 10);
    }

    [Fact]
    public void MiettinenNurminen_LargeSamples_HasThePValueOfTheNMinus1ChiSquare()
    {
        // z pooled = 2.65017 for 56/70 and 48/80; the variance with N - 1 makes it smaller by sqrt(149/150).
        double z = 2.650171951258533 * Math.Sqrt(149.0 / 150);
        Change change = new ShareTally(56, 70).ChangeFrom(new ShareTally(48, 80), method: ShareDifference.MiettinenNurminen)!.Value;

        Assert.Equal(NormalDistribution.TwoSidedPValue(z), change.PValue!.Value, 12);
        Assert.Equal(IntervalMethod.MiettinenNurminen, change.Method);
    }

    [Fact]
    public void ChangeFrom_ExpectedCountBelow5_IsFlagged() =>
        Assert.Equal(EstimateFlags.SmallExpected, new ShareTally(1, 3).ChangeFrom(new ShareTally(0, 27))!.Value.Flags);

    // Ten of forty, of whom each group has half: five are expected, and just enough.
    [Theory]
    [InlineData(EstimateFlags.None, 4, 6)]
    [InlineData(EstimateFlags.None, 16, 14)]
    [InlineData(EstimateFlags.SmallExpected, 4, 5)]
    [InlineData(EstimateFlags.SmallExpected, 16, 15)]
    public void Change_BelowFiveExpected_SaysSo(EstimateFlags expected, long count, long baseCount) =>
        Assert.Equal(expected, new ShareTally(count, 20).ChangeFrom(new ShareTally(baseCount, 20))!.Value.Flags);

    [Fact]
    public void ChangeFrom_OneAgainstMany_SaysNoMoreThanOneCan()
    {
        Change none = new ShareTally(0, 1).ChangeFrom(new ShareTally(820, 1000))!.Value, one = new ShareTally(1, 20).ChangeFrom(new ShareTally(8, 1000))!.Value;

        Assert.Equal(ChangeVerdict.NoEvidence, none.Verdict);
        Assert.True(none.PValue > 0.05);
        Assert.Equal(ChangeVerdict.NoEvidence, one.Verdict);
        Assert.True(one.PValue > 0.05);
    }

    [Fact]
    public void Mover_OfEqualShares_ExcludesZeroNoMoreOftenThanPromised()
    {
        long[] sizes = [1, 2, 5, 10, 20, 50];
        double[] errors = [.. sizes.SelectMany(a => sizes.Where(b => b <= a).Select(b => WorstError(a, b)))];

        Assert.InRange(errors.Max(), 0.03, 0.06);
    }

    /// <summary>How often equal shares are called different at 95 %, where that is most often, by adding up all outcomes.</summary>
    private static double WorstError(long a, long b)
    {
        bool[][] different =
        [
            .. Counts(a)
                .Select(x => Counts(b).Select(y => new ShareTally(x, a).ChangeFrom(new ShareTally(y, b)) is { Lower: > 0 } or { Upper: < 0 }).ToArray()),
        ];
        return Enumerable.Range(1, 50).Max(hundredth => Counts(a).Sum(x => Counts(b).Where(y => different[x][y]).Sum(y =>
            BinomialDistribution.Probability(x, a, hundredth / 100.0) * BinomialDistribution.Probability(y, b, hundredth / 100.0))));
    }

    private static IEnumerable<int> Counts(long total) => Enumerable.Range(0, (int)total + 1);

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
        where a.N > 0 && b.N > 0
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

    [Property]
    public Property EveryMethodExcludesZeroExactlyWhenItsPValueIsSmall() =>
        Law.ForAll(Pair, x => Enum.GetValues<ShareDifference>().All(method =>
            x.A.ChangeFrom(x.B, x.Confidence, method) is { PValue: { } p } change
            && (Math.Abs(p - (1 - x.Confidence)) < 1e-9 || (change.Lower > 0 || change.Upper < 0) == p < 1 - x.Confidence)));
}
