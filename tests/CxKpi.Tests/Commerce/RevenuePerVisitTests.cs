using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class RevenuePerVisitTests
{
    [Fact]
    public void FromVisits_WorkedExample_GivesTwenty()
    {
        RevenuePerVisit revenue = RevenuePerVisit.FromVisits([0, 60, 0], "EUR");

        Assert.Equal(20m, revenue.PerVisit);
        Assert.Equal("Revenue/visit 20.00 EUR (3 sessions)", revenue.ToString());
    }

    [Fact]
    public void Value_IsConversionTimesOrderValue()
    {
        decimal[] visits = [0, 60, 0, 20, 0];
        double? conversion = new ConversionRate(2, 5, ConversionUnit.Session).Value, order = AverageOrderValue.FromOrders([60, 20]).Value;

        Assert.Equal(conversion!.Value * order!.Value, RevenuePerVisit.FromVisits(visits).Value!.Value, 12);
    }

    [Fact]
    public void Estimate_OfOneTotal_HasNoLimits() => Assert.Null(new RevenuePerVisit(5_000m, 100).Estimate()!.Value.Lower);

    [Fact]
    public void Combine_OtherCurrency_Throws() =>
        Assert.Throws<ArgumentException>(() => new RevenuePerVisit(1, 1, "EUR").Combine(new RevenuePerVisit(1, 1, "USD")));

    [Fact]
    public void New_WrongInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("visits", () => new RevenuePerVisit(1, -1));
        Assert.Throws<ArgumentException>("currency", () => new RevenuePerVisit(1, 1, "eur"));
        Assert.Throws<ArgumentNullException>("values", () => RevenuePerVisit.FromVisits(null!));
    }
}

public class RevenuePerVisitLaws : KpiLaws<RevenuePerVisit>
{
    protected override Gen<RevenuePerVisit> Any => Some.Amounts.Select(x => new RevenuePerVisit(x, "EUR"));
}
