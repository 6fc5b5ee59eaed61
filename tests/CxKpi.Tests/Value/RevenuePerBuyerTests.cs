using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class RevenuePerBuyerTests
{
    private static readonly (string Customer, decimal Value)[] Orders =
        [("a", 20), ("a", 35), ("b", 12.5m), ("c", 80), ("c", 60), ("c", 75), ("d", 15), ("e", 22), ("e", 18), ("f", 9.99m)];

    [Fact]
    public void FromOrders_ReferenceFigures_AreMet()
    {
        RevenuePerBuyer revenue = RevenuePerBuyer.FromOrders(Orders, "EUR", CalendarUnit.Month);

        Assert.Equal(57.915m, revenue.PerBuyer);
        Assert.Equal(32.252217882392735, revenue.Estimate()!.Value.StandardError!.Value, 11);
        Assert.Equal("Revenue per buyer (per month) 57.92 EUR (6 customers)", revenue.ToString());
    }

    [Fact]
    public void FromOrders_IsOrderValueTimesFrequency()
    {
        decimal orderValue = AverageOrderValue.FromOrders(Orders.Select(x => x.Value)).PerOrder!.Value;

        Assert.Equal(57.915, (double)orderValue * PurchaseFrequency.FromOrders(Orders.Select(x => x.Customer)).Value!.Value, 12);
    }

    [Fact]
    public void New_Totals_GiveTheirRatio() => Assert.Equal(125m, new RevenuePerBuyer(5_000m, 40).PerBuyer);

    [Fact]
    public void Value_NoBuyer_IsUndefined() => Assert.Null(RevenuePerBuyer.FromOrders(Array.Empty<(int, decimal)>()).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("buyers", () => new RevenuePerBuyer(1m, -1));
        Assert.Throws<ArgumentException>("currency", () => new RevenuePerBuyer(1m, 1, "euro"));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new RevenuePerBuyer(1m, 1, "EUR", (CalendarUnit)9));
        Assert.Throws<ArgumentNullException>("orders", () => RevenuePerBuyer.FromOrders<int>(null!));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("orders", () => RevenuePerBuyer.FromOrders<string>([("a", 1m), (null!, 1m)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new RevenuePerBuyer(RatioTally.Row(1, 1e-14m)));
    }

    [Fact]
    public void Combine_OtherRules_Throws()
    {
        Assert.Throws<ArgumentException>("other", () => new RevenuePerBuyer(1m, 1, "EUR").Combine(new(1m, 1, "USD")));
        Assert.Throws<ArgumentException>(
            "baseline",
            () => new RevenuePerBuyer(1m, 1, period: CalendarUnit.Month).ChangeFrom(new(1m, 1, period: CalendarUnit.Year)));
    }
}

public class RevenuePerBuyerLaws : KpiLaws<RevenuePerBuyer>
{
    private static Gen<List<(int, decimal)>> Orders => Gen.Choose(1, 9).Zip(Some.Money).ListOf().Select(x => x.ToList());

    protected override Gen<RevenuePerBuyer> Any => Orders.Select(x => RevenuePerBuyer.FromOrders(x, "EUR", CalendarUnit.Month));

    [Property]
    public Property AnOrderLogAgreesWithCountingByHand() =>
        Law.ForAll(Orders, orders => RevenuePerBuyer.FromOrders(orders)
            == new RevenuePerBuyer(RatioTally.FromValues(orders.GroupBy(x => x.Item1).Select(x => x.Sum(y => y.Item2)))));
}
