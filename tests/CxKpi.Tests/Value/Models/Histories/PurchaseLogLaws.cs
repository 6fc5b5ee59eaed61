using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Value;

public class PurchaseLogLaws
{
    private static Gen<(string Customer, int Day, decimal Amount)[]> Log =>
        (from customer in Gen.Elements("A", "B", "C", "D")
         from day in Gen.Choose(1, 50)
         from amount in Gen.Choose(0, 20)
         select (customer, day, (decimal)amount)).ArrayOf().Select(rows => rows.OrderBy(row => row.day).ToArray());

    /// <summary>The slow and obvious model: all rows at once.</summary>
    [Property]
    public Property HistoriesAreThoseOfAllRowsAtOnce() => Law.ForAll(Log, rows =>
    {
        PurchaseHistories<string> log = PurchaseLogTests.Of(rows, holdout: true);
        var expected = rows.Where(row => row.Day <= 30).GroupBy(row => row.Customer).Select(group =>
        {
            int[] days = [.. group.Select(row => row.Day).Distinct()];
            return (
                group.Key,
                days.Length - 1,
                (double)(days[^1] - days[0]),
                30.0 - days[0],
                group.Where(row => row.Day > days[0]).Sum(row => row.Amount),
                rows.Where(row => row.Customer == group.Key && row.Day is > 30 and <= 45).Select(row => row.Day).Distinct().Count());
        });

        Assert.Equal(
            expected.OrderBy(customer => customer.Key),
            log.Customers
                .Select(x => (x.Customer, x.Frequency, x.History.Recency, x.History.Age, x.RepeatAmount, x.HoldoutPurchases))
                .OrderBy(customer => customer.Customer));
        Assert.Equal(log.Customers.Sum(x => x.Frequency + x.HoldoutPurchases), log.RepeatPurchases.Sum(day => day.RepeatPurchases));
    });

    [Property]
    public Property CustomersMayComeMixedOrOneAfterTheOther() => Law.ForAll(Log, rows =>
    {
        PurchaseHistories<string> mixed = PurchaseLogTests.Of(rows, holdout: true);
        PurchaseHistories<string> sorted = PurchaseLogTests.Of(rows.OrderBy(row => row.Customer), holdout: true);

        Assert.Equal(mixed.Customers.OrderBy(x => x.Customer), sorted.Customers.OrderBy(x => x.Customer));
        Assert.Equal(mixed.Counts, sorted.Counts);
        Assert.Equal(mixed.RepeatPurchases, sorted.RepeatPurchases);
    });

    [Property]
    public Property WhatFollowsTheCalibrationDoesNotChangeIt() => Law.ForAll(
        from rows in Log from refund in Gen.Choose(1, 90) select (rows, refund),
        x =>
        {
            (string, int, decimal)[] before = [.. x.rows.Where(row => row.Day <= 30)];
            (string, int, decimal)[] after = [.. x.rows.Append(("A", 51, -x.refund)).Append(("A", 52, -x.refund))];
            IEnumerable<PurchaseHistory> Calibration(IEnumerable<(string, int Day, decimal)> rows) => PurchaseLogTests.Of(
                rows.Select(row => (row.Item1, Math.Min(row.Day, 44), row.Item3)), RefundPolicy.DropRefundedPurchases, holdout: true).Histories;

            Assert.Equal(Calibration(before), Calibration(after));
        });

    /// <summary>Nothing is dropped without being counted.</summary>
    [Property]
    public Property EveryRowAndEveryCustomerIsInOneCount() => Law.ForAll(
        from rows in Log
        from signs in Gen.Elements(1, 1, 1, -1).ArrayOf(rows.Length)
        from policy in Gen.Elements(Enum.GetValues<RefundPolicy>())
        from holdout in Gen.Elements(true, false)
        from timing in Gen.Elements(Enum.GetValues<PurchaseTiming>())
        select (Rows: rows.Zip(signs, (row, sign) => (row.Customer, row.Day, row.Amount * sign)).ToArray(), policy, holdout, timing),
        x =>
        {
            PurchaseHistories<string> log = x.timing == PurchaseTiming.AnyDay
                ? PurchaseLogTests.Of(x.Rows, x.policy, x.holdout)
                : PurchaseLog.SummariseOpportunities(
                    x.Rows,
                    row => row.Customer,
                    row => new LocalDate(2024, 6, 30).PlusDays(row.Day - 30),
                    row => row.Item3,
                    CalendarUnit.Month,
                    new(2024, 6, 30),
                    x.holdout ? new LocalDate(2024, 7, 31) : null,
                    x.policy);
            PurchaseLogCounts counts = log.Counts;

            Assert.Equal(x.Rows.Length, counts.Rows);
            Assert.Equal(
                counts.Rows,
                counts.Purchases + counts.SameDay + counts.SameOpportunity + counts.Refunds + counts.IgnoredRefunds + counts.RefundsWithoutPurchase
                    + counts.AfterTheEnd + counts.OfNewCustomers);
            Assert.Equal(
                x.Rows.Select(row => row.Customer).Distinct().Count(),
                log.Customers.Count + counts.NewCustomers + counts.CustomersWithoutPurchase + counts.CustomersAfterTheEnd);
            Assert.Equal(
                counts.Purchases - counts.RefundedPurchases,
                log.Customers.Count + log.Customers.Sum(customer => customer.Frequency + customer.HoldoutPurchases));
        });

    /// <summary>The slow and obvious model of opportunities: all rows at once.</summary>
    [Property]
    public Property OpportunitiesAreTheWeeksOfAllRowsAtOnce() => Law.ForAll(Log, rows =>
    {
        LocalDate end = new(2024, 6, 30);
        int Week(int day) => (day - 31 + 700) / 7;
        PurchaseHistories<string> log = PurchaseLog.SummariseOpportunities(
            rows, row => row.Customer, row => end.PlusDays(row.Day - 30), row => row.Amount, CalendarUnit.Week, end, end.PlusDays(14));
        IEnumerable<(string, PurchaseHistory, decimal, int)> expected = rows.Where(row => row.Day <= 30).GroupBy(row => row.Customer).Select(group =>
        {
            int[] weeks = [.. group.Select(row => Week(row.Day)).Distinct()];
            return (
                group.Key,
                new PurchaseHistory(weeks.Length - 1, weeks[^1] - weeks[0], Week(30) - weeks[0]),
                group.Where(row => Week(row.Day) > weeks[0]).Sum(row => row.Amount),
                rows.Where(row => row.Customer == group.Key && row.Day is > 30 and <= 44).Select(row => Week(row.Day)).Distinct().Count());
        });

        Assert.Equal(
            expected.OrderBy(customer => customer.Item1),
            log.Customers.Select(x => (x.Customer, x.History, x.RepeatAmount, x.HoldoutPurchases)).OrderBy(customer => customer.Customer));
        Assert.Equal(log.Customers.Sum(x => x.Frequency + x.HoldoutPurchases), log.RepeatPurchases.Sum(day => day.RepeatPurchases));
    });
}
