using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class HistoricalCustomerValueTests
{
    [Fact]
    public void FromCustomers_ThreeTotals_GivesTheirMean()
    {
        HistoricalCustomerValue value = HistoricalCustomerValue.FromCustomers([120m, 60m, 0m], "EUR", CustomerValueBasis.Margin);

        Assert.Equal(60m, value.PerCustomer);
        Assert.Equal("Customer value (in margin) 60.00 EUR (3 customers)", value.ToString());
        Assert.Equal(3, value.Estimate()!.Value.N);
        Assert.NotNull(value.Estimate()!.Value.Lower);
    }

    [Fact]
    public void New_NegativeMargin_IsAllowed() => Assert.Equal(-2.5m, new HistoricalCustomerValue(-10m, 4, basis: CustomerValueBasis.Margin).PerCustomer);

    [Fact]
    public void Value_NoCustomer_IsUndefined() => Assert.Null(new HistoricalCustomerValue(0m, 0).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("customers", () => new HistoricalCustomerValue(1m, -1));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => new HistoricalCustomerValue(1m, 1, basis: (CustomerValueBasis)9));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new HistoricalCustomerValue(RatioTally.Row(1, 1e-14m)));
        Assert.Throws<ArgumentException>("currency", () => new HistoricalCustomerValue(1m, 1, currency: ""));
        Assert.Throws<ArgumentNullException>("totals", () => HistoricalCustomerValue.FromCustomers(null!));
    }

    [Fact]
    public void Combine_RevenueWithMargin_Throws() =>
        Assert.Contains(
            "Revenue and Margin",
            Assert.Throws<ArgumentException>(() => new HistoricalCustomerValue(1m, 1, basis: CustomerValueBasis.Revenue)
                .Combine(new(1m, 1, basis: CustomerValueBasis.Margin))).Message,
            StringComparison.Ordinal);
}

public class HistoricalCustomerValueLaws : KpiLaws<HistoricalCustomerValue>
{
    protected override Gen<HistoricalCustomerValue> Any =>
        Some.Money.ListOf().Select(x => HistoricalCustomerValue.FromCustomers(x, "EUR", CustomerValueBasis.Margin));
}
