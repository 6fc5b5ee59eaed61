using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Value;

/// <summary>Logs by opportunities, one a calendar unit.</summary>
public class OpportunityHistoriesTests
{
    private static readonly LocalDate End = new(2023, 12, 31);

    [Theory]
    [InlineData(RefundPolicy.Net)]
    [InlineData(RefundPolicy.DropRefundedPurchases)]
    public void SummariseOpportunities_RefundBeforeThePurchaseOfItsUnit_IsThatOfAnEarlierOne(RefundPolicy policy)
    {
        (LocalDate Day, decimal Amount)[] rows = [(new(2019, 5, 1), 50), (new(2020, 12, 20), 100), (new(2021, 1, 2), -100), (new(2021, 11, 5), 80)];
        CustomerPurchases<string> customer = Assert.Single(PurchaseLog.SummariseOpportunities(
            rows, _ => "A", row => row.Day, row => row.Amount, CalendarUnit.Year, new(2022, 12, 31), refunds: policy).Customers);

        Assert.Equal(80, customer.RepeatAmount);
        Assert.Equal(policy == RefundPolicy.Net ? new PurchaseHistory(2, 2, 3) : new PurchaseHistory(1, 2, 3), customer.History);
    }

    [Fact]
    public void SummariseOpportunities_PurchasesOfOneUnit_AreOne()
    {
        PurchaseHistories<string> log = Of(("A", 2019, 2, 10), ("A", 2019, 11, 5), ("A", 2020, 1, 20), ("A", 2020, 1, 2), ("A", 2020, 7, 8), ("A", 2022, 3, 9));
        CustomerPurchases<string> customer = Assert.Single(log.Customers);

        // Born in 2019, with opportunities in 2020, 2021, 2022 and 2023.
        Assert.Equal(new PurchaseHistory(2, 3, 4), customer.History);
        Assert.Equal((39m, 19.5m), (customer.RepeatAmount, customer.MeanAmount));
        Assert.Equal((new LocalDate(2019, 2, 1), new LocalDate(2022, 3, 1)), (customer.FirstPurchase, customer.LastPurchase));
        Assert.Equal((6, 3, 1, 2), (log.Counts.Rows, log.Counts.Purchases, log.Counts.SameDay, log.Counts.SameOpportunity));
        Assert.Equal((CalendarUnit.Year, PurchaseTiming.Opportunities), (log.Unit, log.Timing));
        Assert.Equal("1 customer until 2023-12-31: 6 rows, 1 of a day with an earlier one, 2 of an opportunity with an earlier one", log.ToString());
    }

    [Fact]
    public void SummariseOpportunities_WithAHoldout_CountsItsOpportunities()
    {
        PurchaseHistories<string> log = Of(
            new LocalDate(2025, 12, 31), ("A", 2022, 2, 10), ("A", 2024, 1, 5), ("A", 2024, 9, 5), ("A", 2025, 1, 5), ("B", 2024, 5, 3), ("C", 2026, 5, 3));

        Assert.Equal((2, 15m, 2.0), (log.Customers[0].HoldoutPurchases, log.Customers[0].HoldoutAmount, log.HoldoutLength));
        Assert.Equal(new PurchaseHistory(0, 0, 1), log.Customers[0].History);
        Assert.Equal((1, 1, 1, 1), (log.Counts.NewCustomers, log.Counts.OfNewCustomers, log.Counts.AfterTheEnd, log.Counts.CustomersAfterTheEnd));
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(log, JsonKinds.Again(log, options)));
    }

    [Fact]
    public void SummariseOpportunities_OfARefundInTheSameUnit_ReducesItsPurchase()
    {
        PurchaseHistories<string> log = Of(("A", 2019, 2, 10), ("A", 2021, 3, 20), ("A", 2021, 8, -6), ("A", 2022, 1, -4));

        Assert.Equal((1, 10m), (log.Customers[0].Frequency, log.Customers[0].RepeatAmount));
        Assert.Equal(new LocalDate(2021, 3, 1), log.Customers[0].LastPurchase);
        Assert.Equal(2, log.Counts.Refunds);
    }

    [Fact]
    public void SummariseOpportunities_UntilWithinAUnit_NamesTheDaysThatEndOne()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>("calibrationEnd", () => PurchaseLog.SummariseOpportunities(
            [1], x => x, _ => End, _ => 1m, CalendarUnit.Year, new LocalDate(2023, 6, 30)));

        Assert.StartsWith(
            "calibrationEnd must be the last day of a Year, so that opportunities are whole; got 2023-06-30: take 2022-12-31 or 2023-12-31",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("holdoutEnd", () => PurchaseLog.SummariseOpportunities(
            [1], x => x, _ => End, _ => 1m, CalendarUnit.Year, End, new LocalDate(2024, 6, 30)));
        Assert.Throws<ArgumentOutOfRangeException>("holdoutEnd", () => PurchaseLog.SummariseOpportunities(
            [1], x => x, _ => End, _ => 1m, CalendarUnit.Year, End, End));
    }

    [Fact]
    public void Days_OfTheBaseClassLibrary_GiveTheSameHistories()
    {
        (string Customer, DateOnly Day, decimal Amount)[] rows = [("A", new(2019, 2, 1), 10), ("A", new(2020, 2, 1), 5), ("A", new(2024, 2, 1), 5)];
        LocalDate holdout = new(2024, 12, 31);

        Assert.Equal(
            PurchaseLog.SummariseOpportunities(
                rows, row => row.Customer, row => LocalDate.FromDateOnly(row.Day), row => row.Amount, CalendarUnit.Year, End, holdout),
            PurchaseLog.SummariseOpportunities(
                rows, row => row.Customer, row => row.Day, row => row.Amount, CalendarUnit.Year, End.ToDateOnly(), holdout.ToDateOnly()));
        Assert.Equal(
            PurchaseLog.Summarise(
                rows, row => row.Customer, row => LocalDate.FromDateOnly(row.Day), row => row.Amount, CalendarUnit.Week, End, refunds: RefundPolicy.Ignore),
            PurchaseLog.Summarise(
                rows, row => row.Customer, row => row.Day, row => row.Amount, CalendarUnit.Week, End.ToDateOnly(), refunds: RefundPolicy.Ignore));
        Assert.Throws<ArgumentNullException>(
            "day", () => PurchaseLog.Summarise([1], x => x, (Func<int, DateOnly>)null!, _ => 1m, CalendarUnit.Day, End.ToDateOnly()));
    }

    internal static PurchaseHistories<string> Of(params (string Customer, int Year, int Month, decimal Amount)[] rows) => Of(null, rows);

    internal static PurchaseHistories<string> Of(LocalDate? holdout, params (string Customer, int Year, int Month, decimal Amount)[] rows) =>
        PurchaseLog.SummariseOpportunities(
            rows, row => row.Customer, row => new LocalDate(row.Year, row.Month, 1), row => row.Amount, CalendarUnit.Year, End, holdout);
}
