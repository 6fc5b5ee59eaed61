using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class RecurringRevenueTests
{
    private static readonly LocalDate Day = new(2026, 1, 31);

    [Fact]
    public void New_AnAmount_SaysItsDayAndCurrency()
    {
        RecurringRevenue revenue = new(80m, 3, Day, "EUR");

        Assert.Equal((80, 960m), (revenue.Value, revenue.PerYear));
        Assert.Equal("MRR (as of 31 January 2026) 80.00 EUR (3 accounts)", revenue.ToString());
        Assert.Equal(EstimateFlags.Census, revenue.Estimate()!.Value.Flags);
    }

    [Fact]
    public void New_NobodyPays_IsZeroAndNotNoData()
    {
        Assert.Equal(0, new RecurringRevenue(0, 0, Day).Value);
        Assert.Null(default(RecurringRevenue).Value);
    }

    [Fact]
    public void ChangeFrom_AnEarlierDay_IsExactAndInItsCurrency()
    {
        Change change = new RecurringRevenue(110m, 3, Day, "EUR").ChangeFrom(new(100m, 2, Day.PlusMonths(-1), "EUR"))!.Value;

        Assert.Equal("+10.00 EUR (+10.0%) [-, -] (p = -, Unknown)", change.ToString());
    }

    [Fact]
    public void Combine_OtherRules_Throws()
    {
        RecurringRevenue revenue = new(80m, 3, Day, "EUR");

        Assert.Equal(new RecurringRevenue(100m, 5, Day, "EUR"), revenue.Combine(new(20m, 2, Day, "EUR")));
        Assert.Throws<ArgumentException>("other", () => revenue.Combine(new(20m, 2, Day.PlusDays(1), "EUR")));
        Assert.Throws<ArgumentException>("other", () => revenue.Combine(new(20m, 2, Day, "USD")));
        Assert.Throws<ArgumentException>("baseline", () => revenue.ChangeFrom(new(20m, 2, Day, "USD")));
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new RecurringRevenue(-1, 1, Day));
        Assert.Throws<ArgumentOutOfRangeException>("accounts", () => new RecurringRevenue(0, -1, Day));
        Assert.Throws<ArgumentOutOfRangeException>("accounts", () => new RecurringRevenue(1, 0, Day));
        Assert.Throws<ArgumentException>("asOf", () => new RecurringRevenue(1, 1, null));
        Assert.Throws<ArgumentException>("currency", () => new RecurringRevenue(1, 1, Day, "eur"));
    }
}

public class RecurringRevenueLaws : KpiLaws<RecurringRevenue>
{
    protected override Gen<RecurringRevenue> Any =>
        from amount in Some.PositiveMoney
        from accounts in Gen.Choose(1, 500)
        select new RecurringRevenue(amount, accounts, new LocalDate(2026, 1, 31), "EUR");
}
