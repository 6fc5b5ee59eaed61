using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class PurchaseFrequencyTests
{
    [Fact]
    public void New_WorkedExample_GivesTwoAndAHalf()
    {
        Assert.Equal(2.5, new PurchaseFrequency(orders: 100, customers: 40).Value);
        Assert.Equal("Purchase frequency 2.50 (40 customers, 1 row)", new PurchaseFrequency(100, 40).ToString());
    }

    [Fact]
    public void FromOrders_ReferenceFigures_AreMet()
    {
        Estimate frequency = PurchaseFrequency.FromOrders(["a", "a", "b", "c", "c", "c", "d", "e", "e", "f"]).Estimate()!.Value;

        Assert.Equal(10 / 6.0, frequency.Value);
        Assert.Equal(1 / 3.0, frequency.StandardError!.Value, 14);
    }

    [Fact]
    public void FromCustomers_SomeWithoutAnOrder_CountInTheBase() =>
        Assert.Equal(0.5, PurchaseFrequency.FromCustomers([2L, 0L, 0L, 0L]).Value);

    [Fact]
    public void Value_NoCustomer_IsUndefined() => Assert.Null(new PurchaseFrequency(0, 0).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("orders", () => new PurchaseFrequency(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("customers", () => new PurchaseFrequency(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("customers", () => new PurchaseFrequency(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new PurchaseFrequency(1, 1, (CalendarUnit)9));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PurchaseFrequency(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("ordersPerCustomer", () => PurchaseFrequency.FromCustomers([1L, -1L]));
        Assert.Throws<ArgumentNullException>("ordersPerCustomer", () => PurchaseFrequency.FromCustomers(null!));
        Assert.Throws<ArgumentNullException>("customers", () => PurchaseFrequency.FromOrders<int>(null!));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("customers", () => PurchaseFrequency.FromOrders(["a", null!])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PurchaseFrequency(RatioTally.Row(1, 0.5m)));
    }

    [Fact]
    public void Combine_MonthWithYear_Throws() =>
        Assert.Throws<ArgumentException>("other", () => new PurchaseFrequency(1, 1, CalendarUnit.Month).Combine(new(1, 1, CalendarUnit.Year)));
}

public class PurchaseFrequencyLaws : KpiLaws<PurchaseFrequency>
{
    protected override Gen<PurchaseFrequency> Any =>
        Gen.Choose(0, 12).ListOf().Select(x => PurchaseFrequency.FromCustomers(x.Select(n => (long)n), CalendarUnit.Year));

    [Property]
    public Property AmongBuyersItIsNeverBelowOne() =>
        Law.ForAll(Gen.Choose(0, 20).ListOf(), orders => PurchaseFrequency.FromOrders(orders).Value is null or >= 1);
}
