using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class StlReachTests
{
    [Fact]
    public void Groups_OfALongSeries_AreFew()
    {
        StlReach reach = new(3650, StlPlan.For(3650, 7, StlOptions.Default), []);
        Assert.InRange(reach.Groups(_ => true).Count(), 100, 420);
        Assert.Equal(3650, new StlReach(3650, StlPlan.For(3650, 7, StlOptions.Periodic), []).Groups(_ => true).Count());
    }

    // A jump is longer than any series.
    [Fact]
    public void Groups_OfAHugeJump_AreOne()
    {
        StlOptions options = StlOptions.Default with { TrendJump = int.MaxValue, SeasonalJump = int.MaxValue, LowPassJump = int.MaxValue };
        Assert.NotEmpty(new StlReach(24, StlPlan.For(24, 12, options), []).Groups(_ => true));
    }
}
