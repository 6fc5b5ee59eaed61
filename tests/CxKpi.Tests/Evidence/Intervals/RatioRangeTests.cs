namespace CxKpi.Tests.Evidence;

/// <summary>The range of a ratio of totals, before its scale and origin.</summary>
public class RatioRangeTests
{
    // An NPS is 100 times its totals' ratio; a mean rating on 1 to 5, as 1 + 4 times a share of the way.
    [Theory]
    [InlineData(KpiUnit.NetPoints, -100, 100, 100, 0, -1, 1)]
    [InlineData(KpiUnit.ScalePoints, 1, 5, 4, 1, 0, 1)]
    [InlineData(KpiUnit.Index, 0, 200, 100, 100, -1, 1)]
    [InlineData(KpiUnit.Share, 0, 1, 1, 0, 0, 1)]
    public void Of_ARangeWithTwoEnds_IsScaledBack(KpiUnit unit, double low, double high, double scale, double origin, double lowest, double highest) =>
        Assert.Equal(new KpiRange(lowest, highest), RatioRange.Of(unit, new(low, high), new(1, 2, scale, origin)));

    [Theory]
    [InlineData(KpiUnit.ScalePoints, 1.0, null)]
    [InlineData(KpiUnit.Share, null, 5.0)]
    public void Of_AnOpenRangeOfPoints_HasNoEnds(KpiUnit unit, double? low, double? high) =>
        Assert.Equal(default, RatioRange.Of(unit, new(low, high), new(1, 2)));

    [Theory]
    [InlineData(KpiUnit.Percentage)]
    [InlineData(KpiUnit.Seconds)]
    [InlineData(KpiUnit.Money)]
    [InlineData(KpiUnit.Ratio)]
    [InlineData(KpiUnit.Rate)]
    [InlineData(KpiUnit.Count)]
    public void Of_Amounts_BeginsAtZero(KpiUnit unit)
    {
        Assert.Equal(new KpiRange(0, null), RatioRange.Of(unit, new(0, null), new(1, 2)));
        Assert.Equal(new KpiRange(0, null), RatioRange.Of(unit, new(0, 1), new(1, 2)));
    }

    [Fact]
    public void Of_APercentageThatMayFallBelowZero_EndsAtOne()
    {
        Assert.Equal(new KpiRange(null, 1), RatioRange.Of(KpiUnit.Percentage, new(-5, 1), new(1, 2)));
        Assert.Equal(new KpiRange(0, null), RatioRange.Of(KpiUnit.Percentage, new(-5, 2), new(1, 2)));
        Assert.Equal(new KpiRange(0, null), RatioRange.Of(KpiUnit.Seconds, new(-5, 1), new(1, 2)));
    }

    [Fact]
    public void TotalsOf_WhatIsNoRatioOfTotals_IsRefused()
    {
        ContactVolume volume = new(5, 20);
        Csat ratio = new(3, 4, TopBox.TwoOfFive);

        Assert.Equal(3, RatioRange.TotalsOf(ratio, "can be weighted", "x")!.Value.Numerator);
        Assert.Null(RatioRange.TotalsOf(default(Csat), "can be weighted", "x"));
        Assert.Null(RatioRange.TotalsOf(default(ContactVolume), "can be weighted", "x"));
        Assert.Throws<ArgumentException>("x", () => RatioRange.TotalsOf(volume, "can be weighted", "x"));
    }
}
