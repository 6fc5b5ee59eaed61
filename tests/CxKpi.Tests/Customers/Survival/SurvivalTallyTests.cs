namespace CxKpi.Tests.Customers;

public class SurvivalTallyTests
{
    [Fact]
    public void FromTenures_OfSomeCustomers_IsTheTableOfRiskSets()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(5, true), new(5, false), new(8, true, entry: 3), new(12, false, count: 2), default]);

        Assert.Equal([new(0, 4, 0, 0), new(3, 1, 0, 0), new(5, 0, 1, 1), new(8, 0, 1, 0), new(12, 0, 0, 2)], tally.Steps);
        Assert.Equal((5, 2, 3, 12.0), (tally.N, tally.Ended, tally.Open, tally.Last));
        Assert.Equal("5 customers, 2 ended, 3 open, up to 12", tally.ToString());
        Assert.Equal(tally, new SurvivalTally(tally.Steps));
    }

    [Fact]
    public void Constructor_OfALifeTable_LeavesOutEmptySteps() =>
        Assert.Equal(SurvivalTally.FromTenures([new(2, true)]), new([new(0, 1, 0, 0), new(1, 0, 0, 0), new(2, 0, 1, 0)]));

    [Fact]
    public void Constructor_ImpossibleTable_Throws()
    {
        Assert.Throws<ArgumentNullException>("steps", () => new SurvivalTally(null!));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new SurvivalTally([new(0, 2, 0, 0), new(2, 0, 1, 0), new(2, 0, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new SurvivalTally([new(0, 1, 0, 0), new(2, 0, 1, 1)]));

        // Who enters at a time is at risk only afterwards.
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new SurvivalTally([new(2, 1, 1, 0)]));
        Assert.Throws<ArgumentException>("steps", () => new SurvivalTally([new(0, 2, 0, 0), new(2, 0, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => new SurvivalTally([], (CalendarUnit)9));
        Assert.Throws<OverflowException>(() => SurvivalTally.FromTenures([new(1, true, 0, long.MaxValue), new(1, true)]));
    }

    [Fact]
    public void Combine_AnotherUnit_Throws()
    {
        SurvivalTally days = SurvivalTally.FromTenures([new(5, true)], CalendarUnit.Day);
        SurvivalTally months = SurvivalTally.FromTenures([new(5, true)], CalendarUnit.Month);

        Assert.Throws<ArgumentException>("other", () => days.Combine(months));
        Assert.Throws<ArgumentException>("other", () => days.Combine(SurvivalTally.FromTenures([new(5, true)])));
        Assert.Equal(CalendarUnit.Day, SurvivalTally.Empty.Combine(days).Unit);
    }

    [Fact]
    public void Hazard_TiedLosses_AreCountedAtOnceOrOneAfterTheOther()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(6, true, count: 3), new(6, false), new(9, false, count: 17)]);

        HazardPoint atOnce = tally.Hazard()[0], oneByOne = tally.Hazard(estimator: HazardEstimator.FlemingHarrington)[0];
        Assert.Equal(3 / 21.0, atOnce.Value, 14);

        // The figures by which lifelines and R differ on the remission times of Freireich (1963).
        Assert.Equal(0.150251, oneByOne.Value, 6);
        Assert.Equal(Math.Sqrt(1 / 441.0 + 1 / 400.0 + 1 / 361.0), oneByOne.StandardError, 14);
        Assert.Throws<ArgumentOutOfRangeException>("estimator", () => tally.Hazard(0.95, (HazardEstimator)9));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => tally.Hazard(95));
    }

    [Fact]
    public void Hazard_NobodyLeft_HasNoLimits() => Assert.All(
        SurvivalTally.FromTenures([new(3, false), new(4, false)]).Hazard(),
        point => Assert.Equal((0, null, null), (point.Value, point.Lower, point.Upper)));

    [Fact]
    public void After_ALaterStart_KeepsWhoWasSeenThen()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(1, true), new(4, true), new(6, false), new(9, true, entry: 5)]);

        Assert.Equal([new(2, 2, 0, 0), new(4, 0, 1, 0), new(5, 1, 0, 0), new(6, 0, 0, 1), new(9, 0, 1, 0)], tally.After(2).Steps);
        Assert.Equal(SurvivalTally.Empty, tally.After(9));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => tally.After(-1));
    }
}
