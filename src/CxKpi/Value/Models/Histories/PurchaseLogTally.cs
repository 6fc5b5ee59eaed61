using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi.Value;

/// <summary>Reads the rows of a log one by one.</summary>
internal sealed class PurchaseLogTally<TKey>(HistoryClock clock, LocalDate calibrationEnd, LocalDate? holdoutEnd, RefundPolicy policy)
    where TKey : notnull
{
    private readonly Dictionary<TKey, CustomerDays> customers = [];
    private readonly List<TKey> order = [];
    private readonly Dictionary<LocalDate, long> repeats = [];
    private readonly LocalDate lastDay = holdoutEnd ?? calibrationEnd;
    private long rows, purchases, sameDay, sameOpportunity, zeroAmounts, refunds, ignoredRefunds, refundsWithoutPurchase, excessRefunds, refundedPurchases;
    private long afterTheEnd, ofNewCustomers, newCustomers, customersWithoutPurchase, customersAfterTheEnd;

    internal void Add(TKey customer, LocalDate day, decimal amount)
    {
        ref CustomerDays? known = ref CollectionsMarshal.GetValueRefOrAddDefault(
            customers, customer is null ? throw LogKey.Null(nameof(customer), rows) : customer, out bool exists);
        if (!exists)
        {
            known = new();
            order.Add(customer);
        }

        CustomerDays days = known!;
        if (days.HasRows && day < days.Day)
        {
            throw OutOfOrder(nameof(day), days.Day, day, rows);
        }

        rows++;
        days.IsObserved |= day <= lastDay;
        if (day > lastDay)
        {
            afterTheEnd++;
        }
        else if (amount < 0 && policy == RefundPolicy.Ignore)
        {
            ignoredRefunds++;
        }
        else
        {
            Take(days, day, amount);
        }
    }

    internal PurchaseHistories<TKey> Histories()
    {
        List<CustomerPurchases<TKey>> found = new(order.Count);
        foreach (TKey key in order)
        {
            CustomerDays days = customers[key];
            EndPurchase(days);
            if (!days.InHoldout)
            {
                EndCalibration(days);
            }

            if (days.Calibration.Count == 0)
            {
                LeaveOut(days);
                continue;
            }

            Commit(days, ref days.Holdout);
            CustomerPart calibration = days.Calibration;
            found.Add(new(
                key, calibration.First, calibration.Last, calibrationEnd, clock, calibration.Count - 1, calibration.Amount - calibration.FirstAmount)
            {
                HoldoutPurchases = days.Holdout.Count,
                HoldoutAmount = days.Holdout.Amount,
            });
        }

        return new(clock, calibrationEnd, holdoutEnd, policy, found)
        {
            RepeatPurchases = [.. repeats.OrderBy(day => day.Key).Select(day => new DailyPurchases(day.Key, day.Value))],
            Counts = new()
            {
                Rows = rows,
                Purchases = purchases,
                SameDay = sameDay,
                SameOpportunity = sameOpportunity,
                ZeroAmounts = zeroAmounts,
                Refunds = refunds,
                IgnoredRefunds = ignoredRefunds,
                RefundsWithoutPurchase = refundsWithoutPurchase,
                ExcessRefunds = excessRefunds,
                RefundedPurchases = refundedPurchases,
                AfterTheEnd = afterTheEnd,
                OfNewCustomers = ofNewCustomers,
                NewCustomers = newCustomers,
                CustomersWithoutPurchase = customersWithoutPurchase,
                CustomersAfterTheEnd = customersAfterTheEnd,
            },
        };
    }

    private static decimal Sum(decimal amount, decimal more)
    {
        try
        {
            return amount + more;
        }
        catch (OverflowException)
        {
            throw Guard.TooLarge("the amount of a customer", decimal.MaxValue);
        }
    }

    private static ArgumentException OutOfOrder(string name, LocalDate before, LocalDate day, long position) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} must not fall within a customer, but {day:uuuu-MM-dd} follows {before:uuuu-MM-dd} (at position {position}): sort by day"),
        name);

    /// <summary>Who has no purchase in the calibration: a new customer, one of whom no purchase counts, or one who is seen only after the end.</summary>
    private void LeaveOut(CustomerDays days)
    {
        ofNewCustomers += days.OfHoldout;
        if (days.OfHoldout > 0)
        {
            newCustomers++;
        }
        else if (days.IsObserved)
        {
            customersWithoutPurchase++;
        }
        else
        {
            customersAfterTheEnd++;
        }
    }

    private void Take(CustomerDays days, LocalDate day, decimal amount)
    {
        // A refund before the first purchase of an opportunity is that of an earlier purchase.
        if (!days.HasRows || !clock.AreOne(days.Day, day) || (!days.HasBought && day != days.Day))
        {
            EndPurchase(days);
        }

        (days.HasRows, days.Day) = (true, day);
        if (!days.InHoldout && day > calibrationEnd)
        {
            EndCalibration(days);
        }

        days.OfHoldout += days.InHoldout ? 1 : 0;
        if (days.InHoldout && days.Calibration.Count == 0)
        {
            return;
        }

        days.DayAmount = Sum(days.DayAmount, amount);
        if (amount < 0)
        {
            days.DayRefunds++;
        }
        else
        {
            Buy(days, day);
            zeroAmounts += amount == 0 ? 1 : 0;
        }
    }

    private void Buy(CustomerDays days, LocalDate day)
    {
        if (!days.HasBought)
        {
            purchases++;
            (days.HasBought, days.Begun) = (true, day);
        }
        else if (day == days.Bought)
        {
            sameDay++;
        }
        else
        {
            sameOpportunity++;
        }

        days.Bought = day;
    }

    /// <summary>A day or an opportunity is a purchase, or a refund of the latest one.</summary>
    private void EndPurchase(CustomerDays days)
    {
        if (days.HasBought)
        {
            Commit(days, ref days.InHoldout ? ref days.Holdout : ref days.Calibration);
            (days.HasLatest, days.LatestIsExceeded) = (true, false);
            (days.Latest, days.LatestEnd, days.LatestAmount) = (days.Begun, days.Bought, days.DayAmount);
            Refund(days, 0);
        }
        else if (days.DayRefunds > 0 && days.HasLatest)
        {
            Refund(days, days.DayAmount);
        }
        else
        {
            refundsWithoutPurchase += days.DayRefunds;
        }

        (days.HasBought, days.DayRefunds, days.DayAmount) = (false, 0, 0);
    }

    private void Refund(CustomerDays days, decimal amount)
    {
        refunds += days.DayRefunds;
        days.LatestAmount = Sum(days.LatestAmount, amount);
        if (policy == RefundPolicy.DropRefundedPurchases && days.DayRefunds > 0 && days.LatestAmount <= 0)
        {
            refundedPurchases++;
            days.HasLatest = false;
        }

        if (days.LatestAmount < 0)
        {
            excessRefunds += days.LatestIsExceeded ? 0 : 1;
            (days.LatestIsExceeded, days.LatestAmount) = (true, 0);
        }
    }

    /// <summary>What comes after the calibration must not change it.</summary>
    private void EndCalibration(CustomerDays days)
    {
        Commit(days, ref days.Calibration);
        days.InHoldout = true;
    }

    /// <summary>The latest purchase counts once no refund can undo it.</summary>
    private void Commit(CustomerDays days, ref CustomerPart part)
    {
        if (!days.HasLatest)
        {
            return;
        }

        if (part.Count == 0)
        {
            (part.First, part.FirstAmount) = (days.Latest, days.LatestAmount);
        }

        if (part.Count > 0 || days.InHoldout)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(repeats, days.Latest, out _)++;
        }

        part.Count++;
        part.Last = days.LatestEnd;
        part.Amount = Sum(part.Amount, days.LatestAmount);
        days.HasLatest = false;
    }

    /// <summary>What is kept of a customer: both parts, the latest purchase, which may still be refunded, and the day or opportunity being read.</summary>
    private sealed class CustomerDays
    {
        // Fields, so that they are changed in place: one object a customer is one place in memory a row.
        internal CustomerPart Calibration, Holdout;

        internal bool InHoldout { get; set; }

        internal bool HasRows { get; set; }

        /// <summary>Whether there is a row up to the end of observation.</summary>
        internal bool IsObserved { get; set; }

        internal LocalDate Day { get; set; }

        internal bool HasBought { get; set; }

        /// <summary>The first day of the purchase being read, and below the last.</summary>
        internal LocalDate Begun { get; set; }

        internal LocalDate Bought { get; set; }

        internal int DayRefunds { get; set; }

        internal decimal DayAmount { get; set; }

        internal bool HasLatest { get; set; }

        internal bool LatestIsExceeded { get; set; }

        internal LocalDate Latest { get; set; }

        internal LocalDate LatestEnd { get; set; }

        internal decimal LatestAmount { get; set; }

        /// <summary>Rows of the holdout.</summary>
        internal long OfHoldout { get; set; }
    }

    /// <summary>The purchases of a customer in one part of the observation.</summary>
    private struct CustomerPart
    {
        internal int Count { get; set; }

        internal LocalDate First { get; set; }

        internal decimal FirstAmount { get; set; }

        internal LocalDate Last { get; set; }

        internal decimal Amount { get; set; }
    }
}
