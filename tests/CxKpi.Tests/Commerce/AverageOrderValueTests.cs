using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class AverageOrderValueTests
{
    [Fact]
    public void New_WorkedExample_GivesFifty()
    {
        AverageOrderValue aov = new(5_000m, 100, "EUR");

        Assert.Equal(50m, aov.PerOrder);
        Assert.Equal("AOV 50.00 EUR (100 orders, 1 row)", aov.ToString());
    }

    [Fact]
    public void Combine_OtherCurrency_Throws() =>
        Assert.Contains(
            "EUR and USD",
            Assert.Throws<ArgumentException>(() => new AverageOrderValue(1, 1, "EUR").Combine(new AverageOrderValue(1, 1, "USD"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_PartOfAnOrder_Throws() =>
        Assert.Contains(
            "whole",
            Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new AverageOrderValue(new(1, 10, 1e-28m, 100, 0, 1e-28m))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    public void New_MalformedCurrency_Throws(string currency) =>
        Assert.Throws<ArgumentException>(nameof(currency), () => new AverageOrderValue(1, 1, currency));
}

public class AverageOrderValueLaws : KpiLaws<AverageOrderValue>
{
    protected override Gen<AverageOrderValue> Any => Some.Amounts.Select(x => new AverageOrderValue(x, "EUR"));
}
