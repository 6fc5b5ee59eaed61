using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Value;

public class PurchaseLogTests
{
    private static readonly LocalDate End = new(2024, 6, 30);

    [Fact]
    public void Summarise_RowsOfOneDay_AreOnePurchase()
    {
        PurchaseHistories<string> log = Of([("A", 1, 10), ("A", 1, 5), ("A", 15, 20), ("A", 15, 2)]);
        CustomerPurchases<string> customer = Assert.Single(log.Customers);

        Assert.Equal((1, 14, 29, 22m), (customer.Frequency, customer.History.Recency, customer.History.Age, customer.MeanAmount));
        Assert.Equal((15, new LocalDate(2024, 6, 1), new LocalDate(2024, 6, 15)), (customer.DaysSinceLast, customer.FirstPurchase, customer.LastPurchase));
        Assert.Equal((4, 2), (log.Counts.Rows, log.Counts.SameDay));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(15, 1)]
    [InlineData(31, 1)]
    public void Summarise_MoreThanADecimalHolds_SaysOfWhat(int other, int sign)
    {
        decimal most = sign * decimal.MaxValue;
        (string, int, decimal)[] rows = [("A", 1, 1), ("A", other, most), ("A", other, most), ("A", 32, decimal.MaxValue)];

        Assert.Equal(
            "the amount of a customer would exceed 79228162514264337593543950335",
            Assert.Throws<OverflowException>(() => Of(rows, holdout: true)).Message);
    }

    [Fact]
    public void Summarise_TheLastDay_BelongsToTheCalibration()
    {
        PurchaseHistories<string> log = Of(
            [("A", 1, 10), ("A", 30, 5), ("A", 31, 7), ("A", 45, 9), ("A", 60, 9), ("B", 30, 4), ("C", 31, 4), ("C", 33, 4)], holdout: true);

        Assert.Equal((1, 2, 16m), (log.Customers[0].Frequency, log.Customers[0].HoldoutPurchases, log.Customers[0].HoldoutAmount));
        Assert.Equal((0, 0.0, 0), (log.Customers[1].Frequency, log.Customers[1].History.Age, log.Customers[1].HoldoutPurchases));
        Assert.Equal(2, log.Customers.Count);
        Assert.Equal((1, 1, 2), (log.Counts.AfterTheEnd, log.Counts.NewCustomers, log.Counts.OfNewCustomers));
        Assert.Equal([(30, 1), (31, 1), (45, 1)], log.RepeatPurchases.Select(day => (Number(day.Day), (int)day.RepeatPurchases)));
        Assert.Equal(15, log.HoldoutLength);
    }

    [Fact]
    public void Summarise_Refund_ReducesThePurchaseOfItsDayOrTheLatest()
    {
        (string, int, decimal)[] rows = [("A", 1, 10), ("A", 5, 30), ("A", 5, -4), ("A", 8, -6), ("A", 12, 20), ("B", 3, -5), ("B", 4, 5)];
        CustomerPurchases<string> net = Of(rows).Customers[0], ignored = Of(rows, RefundPolicy.Ignore).Customers[0];

        Assert.Equal((2, 40m), (net.Frequency, net.RepeatAmount));
        Assert.Equal((2, 50m), (ignored.Frequency, ignored.RepeatAmount));
        Assert.Equal((2, 1, 0), (Of(rows).Counts.Refunds, Of(rows).Counts.RefundsWithoutPurchase, Of(rows).Counts.IgnoredRefunds));
        Assert.Equal(3, Of(rows, RefundPolicy.Ignore).Counts.IgnoredRefunds);
    }

    [Theory]
    [InlineData(RefundPolicy.Net, 2, 20, 1)]
    [InlineData(RefundPolicy.Ignore, 2, 50, 0)]
    [InlineData(RefundPolicy.DropRefundedPurchases, 1, 20, 1)]
    public void Summarise_RefundBeyondThePurchase_LeavesNothingBelowZero(RefundPolicy policy, int frequency, int amount, int exceeded)
    {
        PurchaseHistories<string> log = Of([("A", 1, 10), ("A", 5, 30), ("A", 8, -25), ("A", 9, -400), ("A", 9, -1), ("A", 12, 20)], policy);

        Assert.Equal((frequency, (decimal)amount), (log.Customers[0].Frequency, log.Customers[0].RepeatAmount));
        Assert.Equal(exceeded, log.Counts.ExcessRefunds);
        Assert.Equal(0, Of([("A", 1, 10), ("A", 5, 30), ("A", 5, -80)]).Customers[0].RepeatAmount);
    }

    [Fact]
    public void Summarise_PurchaseRefundedInFull_IsNoneWhereThatIsAskedFor()
    {
        (string, int, decimal)[] rows = [("A", 1, 10), ("A", 5, 30), ("A", 8, -30), ("A", 12, 20), ("B", 3, 5), ("B", 3, -5)];
        PurchaseHistories<string> dropped = Of(rows, RefundPolicy.DropRefundedPurchases);

        Assert.Equal((1, 20m), (dropped.Customers[0].Frequency, dropped.Customers[0].RepeatAmount));
        Assert.Single(dropped.Customers);
        Assert.Equal(2, dropped.Counts.RefundedPurchases);
        Assert.Equal((2, 20m), (Of(rows).Customers[0].Frequency, Of(rows).Customers[0].RepeatAmount));
    }

    [Fact]
    public void Summarise_RefundInTheHoldout_LeavesTheCalibrationAsItWas()
    {
        PurchaseHistories<string> log = Of(
            [("A", 1, 10), ("A", 20, 30), ("A", 33, -30), ("A", 35, 8), ("A", 36, -3)], RefundPolicy.DropRefundedPurchases, holdout: true);

        Assert.Equal((1, 30m, 1, 5m), (
            log.Customers[0].Frequency, log.Customers[0].RepeatAmount, log.Customers[0].HoldoutPurchases, log.Customers[0].HoldoutAmount));
        Assert.Equal(1, log.Counts.RefundsWithoutPurchase);
    }

    [Fact]
    public void Summarise_RowsOutOfOrder_NamesTheRow()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Of([("A", 3, 1), ("B", 1, 1), ("A", 2, 1)]));

        Assert.Contains("2024-06-02 follows 2024-06-03 (at position 2): sort by day", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Summarise_WrongArguments_NameThem()
    {
        Assert.Throws<ArgumentOutOfRangeException>("holdoutEnd", () => PurchaseLog.Summarise([1], x => x, _ => End, _ => 1m, CalendarUnit.Day, End, End));
        Assert.Throws<ArgumentNullException>("customer", () => PurchaseLog.Summarise([1], _ => (string)null!, _ => End, _ => 1m, CalendarUnit.Day, End));
        Assert.Empty(PurchaseLog.Summarise(Array.Empty<int>(), x => x, _ => End, _ => 1m, CalendarUnit.Day, End).Customers);
    }

    [Fact]
    public void SummariseOpportunities_DayThatIsInNoWeek_IsRefused()
    {
        (LocalDate Day, string Message)[] days =
        [
            (LocalDate.MinIsoValue, "day must lie in a week that begins after the year -9999 (at position 1); got -9998-01-01"),
            (new(2024, 6, 1, CalendarSystem.Julian), "day must be in the ISO calendar (at position 1), but is in Julian"),
        ];
        LocalDate sunday = new(2024, 6, 30);

        Assert.All(days, one => Assert.StartsWith(
            one.Message,
            Assert.ThrowsAny<ArgumentException>(() => PurchaseLog.SummariseOpportunities(
                [sunday, one.Day], day => day.Year, day => day, _ => 1m, CalendarUnit.Week, sunday)).Message,
            StringComparison.Ordinal));
        Assert.Single(PurchaseLog.Summarise([LocalDate.MinIsoValue], _ => 1, day => day, _ => 1m, CalendarUnit.Week, sunday).Customers);
    }

    [Fact]
    public void Summary_OfALog_ComesBackFromJson()
    {
        PurchaseHistories<string> log = Of([("A", 1, 10), ("A", 5, 30), ("A", 33, 8), ("B", 2, 0)], holdout: true);

        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(log, JsonKinds.Again(log, options)));
        Assert.Equal("2 customers until 2024-06-30: 4 rows, 1 of amount 0", log.ToString());
        Assert.Equal("1 customer until 2024-06-30: 2 rows, 1 refund", Of([("A", 1, 10), ("A", 2, -1)]).ToString());
        Assert.Equal("A: 1 repeat purchase, the last at age 4 of 29", log.Customers[0].ToString());
    }

    internal static PurchaseHistories<string> Of(
        IEnumerable<(string Customer, int Day, decimal Amount)> rows, RefundPolicy refunds = RefundPolicy.Net, bool holdout = false) =>
        PurchaseLog.Summarise(
            rows,
            row => row.Customer,
            row => End.PlusDays(row.Day - 30),
            row => row.Amount,
            CalendarUnit.Day,
            End,
            holdout ? End.PlusDays(15) : null,
            refunds);

    private static int Number(LocalDate day) => 30 + Period.DaysBetween(End, day);
}
