using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class OccupancyTests
{
    [Fact]
    public void New_WorkedExample_GivesEightyFivePercent()
    {
        Occupancy occupancy = new(handle: Duration.FromMinutes(51), available: Duration.FromMinutes(9));

        Assert.Equal(0.85, occupancy.Value);
        Assert.Equal(occupancy, Occupancy.FromReadyTime(Duration.FromMinutes(51), Duration.FromHours(1)));
        Assert.Equal("Occupancy 85.0% (1 row)", occupancy.ToString());
    }

    [Fact]
    public void New_NoTime_IsNoData()
    {
        Assert.Equal(default, new Occupancy(Duration.Zero, Duration.Zero));
        Assert.Null(new Occupancy(Duration.Zero, Duration.Zero).Value);
    }

    [Fact]
    public void New_NegativeTime_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("handle", () => new Occupancy(Duration.FromSeconds(-1), Duration.FromSeconds(2)));
        Assert.Throws<ArgumentOutOfRangeException>("available", () => new Occupancy(Duration.FromSeconds(2), Duration.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("ready", () => Occupancy.FromReadyTime(Duration.FromSeconds(2), Duration.FromSeconds(-1)));
    }

    [Fact]
    public void New_LongestTime_StillAddsUp()
    {
        Assert.Equal(1, new Occupancy(Duration.MaxValue, Duration.FromDays(1)).Value!.Value, 6);
        Assert.Equal(0.5, new Occupancy(Duration.MaxValue, Duration.MaxValue).Value);
    }

    [Fact]
    public void FromReadyTime_OverlappingContacts_ThrowsAndSaysWhy() =>
        Assert.Contains(
            "overlap",
            Assert.Throws<ArgumentOutOfRangeException>("handle", () => Occupancy.FromReadyTime(Duration.FromHours(9), Duration.FromHours(8))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_EvidenceAboveOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new Occupancy(RatioTally.Row(2, 1)));

    [Fact]
    public void Estimate_FewUnequalRows_LiesInsideTheRange()
    {
        Occupancy days = new Occupancy(Duration.FromHours(1), Duration.Zero).Combine(new(Duration.FromHours(1), Duration.FromHours(1)));

        Estimate estimate = days.Estimate()!.Value;

        Assert.True(estimate.Lower > 0 && estimate.Upper < 1);
        Assert.Equal(IntervalMethod.Wilson, estimate.Method);
    }
}

public class OccupancyLaws : KpiLaws<Occupancy>
{
    protected override Gen<Occupancy> Any => Some.Duration.Two().ListOf().Select(rows => rows.Tally(x => new Occupancy(x.Item1, x.Item2)));

    [Property]
    public Property LimitsStayBetween0And1() =>
        Law.ForAll(Any, x => x.Estimate() is not { Lower: { } lower, Upper: { } upper } || (lower >= 0 && upper <= 1));
}
