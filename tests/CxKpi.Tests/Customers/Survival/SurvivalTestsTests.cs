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

    [Fact]
    public void LogRank_WrongInput_Throws()
    {
        Assert.Throws<ArgumentException>("groups", () => SurvivalTests.LogRank([Fast, SurvivalTally.FromTenures([new(1, true)])]));
        Assert.Throws<ArgumentException>("strata", () => SurvivalTests.StratifiedLogRank([[Fast, Slow], [Fast]]));
        Assert.Throws<ArgumentNullException>("groups", () => SurvivalTests.LogRank([Fast, null!]));
        Assert.Throws<ArgumentNullException>("strata", () => SurvivalTests.StratifiedLogRank(null!));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SurvivalTests.LogRank([Fast, Slow], (LogRankWeights)9));
    }
}
