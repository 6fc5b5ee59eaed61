using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class RevenueTests
{
    [Fact]
    public void Tally_OfOrders_AddsUp()
    {
        Revenue revenue = new[] { 20m, 40m, 30m }.Tally(order => new Revenue(order, "EUR"));

        Assert.Equal(90m, revenue.Amount);
        Assert.Equal("Revenue 90.00 EUR (3 rows)", revenue.ToString());
    }

    [Fact]
    public void New_CountedZero_IsNotTheSameAsNoData()
    {
        Assert.Equal(0, new Revenue(0m).Value);
        Assert.Null(default(Revenue).Value);
        Assert.Null(default(Revenue).Estimate());
        Assert.Equal(-5, new Revenue(-5m).Value);
    }

    [Fact]
    public void Estimate_OfATotal_HasNoLimits()
    {
        Estimate estimate = new Revenue(90m, 3).Estimate()!.Value;

        Assert.Equal((90, null, null, IntervalMethod.None), (estimate.Value, estimate.Lower, estimate.Upper, estimate.Method));
    }

    [Fact]
    public void ChangeFrom_EqualEntries_IsADifferenceWithoutVerdict()
    {
        Change change = new Revenue(110m, "EUR").ChangeFrom(new(100m, "EUR"))!.Value;

        Assert.Equal("+10.00 EUR (+10.0%) [-, -] (p = -, Unknown)", change.ToString());
        Assert.Null(new Revenue(110m, 2).ChangeFrom(new Revenue(100m)));
    }

    [Fact]
    public void Changes_OfMonthsOfUnequalLength_ArePerDay()
    {
        KpiSeries<Revenue> months = KpiSeries.From(
            CalendarUnit.Month,
            [(CalendarPeriod.Month(2026, 1), new Revenue(310m)), (CalendarPeriod.Month(2026, 2), new Revenue(280m))]);

        Change change = months.Changes()[0].Value!.Value;
        Assert.Equal(0, change.Difference, 9);
        Assert.True(change.Flags.HasFlag(EstimateFlags.UnequalPeriods));
    }

    // A total has no interval, yet its history says what is usual.
    [Theory]
    [InlineData(60_000, LatestVerdict.Worse)]
    [InlineData(100_300, LatestVerdict.AsExpected)]
    public void Latest_OfASeries_IsJudgedByItsHistory(int amount, LatestVerdict verdict)
    {
        KpiSeries<Revenue> months = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 36).Select(i =>
                (CalendarPeriod.Month(2023, 1).Plus(i), new Revenue(i == 35 ? amount : 100_000 + i * 37 % 23 * 100m, "EUR"))));

        Assert.Equal(verdict, months.Latest().Verdict);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("entries", () => new Revenue(1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>("entries", () => new Revenue(0m, -1));
        Assert.Throws<ArgumentException>("currency", () => new Revenue(1m, "Eur"));
        Assert.Throws<ArgumentException>("other", () => new Revenue(1m, "EUR").Combine(new(1m, "USD")));
    }
}

public class RevenueLaws : KpiLaws<Revenue>
{
    protected override Gen<Revenue> Any => Some.Money.Select(amount => new Revenue(amount, "EUR"));
}
