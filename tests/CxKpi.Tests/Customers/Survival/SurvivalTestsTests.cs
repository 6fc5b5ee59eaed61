namespace CxKpi.Tests.Customers;

public class SurvivalTestsTests
{
    private static readonly SurvivalTally Fast = SurvivalTally.FromTenures([new(1, true, count: 10), new(4, true, count: 10)], CalendarUnit.Month);

    private static readonly SurvivalTally Slow = SurvivalTally.FromTenures([new(6, true, count: 10), new(9, false, count: 10)], CalendarUnit.Month);

    [Fact]
    public void LogRank_GroupsApart_SaysSo()
    {
        SignificanceTest test = SurvivalTests.LogRank([Fast, Slow])!.Value, early = SurvivalTests.LogRank([Fast, Slow], LogRankWeights.PetoPeto)!.Value;

        Assert.Equal((SignificanceTestMethod.LogRank, SignificanceTestMethod.PetoPeto), (test.Method, early.Method));
        Assert.Equal((1, 40), (test.DegreesOfFreedom, test.N));
        Assert.True(test.PValue < 1e-6 && early.PValue < 1e-6);
        Assert.NotEqual(test.Statistic, early.Statistic);
    }

    // Alike groups expect of each what it has; of an empty one nothing is expected, and that is not few.
    [Theory]
    [InlineData(5, EstimateFlags.None)]
    [InlineData(4, EstimateFlags.SmallExpected)]
    public void LogRank_BelowFiveExpected_SaysSo(long lost, EstimateFlags expected)
    {
        SurvivalTally alike = SurvivalTally.FromTenures([new(1, true, count: lost), new(4, false, count: 20)], CalendarUnit.Month);

        Assert.Equal(expected, SurvivalTests.LogRank([alike, alike])!.Value.Flags);
        Assert.Equal(expected, SurvivalTests.LogRank([alike, SurvivalTally.Empty, alike])!.Value.Flags);
    }

    [Fact]
    public void LogRank_NothingToCompare_IsNothing()
    {
        SurvivalTally stays = SurvivalTally.FromTenures([new(9, false)], CalendarUnit.Month);

        Assert.Null(SurvivalTests.LogRank([]));
        Assert.Null(SurvivalTests.StratifiedLogRank([]));
        Assert.Null(SurvivalTests.LogRank([Fast]));
        Assert.Null(SurvivalTests.LogRank([Fast, SurvivalTally.Empty]));
        Assert.Null(SurvivalTests.LogRank([stays, stays]));

        // Never at risk together.
        Assert.Null(SurvivalTests.LogRank([Fast, SurvivalTally.FromTenures([new(20, true, entry: 10)], CalendarUnit.Month)]));
    }

    [Fact]
    public void LogRank_AnEmptyGroup_TakesNoDegreeOfFreedom()
    {
        SignificanceTest two = SurvivalTests.LogRank([Fast, Slow])!.Value, three = SurvivalTests.LogRank([Fast, SurvivalTally.Empty, Slow])!.Value;

        Assert.Equal(1, three.DegreesOfFreedom);
        Assert.Equal(two.Statistic!.Value, three.Statistic!.Value, 9);
    }

    // R 4 with survival: survdiff(Surv(t, s) ~ g)$chisq.
    [Fact]
    public void LogRank_GroupsOfUnlikeSize_IsThatOfR()
    {
        SignificanceTest test = SurvivalTests.LogRank(
        [
            SurvivalTally.FromTenures([new(1, true, count: 5), new(2, true, count: 3), new(5, false, count: 12)]),
            SurvivalTally.FromTenures([new(1, true, count: 40), new(2, true, count: 60), new(3, true, count: 100), new(5, false, count: 300)]),
            SurvivalTally.FromTenures([new(2, true, count: 2), new(3, true, count: 4), new(5, false, count: 30)]),
        ])!.Value;

        Assert.Equal(7.851714601227533, test.Statistic!.Value, 1e-12);
        Assert.Equal(2, test.DegreesOfFreedom);
    }

    // Beside an endless group the small ones are compared with a known rate of 1 in 10: (5 - 2)² / (20 · 0.1 · 0.9), and 0 of the other one.
    [Fact]
    public void LogRank_SmallGroupsBesideAHugeOne_KeepTheirDegreesOfFreedom()
    {
        static SurvivalTally Of(long ended, long open) => SurvivalTally.FromTenures([new(1, true, count: ended), new(2, false, count: open)]);
        SurvivalTally huge = Of(400_000_000_000, 3_600_000_000_000);
        SignificanceTest two = SurvivalTests.LogRank([Of(5, 15), huge])!.Value, three = SurvivalTests.LogRank([Of(5, 15), Of(2, 18), huge])!.Value;

        Assert.Equal((1, 2), (two.DegreesOfFreedom, three.DegreesOfFreedom));
        Assert.Equal(9 / 1.8, two.Statistic!.Value, 1e-9);
        Assert.Equal(9 / 1.8, three.Statistic!.Value, 1e-9);
        Assert.Equal(14.246454481747193, SurvivalTests.LogRank(
        [
            SurvivalTally.FromTenures([new(1, true, count: 5), new(2, true, count: 3), new(5, false, count: 12)]),
            SurvivalTally.FromTenures([new(1, true, count: 2), new(5, false, count: 18)]),
            SurvivalTally.FromTenures([new(1, true, count: 400_000_000_000), new(2, true, count: 100_000_000_000), new(5, false, count: 3_500_000_000_000)]),
        ])!.Value.Statistic!.Value, 1e-9);
        Assert.NotNull(SurvivalTests.LogRank([Of(long.MaxValue / 4, long.MaxValue / 4), Of(long.MaxValue / 4, long.MaxValue / 4)]));
        Assert.Throws<OverflowException>(() => SurvivalTests.LogRank([Of(long.MaxValue / 2, long.MaxValue / 2), Of(2, 2)]));
    }

    [Fact]
    public void LogRank_WrongInput_Throws()
    {
        Assert.Throws<ArgumentException>("groups", () => SurvivalTests.LogRank([Fast, SurvivalTally.FromTenures([new(1, true)])]));
        Assert.Throws<ArgumentException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, Slow], [Fast]]));
        Assert.Throws<ArgumentNullException>("groups", () => SurvivalTests.LogRank([Fast, null!]));
        Assert.Throws<ArgumentNullException>("strata", () => SurvivalTests.StratifiedLogRank(null!));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SurvivalTests.LogRank([Fast, Slow], (LogRankWeights)9));
    }

    [Fact]
    public void StratifiedLogRank_WhatIsRefusedWithin_NamesTheStrata()
    {
        Assert.Throws<ArgumentNullException>("strata", () => SurvivalTests.StratifiedLogRank([null!]));
        Assert.Throws<ArgumentNullException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, null!]]));
        Assert.Throws<ArgumentException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, SurvivalTally.FromTenures([new(1, true)])]]));
    }

    [Fact]
    public void LogRank_WhatIsRefusedWithin_NamesThePosition()
    {
        SurvivalTally other = SurvivalTally.FromTenures([new(1, true)]);

        Assert.Contains(
            "(at position 1)", Assert.Throws<ArgumentException>("groups", () => SurvivalTests.LogRank([Fast, other])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "(at position 1, group 0)",
            Assert.Throws<ArgumentException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, Slow], [other, Slow]])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "strata must have as many groups as the first, 2 (at position 1), but has 1",
            Assert.Throws<ArgumentException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, Slow], [Fast]])).Message,
            StringComparison.Ordinal);
    }
}
