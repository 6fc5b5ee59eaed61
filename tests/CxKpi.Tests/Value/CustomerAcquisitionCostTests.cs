using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class CustomerAcquisitionCostTests
{
    [Theory]
    [InlineData(20, 500)]
    [InlineData(200, 50)]
    public void PerCustomer_WorkedExamples_AreExact(long customers, int cost) =>
        Assert.Equal(cost, new CustomerAcquisitionCost(spend: 10_000m, newCustomers: customers).PerCustomer);

    [Fact]
    public void ToString_WithCurrency_ShowsIt() => Assert.Equal(
        "CAC (fully loaded) 500.00 EUR (20 customers, 1 row)",
        new CustomerAcquisitionCost(10_000m, 20, "EUR", AcquisitionBasis.FullyLoaded).ToString());

    [Fact]
    public void Value_NoNewCustomer_IsUndefinedButTheSpendStays()
    {
        CustomerAcquisitionCost dry = new(10_000m, 0, "EUR");

        Assert.Null(dry.Value);
        Assert.Null(dry.PerCustomer);
        Assert.Equal(10_000m, dry.Spend);
        Assert.Equal(1_000m, dry.Combine(new(5_000m, 15, "EUR")).PerCustomer);
    }

    [Fact]
    public void Estimate_OneTotal_HasNoLimitsAndSeveralHave()
    {
        CustomerAcquisitionCost january = new(10_000m, 20), february = new(9_000m, 22), march = new(12_000m, 21);

        Assert.Equal(EstimateFlags.SingleObservation, january.Estimate()!.Value.Flags);
        Estimate quarter = january.Combine(february).Combine(march).Estimate()!.Value;
        Assert.Equal(3, quarter.N);
        Assert.InRange(31_000 / 63.0, quarter.Lower!.Value, quarter.Upper!.Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("spend", () => new CustomerAcquisitionCost(-1m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("newCustomers", () => new CustomerAcquisitionCost(1m, -1));
        Assert.Throws<ArgumentException>("currency", () => new CustomerAcquisitionCost(1m, 1, "Eur"));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => new CustomerAcquisitionCost(1m, 1, "EUR", (AcquisitionBasis)9));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new CustomerAcquisitionCost(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new CustomerAcquisitionCost(RatioTally.Row(1, 1e-14m)));
    }

    [Fact]
    public void Combine_OtherRules_Throws()
    {
        CustomerAcquisitionCost paid = new(1m, 1, "EUR", AcquisitionBasis.Paid);

        Assert.Contains(
            "Paid and Blended",
            Assert.Throws<ArgumentException>(() => paid.Combine(new(1m, 1, "EUR", AcquisitionBasis.Blended))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "EUR and USD",
            Assert.Throws<ArgumentException>(() => paid.ChangeFrom(new(1m, 1, "USD", AcquisitionBasis.Paid))).Message,
            StringComparison.Ordinal);
    }
}

public class CustomerAcquisitionCostLaws : KpiLaws<CustomerAcquisitionCost>
{
    protected override Gen<CustomerAcquisitionCost> Any =>
        from spend in Some.PositiveMoney
        from customers in Gen.Choose(0, 50)
        select new CustomerAcquisitionCost(spend, customers, "EUR", AcquisitionBasis.Blended);

    [Property]
    public Property AllMonthsTogetherCostAllSpendingOverAllCustomers() =>
        Law.ForAll(Any.ListOf(), months =>
        {
            CustomerAcquisitionCost year = months.Tally(x => x);
            decimal customers = months.Sum(x => x.Evidence.Denominator);
            return year.Spend == months.Sum(x => x.Spend) && year.PerCustomer == (customers == 0 ? null : year.Spend / customers);
        });
}
