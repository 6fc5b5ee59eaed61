using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class SampleTestsTests
{
    [Fact]
    public void Trend_RisingChurn_HasItsSlope()
    {
        // Churn of 100 customers each with 0, 1, 2 and 3 bad experiences.
        SignificanceTest test = SampleTests.Trend([new(12, 100), new(15, 100), new(20, 100), new(28, 100)])!.Value;

        Assert.Equal(9.219282051282056, test.Statistic!.Value * test.Statistic.Value, 10);
        Assert.True(test.Statistic > 0);
        Assert.Equal(0.053, test.EffectSize!.Value, 12);
        Assert.Equal("CochranArmitage 3.03633 (p = 0.0024, n = 400)", test.ToString());
    }

    // Five expected cases are just enough for an approximation, and for McNemar's ten that changed.
    [Theory]
    [InlineData(EstimateFlags.None, 4, 6, 20)]
    [InlineData(EstimateFlags.SmallExpected, 4, 5, 20)]
    [InlineData(EstimateFlags.None, 16, 14, 20)]
    [InlineData(EstimateFlags.SmallExpected, 16, 15, 20)]
    public void Tests_BelowFiveExpected_SaySo(EstimateFlags expected, long count, long baseCount, long n)
    {
        ShareTally share = new(count, n), baseline = new(baseCount, n);

        Assert.Equal(expected, SampleTests.Equality([share, baseline])!.Value.Flags);
        Assert.Equal(expected, share.TestAgainst(baseline, ShareTest.PooledZ)!.Value.Flags);
        Assert.Equal(expected, share.TestAgainst(baseline, ShareTest.NMinusOneChiSquare)!.Value.Flags);
        Assert.Equal(expected, share.RatioTo(baseline)!.Value.Flags);
        Assert.Equal(EstimateFlags.None, SampleTests.Trend([share, baseline])!.Value.Flags);
    }

    [Fact]
    public void Tests_OfATargetOrATrend_SayWhereFewAreExpected()
    {
        Assert.Equal(EstimateFlags.None, new ShareTally(3, 20).TestTarget(0.25, TargetTest.Score)!.Value.Flags);
        Assert.Equal(EstimateFlags.None, new ShareTally(3, 20).TestTarget(0.75, TargetTest.Score)!.Value.Flags);
        Assert.Equal(EstimateFlags.SmallExpected, new ShareTally(3, 19).TestTarget(0.25, TargetTest.Score)!.Value.Flags);
        Assert.Equal(EstimateFlags.SmallExpected, new ShareTally(3, 19).TestTarget(0.75, TargetTest.Score)!.Value.Flags);
        Assert.Equal(EstimateFlags.None, SampleTests.Trend([new(2, 20), new(3, 20)])!.Value.Flags);
        Assert.Equal(EstimateFlags.SmallExpected, SampleTests.Trend([new(2, 20), new(2, 20)])!.Value.Flags);
        Assert.Equal(EstimateFlags.SmallExpected, SampleTests.Trend([new(18, 20), new(18, 20)])!.Value.Flags);
        Assert.Equal(EstimateFlags.None, new PairedShareTally(5, 4, 6, 5).Test(McNemarTest.Asymptotic)!.Value.Flags);
        Assert.Equal(EstimateFlags.SmallExpected, new PairedShareTally(5, 4, 5, 5).Test(McNemarTest.Asymptotic)!.Value.Flags);
    }

    [Fact]
    public void Tests_OfNothing_AreNull()
    {
        Assert.Null(SampleTests.Equality([]));
        Assert.Null(SampleTests.Equality([new(1, 2), default]));
        Assert.Null(SampleTests.Trend([default, new(1, 2)]));
        Assert.Null(SampleTests.MannWhitney([], [1]));
        Assert.Null(SampleTests.MannWhitney([1], []));
    }

    [Fact]
    public void Tests_WithoutAnySpread_FindNothing()
    {
        Assert.Equal((0.0, 1.0), Of(SampleTests.Equality([new(0, 9), new(0, 4)])));
        Assert.Equal((0.0, 1.0), Of(SampleTests.Equality([new(9, 9), new(4, 4)])));
        Assert.Equal((0.0, 1.0), Of(SampleTests.Trend([new(9, 9), new(4, 4)])));
        Assert.Equal((2.0, 1.0), Of(SampleTests.MannWhitney([3, 3], [3, 3])));
        Assert.Equal(EstimateFlags.ZeroVariance, SampleTests.MannWhitney([3, 3], [3, 3])!.Value.Flags);

        static (double?, double) Of(SignificanceTest? test) => (test!.Value.Statistic, test.Value.PValue);
    }

    [Fact]
    public void Tests_OfBadInput_SayWhichAndWhy()
    {
        Assert.Throws<ArgumentNullException>("shares", () => SampleTests.Equality(null!));
        Assert.Throws<ArgumentException>("scores", () => SampleTests.Trend([new(1, 2), new(1, 3)], [1]));
        ArgumentException alike = Assert.Throws<ArgumentException>("scores", () => SampleTests.Trend([new(1, 2), new(1, 3)], [4, 4]));
        Assert.StartsWith("scores must differ between the groups that have data, but all are 4", alike.Message, StringComparison.Ordinal);
        ArgumentOutOfRangeException infinite = Assert.Throws<ArgumentOutOfRangeException>("scores", () => SampleTests.Trend([new(1, 2)], [double.NaN]));
        Assert.Contains("(at position 0); got NaN", infinite.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => SampleTests.MannWhitney([1], [double.NaN]));
    }
}

public class SampleTestsLaws
{
    private static Gen<ShareTally[]> Groups => Some.Share.Where(x => x.N > 0).ArrayOf().Where(x => x.Length > 1);

    [Property]
    public Property EqualityOfTwoIsPearsonsChiSquare() => Law.ForAll(
        from a in Some.Share.Where(x => x.N > 0) from b in Some.Share.Where(x => x.N > 0) select (a, b),
        x => Law.IsClose(SampleTests.Equality([x.a, x.b])!.Value.PValue, x.a.TestAgainst(x.b, ShareTest.PooledZ)!.Value.PValue, 1e-9));

    [Property]
    public Property TrendOfTwoIsTheZTest() => Law.ForAll(
        from a in Some.Share.Where(x => x.N > 0) from b in Some.Share.Where(x => x.N > 0) select (a, b),
        x => Law.IsClose(SampleTests.Trend([x.a, x.b])!.Value.Statistic!.Value, x.b.TestAgainst(x.a, ShareTest.PooledZ)!.Value.Statistic!.Value, 1e-7));

    [Property]
    public Property EqualityIsTheSameInAnyOrder() => Law.ForAll(
        Groups, x => Law.IsClose(SampleTests.Equality(x)!.Value.Statistic!.Value, SampleTests.Equality(x.Reverse())!.Value.Statistic!.Value, 1e-9));

    [Property]
    public Property TrendIsPartOfWhatEqualityFinds() => Law.ForAll(Groups, x =>
    {
        double z = SampleTests.Trend(x)!.Value.Statistic!.Value;
        return z * z <= SampleTests.Equality(x)!.Value.Statistic!.Value * (1 + 1e-9) + 1e-9;
    });

    [Property]
    public Property TrendDoesNotHangOnTheUnitOfTheScores() => Law.ForAll(
        from groups in Groups from shift in Gen.Choose(-9, 9) from factor in Gen.Choose(1, 9) select (groups, shift, factor),
        x => Law.IsClose(
            SampleTests.Trend(x.groups)!.Value.Statistic!.Value,
            SampleTests.Trend(x.groups, x.groups.Select((_, i) => x.shift + x.factor * (double)i))!.Value.Statistic!.Value,
            1e-8));

    [Property]
    public Property GroupsWithoutDataChangeNothing() => Law.ForAll(
        Groups, x => SampleTests.Equality(x) == SampleTests.Equality([default, .. x, default]));

    /// <summary>The slow model: all pairs.</summary>
    [Property]
    public Property MannWhitneyCountsPairs() => Law.ForAll(Samples, x =>
    {
        double u = x.Mine.Sum(a => x.Theirs.Sum(b => a > b ? 1 : a == b ? 0.5 : 0));
        SignificanceTest test = SampleTests.MannWhitney(x.Mine, x.Theirs)!.Value;
        return test.Statistic == u && test.EffectSize == u / (x.Mine.Length * x.Theirs.Length);
    });

    [Property]
    public Property MannWhitneyTurnedRoundIsTheComplement() => Law.ForAll(Samples, x =>
    {
        SignificanceTest one = SampleTests.MannWhitney(x.Mine, x.Theirs)!.Value, other = SampleTests.MannWhitney(x.Theirs, x.Mine)!.Value;
        return Law.IsClose(one.EffectSize!.Value, 1 - other.EffectSize!.Value, 1e-12) && Law.IsClose(one.PValue, other.PValue, 1e-12);
    });

    [Property]
    public Property MannWhitneyAsksForTheOrderOnly() => Law.ForAll(Samples, x =>
        SampleTests.MannWhitney(x.Mine, x.Theirs) == SampleTests.MannWhitney(x.Mine.Select(v => Math.Exp(v)), x.Theirs.Select(v => Math.Exp(v))));

    private static Gen<(double[] Mine, double[] Theirs)> Samples =>
        from mine in Gen.Choose(1, 5).Select(v => (double)v).ArrayOf()
        from theirs in Gen.Choose(1, 5).Select(v => (double)v).ArrayOf()
        where mine.Length > 0 && theirs.Length > 0
        select (mine, theirs);
}
