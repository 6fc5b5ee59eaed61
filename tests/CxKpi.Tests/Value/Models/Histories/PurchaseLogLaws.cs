using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

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
}
