using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class RepeatPurchaseRateTests
{
    [Fact]
    public void FromOrders_ReferenceFigures_AreMet()
    {
        RepeatPurchaseRate rate = RepeatPurchaseRate.FromOrders(["a", "a", "b", "c", "c", "c", "d", "e", "e", "f"], window: Duration.FromDays(365));

        Assert.Equal(new RepeatPurchaseRate(3, 6, Duration.FromDays(365)), rate);
        Assert.Equal(0.5, rate.Value);
        Assert.Equal(0.18761630648265054, rate.Estimate()!.Value.Lower!.Value, 12);
        Assert.Equal(0.8123836935173494, rate.Estimate()!.Value.Upper!.Value, 12);
        Assert.Equal("Repeat purchase (within 365 days) 50.0% (6 customers)", rate.ToString());
    }

    [Fact]
    public void FromOrders_NoOrder_IsUndefined() => Assert.Null(RepeatPurchaseRate.FromOrders(Array.Empty<int>()).Value);

    [Fact]
    public void FromOrders_TwoWindows_AreNotTheLongOne()
    {
        RepeatPurchaseRate halves = RepeatPurchaseRate.FromOrders([1, 2]).Combine(RepeatPurchaseRate.FromOrders([1, 3]));

        Assert.NotEqual(RepeatPurchaseRate.FromOrders([1, 2, 1, 3]), halves);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("repeatBuyers", () => new RepeatPurchaseRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("buyers", () => new RepeatPurchaseRate(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => new RepeatPurchaseRate(1, 2, Duration.Zero));
        Assert.Throws<ArgumentNullException>("customers", () => RepeatPurchaseRate.FromOrders<int>(null!));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("customers", () => RepeatPurchaseRate.FromOrders<string>(["a", null!])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Combine_OtherWindow_Throws() =>
        Assert.Contains(
            "window",
            Assert.Throws<ArgumentException>(() => new RepeatPurchaseRate(1, 2, Duration.FromDays(30)).Combine(new(1, 2, Duration.FromDays(90)))).Message,
            StringComparison.Ordinal);
}

public class RepeatPurchaseRateLaws : KpiLaws<RepeatPurchaseRate>
{
    protected override Gen<RepeatPurchaseRate> Any => Some.PartOfWhole.Select(x => new RepeatPurchaseRate(x.Part, x.Whole, Duration.FromDays(90)));

    [Property]
    public Property AnOrderLogAgreesWithCountingByHand() =>
        Law.ForAll(Gen.Choose(0, 30).ListOf(), orders => RepeatPurchaseRate.FromOrders(orders)
            == new RepeatPurchaseRate(orders.GroupBy(x => x).Count(x => x.Count() > 1), orders.Distinct().Count()));
}
