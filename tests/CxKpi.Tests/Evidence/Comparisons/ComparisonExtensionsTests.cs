using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class ComparisonExtensionsTests
{
    [Fact]
    public void RatioTo_Shares_ReadsAsTimes()
    {
        ChangeRatio ratio = new ShareTally(31, 200).RatioTo(new ShareTally(10, 200))!.Value;

        Assert.Equal(3.1, ratio.Value!.Value, 12);
        Assert.Equal("3.1 times [1.6, 6.1]", ratio.ToString());
        Assert.Equal("3,1 fois [1,6; 6,1]", ratio.ToString(ReportLanguage.French));
        Assert.Equal("3,1-mal [1,6; 6,1]", ratio.ToString(ReportLanguage.German));
        Assert.Equal(ChangeVerdict.Higher, ratio.Verdict);
        Assert.Equal(ChangeVerdict.Lower, new ShareTally(10, 200).RatioTo(new ShareTally(31, 200))!.Value.Verdict);
    }

    [Fact]
    public void RatioTo_NearlyOne_ShowsOnWhichSide()
    {
        ChangeRatio ratio = new ShareTally(4_200, 10_000).RatioTo(new ShareTally(4_000, 10_000))!.Value;

        Assert.Equal("1.05 times [1.02, 1.09]", ratio.ToString());
        ChangeRatio near = ratio with { Value = 2, Lower = 0.996, Upper = 4 };
        Assert.Equal("2.000 times [0.996, 4.000]", near.ToString());
    }

    // Without any confidence the limits are the ratio: no sign tells on which side a limit lies.
    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-17)]
    [InlineData(1e-9)]
    public void RatioTo_AtNoConfidence_HasItsLimitsAroundIt(double confidence)
    {
        foreach ((ShareTally current, ShareTally baseline) in
            new[] { (new ShareTally(501_748, 1_000_000), new ShareTally(1, 1_000_000)), (new(3, 7), new(2, 9)), (new(9, 10), new(999_999, 1_000_000_000)) })
        {
            ChangeRatio ratio = current.RatioTo(baseline, confidence)!.Value;
            Assert.InRange(ratio.Lower!.Value, 0.999_999 * ratio.Value!.Value, ratio.Value.Value);
            Assert.InRange(ratio.Upper!.Value, ratio.Value.Value, 1.000_001 * ratio.Value.Value);
        }
    }

    [Fact]
    public void RatioTo_BaselineOfNone_HasNoValueAndNoUpperLimit()
    {
        ChangeRatio ratio = new ShareTally(3, 10).RatioTo(new ShareTally(0, 10))!.Value;

        Assert.Null(ratio.Value);
        Assert.Null(ratio.Upper);
        Assert.True(ratio.Flags.HasFlag(EstimateFlags.Unbounded));
        Assert.StartsWith("undefined [at least ", ratio.ToString(), StringComparison.Ordinal);
        ChangeRatio rates = new RateTally(3, 10).RatioTo(new RateTally(0, 8))!.Value;
        Assert.Null(rates.Value);
        Assert.Equal(0.3305850840247152, rates.Lower!.Value, 12);
    }

    [Fact]
    public void RatioTo_NothingToDivide_IsNullOrUndecided()
    {
        Assert.Null(default(ShareTally).RatioTo(new ShareTally(1, 2)));
        Assert.Null(new ShareTally(1, 2).RatioTo(default));
        Assert.Null(default(RateTally).RatioTo(new RateTally(1, 2)));
        ChangeRatio none = new ShareTally(0, 10).RatioTo(new ShareTally(0, 10))!.Value;
        Assert.Equal((0.0, null, 1.0), (none.Lower, none.Upper, none.PValue));
        ChangeRatio all = new ShareTally(10, 10).RatioTo(new ShareTally(10, 10))!.Value;
        Assert.Equal((1.0, 1.0), (all.Value, all.PValue));
        Assert.True(all is { Lower: < 1, Upper: > 1 });
        ChangeRatio quiet = new RateTally(0, 10).RatioTo(new RateTally(0, 10))!.Value;
        Assert.Equal((0.0, null, 1.0), (quiet.Lower, quiet.Upper, quiet.PValue));
    }

    [Fact]
    public void RatioTo_RoundedShares_AllowsForEveryCount()
    {
        ShareTally rounded = ShareTally.FromPublished(0.61m, 1000), counted = new(610, 1000), baseline = new(580, 1000);
        ChangeRatio wide = rounded.RatioTo(baseline)!.Value, narrow = counted.RatioTo(baseline)!.Value;

        Assert.True(wide.Lower < narrow.Lower && wide.Upper > narrow.Upper && wide.PValue > narrow.PValue);
        Assert.True(wide.Flags.HasFlag(EstimateFlags.RoundedFigures));
    }

    [Fact]
    public void TestAgainst_FewExpected_IsFishers()
    {
        Assert.Equal(SignificanceTestMethod.Fisher, new ShareTally(1, 3).TestAgainst(new ShareTally(0, 27))!.Value.Method);
        Assert.Equal(SignificanceTestMethod.NMinusOneChiSquare, new ShareTally(9, 30).TestAgainst(new ShareTally(5, 27))!.Value.Method);
    }

    [Fact]
    public void TestAgainst_AllOrNothing_FindsNoDifference()
    {
        Assert.All(Enum.GetValues<ShareTest>(), method => Assert.Equal(1, new ShareTally(5, 5).TestAgainst(new ShareTally(9, 9), method)!.Value.PValue));
        Assert.All(Enum.GetValues<ShareTest>(), method => Assert.Equal(1, new ShareTally(0, 5).TestAgainst(new ShareTally(0, 9), method)!.Value.PValue));
        Assert.Null(new ShareTally(0, 5).TestAgainst(default));
        Assert.Null(default(RateTally).TestAgainst(new RateTally(1, 2)));
        Assert.Equal(1, new RateTally(0, 3).TestAgainst(new RateTally(0, 2))!.Value.PValue);
    }

    [Fact]
    public void Tests_OfRoundedShares_SayWhatToDo()
    {
        ShareTally rounded = ShareTally.FromPublished(0.61m, 1000);

        ArgumentException error = Assert.Throws<ArgumentException>("share", () => rounded.TestAgainst(new ShareTally(1, 2)));
        Assert.StartsWith(
            "share must be counted, but its count was published rounded and may be off by 5: its change from a baseline allows for that, a test does not",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("baseline", () => new ShareTally(1, 2).TestAgainst(rounded));
        Assert.Throws<ArgumentException>("share", () => rounded.TestTarget(0.5));
        Assert.Throws<ArgumentException>("shares", () => SampleTests.Equality([rounded]));
    }

    [Fact]
    public void TestTarget_AtTheEnds_IsCertain()
    {
        Assert.Equal(0, new ShareTally(1, 10).TestTarget(0, TargetTest.Score)!.Value.PValue);
        Assert.Equal(1, new ShareTally(0, 10).TestTarget(0, TargetTest.Score)!.Value.PValue);
        Assert.Equal(1, new ShareTally(0, 10).TestTarget(0)!.Value.PValue);
        Assert.Null(default(ShareTally).TestTarget(0.5));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("target", () => new ShareTally(1, 10).TestTarget(80));
        Assert.Contains("must lie between 0 and 1; got 80: did you mean 0.8?", error.Message, StringComparison.Ordinal);
    }
}

public class ComparisonExtensionsLaws
{
    private static readonly double[] Levels = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

    /// <summary>Not at the very edge, where the last digit of a limit decides.</summary>
    private static bool IsOneStatement(ChangeRatio ratio) =>
        Math.Abs(ratio.PValue - (1 - ratio.Confidence)) < 1e-9 || (ratio.Lower > 1 || ratio.Upper < 1) == ratio.PValue < 1 - ratio.Confidence;

    [Property]
    public bool RatioOfSharesExcludesOneExactlyWhenItsPValueIsSmall(ShareTally a, ShareTally b) =>
        a.N == 0 || b.N == 0 || Levels.All(level => IsOneStatement(a.RatioTo(b, level)!.Value));

    [Property]
    public bool RatioOfRatesExcludesOneExactlyWhenItsPValueIsSmall(RateTally a, RateTally b) =>
        a.Exposure == 0 || b.Exposure == 0 || Levels.All(level => IsOneStatement(a.RatioTo(b, level)!.Value));

    [Property]
    public bool RatioOfSharesLiesBetweenItsLimitsWhichNest(ShareTally a, ShareTally b)
    {
        if (a.N == 0 || b.N == 0)
        {
            return true;
        }

        ChangeRatio[] all = [.. Levels.Select(level => a.RatioTo(b, level)!.Value)];
        return all.All(x => x.Value is not { } value || (x.Lower <= value * (1 + 1e-9) && !(x.Upper < value * (1 - 1e-9))))
            && all.Zip(all.Skip(1)).All(pair => pair.Second.Lower <= pair.First.Lower * (1 + 1e-9) && !(pair.Second.Upper < pair.First.Upper * (1 - 1e-9)));
    }

    [Property]
    public bool RatioOfTheTwoTurnedRoundIsItsReciprocal(ShareTally a, ShareTally b)
    {
        if (a.N == 0 || b.N == 0 || a.Count == 0 || b.Count == 0)
        {
            return true;
        }

        ChangeRatio one = a.RatioTo(b)!.Value, other = b.RatioTo(a)!.Value;
        return Law.IsClose(one.Lower!.Value * other.Upper!.Value, 1, 1e-8) && Law.IsClose(one.Upper!.Value * other.Lower!.Value, 1, 1e-8)
            && Law.IsClose(one.PValue, other.PValue, 1e-12);
    }

    [Property]
    public bool RatioOfRatesTurnedRoundIsItsReciprocal(RateTally a, RateTally b)
    {
        if (a.Exposure == 0 || b.Exposure == 0 || a.Events == 0 || b.Events == 0)
        {
            return true;
        }

        ChangeRatio one = a.RatioTo(b)!.Value, other = b.RatioTo(a)!.Value;
        return Law.IsClose(one.Lower!.Value * other.Upper!.Value, 1, 1e-9) && Law.IsClose(one.PValue, other.PValue, 1e-9);
    }

    [Property]
    public bool TestsOfTwoSharesAreTheSameTurnedRound(ShareTally a, ShareTally b) =>
        a.N == 0 || b.N == 0
            || Enum.GetValues<ShareTest>().All(method => Law.IsClose(a.TestAgainst(b, method)!.Value.PValue, b.TestAgainst(a, method)!.Value.PValue, 1e-9));

    [Property]
    public bool TestsOfTwoSharesAreTheSameForTheComplement(ShareTally a, ShareTally b) =>
        a.N == 0 || b.N == 0 || Enum.GetValues<ShareTest>().All(method => Law.IsClose(
            a.TestAgainst(b, method)!.Value.PValue, a.Complement().TestAgainst(b.Complement(), method)!.Value.PValue, 1e-9));

    /// <summary>The slow model: every table with the same margins, its probability from binomial coefficients.</summary>
    [Property]
    public Property FishersTestAddsUpAllTablesThatAreAtMostAsLikely() => Prop.ForAll(
        SmallTables.ToArbitrary(),
        table =>
        {
            (int a, int n, int b, int m) = table;
            double observed = Ways(a);
            double p = Enumerable.Range(0, n + 1).Where(x => a + b - x >= 0 && a + b - x <= m).Select(Ways).Where(w => w <= observed * (1 + 1e-7)).Sum()
                / Choose(n + m, a + b);
            return Law.IsClose(new ShareTally(a, n).TestAgainst(new ShareTally(b, m), ShareTest.Fisher)!.Value.PValue, p, 1e-10);

            double Ways(int x) => Choose(n, x) * Choose(m, a + b - x);
        });

    /// <summary>The slow model: every outcome, its probability from a binomial coefficient.</summary>
    [Property]
    public Property ExactTestOfATargetAddsUpAllOutcomesThatAreAtMostAsLikely() => Prop.ForAll(
        (from table in SmallTables from percent in Gen.Choose(1, 99) select (table.A, table.N, Target: percent / 100.0)).ToArbitrary(),
        x =>
        {
            double[] all = [.. Enumerable.Range(0, x.N + 1).Select(k => Choose(x.N, k) * Math.Pow(x.Target, k) * Math.Pow(1 - x.Target, x.N - k))];
            double p = all.Where(each => each <= all[x.A] * (1 + 1e-7)).Sum();
            return Law.IsClose(new ShareTally(x.A, x.N).TestTarget(x.Target)!.Value.PValue, Math.Min(1, p), 1e-9);
        });

    /// <summary>Wilson's interval is the inversion of the score test.</summary>
    [Property]
    public bool WilsonExcludesATargetExactlyWhenTheScoreTestDoes(ShareTally share)
    {
        if (share.N == 0)
        {
            return true;
        }

        Estimate wilson = share.Estimate()!.Value;
        return Enumerable.Range(1, 99).Select(percent => percent / 100.0).All(target =>
        {
            double p = share.TestTarget(target, TargetTest.Score)!.Value.PValue;
            return Math.Abs(p - 0.05) < 1e-9 || (target < wilson.Lower || target > wilson.Upper) == p < 0.05;
        });
    }

    [Property]
    public bool AgrestiCaffoIsOneStatementAndMirrored(ShareTally a, ShareTally b) => a.N == 0 || b.N == 0 || Levels.All(level =>
    {
        Change one = a.ChangeFrom(b, level, ShareDifference.AgrestiCaffo)!.Value, other = b.ChangeFrom(a, level, ShareDifference.AgrestiCaffo)!.Value;
        return (Math.Abs(one.PValue!.Value - (1 - level)) < 1e-9 || (one.Lower > 0 || one.Upper < 0) == one.PValue < 1 - level)
            && Law.IsClose(one.Lower!.Value, -other.Upper!.Value, 1e-12) && one.PValue == other.PValue;
    });

    [Property]
    public bool NetDifferencesAreOneStatementAndMirrored(NetTally a, NetTally b) => a.N == 0 || b.N == 0 || Enum.GetValues<NetDifference>().All(method =>
    {
        Change one = a.ChangeFrom(b, 0.95, method)!.Value, other = b.ChangeFrom(a, 0.95, method)!.Value;
        return (one.PValue is not { } p || Math.Abs(p - 0.05) < 1e-9 || (one.Lower > 0 || one.Upper < 0) == p < 0.05)
            && Law.IsClose(one.Lower!.Value, -other.Upper!.Value, 1e-9);
    });

    private static Gen<(int A, int N, int B, int M)> SmallTables =>
        from n in Gen.Choose(1, 20) from m in Gen.Choose(1, 20) from a in Gen.Choose(0, n) from b in Gen.Choose(0, m) select (a, n, b, m);

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
