using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Reads tables of subscriptions.</summary>
public static class SubscriptionLedger
{
    private const string Refund = "a credit or a refund is no recurring revenue: leave it out, or enter what the customer pays";

    /// <summary>Reads a table of subscriptions, and adds up those of each customer.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="rows">All subscriptions, including those that ended long ago, in any order. Without the old ones a customer who comes back would be
    /// new.</param>
    /// <param name="rules">How the rows are read; the usual rules when it is left out.</param>
    /// <param name="rates">
    /// Returns what one unit of a currency was worth in <see cref="SubscriptionRules.Currency"/> on a day, greater than zero; <see langword="null"/> when all
    /// amounts have one currency. It is asked for the currency date of each paid row in another currency, and never for a later day. A row that begins while
    /// the customer has another in the same currency, or within the longest gap after it, keeps the rate at which that was first paid unless it states a
    /// currency date of its own: a change of plan or a renewal row does not move with the rates, and they neither expand nor contract the revenue.
    /// </param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A row is <see langword="null"/>, or is paid in a currency that is not that of the others and cannot be converted; the message names
    /// its position. Rates are given without a currency into which to convert, or the other way round. A row that is left out, or whose amount is 0, may have
    /// any currency or none.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or more than 1e20 a month, a subscription ends before it starts, or a rate is not
    /// greater than zero; the message names the position.</exception>
    public static SubscriptionLedger<TKey> Of<TKey>(
        IEnumerable<Subscription<TKey>> rows,
        SubscriptionRules rules = default,
        Func<string, LocalDate, decimal>? rates = null)
        where TKey : notnull
    {
        Guard.NotNull(rows);
        if (rates is null != rules.Currency is null)
        {
            throw new ArgumentException($"{nameof(rates)} must be given together with the currency of the rules, into which they convert", nameof(rates));
        }

        Dictionary<TKey, (Subscription<TKey> First, List<SubscriptionRow<TKey>> Rows)> customers = [];
        SubscriptionCurrency currency = new(rules.Currency);
        long position = 0, trials = 0, withoutADay = 0;
        foreach (Subscription<TKey> row in rows)
        {
            Check(row, position, nameof(rows));
            LocalDate? until = Until(row, rules.End);
            if (row.IsTrial && !rules.TrialsAreCustomers)
            {
                trials++;
            }
            else if (until <= row.Start)
            {
                withoutADay++;
            }
            else
            {
                ref (Subscription<TKey> First, List<SubscriptionRow<TKey>> Rows) customer =
                    ref CollectionsMarshal.GetValueRefOrAddDefault(customers, row.Customer, out bool known);
                customer = known ? (Earlier(customer.First, row), customer.Rows) : (row, []);
                customer.Rows.Add(new(row, until, position));
                currency.See(row.Currency, row.Amount > 0, position, nameof(rows));
            }

            position++;
        }

        return new(
            rules,
            currency.Shared,
            [.. customers.Values.Select(customer => new SubscriptionAccount<TKey>(customer.First, Runs(customer.Rows, rules, rates), rules.LongestGap))],
            LeftOutCount.Of((LeftOutKind.Trial, trials), (LeftOutKind.WithoutADay, withoutADay)));
    }

    private static void Check<TKey>(Subscription<TKey> row, long position, string rows)
        where TKey : notnull
    {
        LogKey.Known(row, position, rows, "a subscription");
        Guard.NotNegativeAt(row.Amount, position, rows, ", amount", Refund);
        if (row.Amount > SubscriptionRun.Most(row.Per))
        {
            throw Guard.OutsideAt(position, rows, "must not bring more than 1e20 a month", row.Amount, ", amount");
        }

        if (row.End < row.Start)
        {
            throw Guard.OutsideAt(position, rows, string.Create(CultureInfo.InvariantCulture, $"must not end before they start ({row.Start})"), row.End);
        }
    }

    private static IEnumerable<SubscriptionRun> Runs<TKey>(
        List<SubscriptionRow<TKey>> rows,
        SubscriptionRules rules,
        Func<string, LocalDate, decimal>? rates)
        where TKey : notnull => rates is null
            ? rows.Select(row => row.At(1))
            : rows.GroupBy(row => row.Row.Currency, StringComparer.Ordinal).SelectMany(same =>
                string.Equals(same.Key, rules.Currency, StringComparison.Ordinal)
                    ? same.Select(row => row.At(1))
                    : Converted(same, rules.LongestGap, rates));

    /// <summary>The runs of a customer in one currency: who goes on keeps the rate, so that a change of plan is not one of the rates.</summary>
    private static IEnumerable<SubscriptionRun> Converted<TKey>(
        IEnumerable<SubscriptionRow<TKey>> rows,
        int longestGap,
        Func<string, LocalDate, decimal> rates)
        where TKey : notnull
    {
        LocalDate? paid = null;
        LocalDate end = LocalDate.MinIsoValue;
        foreach (SubscriptionRow<TKey> row in rows.OrderBy(row => row.Row.Start).ThenBy(row => row.Row.CurrencyDate ?? row.Row.Start))
        {
            bool goesOn = end > LocalDate.MinIsoValue && PeriodCount.Days(end, row.Row.Start) <= longestGap;
            paid = goesOn ? paid : null;
            end = LocalDate.Max(end, row.Until ?? LocalDate.MaxIsoValue);
            if (row.Row.Amount == 0)
            {
                // Nothing is worth nothing at any rate, and is no payment whose rate could be kept.
                yield return row.At(1);
                continue;
            }

            LocalDate day = row.Row.CurrencyDate ?? paid ?? row.Row.Start;
            paid = day;
            decimal rate = rates(row.Row.Currency!, day);
            SubscriptionRun run = row.At(1);
            yield return rate <= 0 ? throw Guard.OutsideAt(row.Position, nameof(rates), "must return rates greater than zero", rate)
                : rate > SubscriptionRun.MostIn28Years / run.Amount
                    ? throw Guard.OutsideAt(row.Position, nameof(rates), "must not convert a row into more than 1e20 a month", rate)
                    : row.At(rate);
        }
    }

    // An end on the last day that there is mostly stands for none.
    private static LocalDate? Until<TKey>(Subscription<TKey> row, SubscriptionEnd rule)
        where TKey : notnull => row.End is not { } end || end == LocalDate.MaxIsoValue ? null : rule switch
        {
            SubscriptionEnd.FirstDayGone => end,
            SubscriptionEnd.LastPaidDay => end.PlusDays(1),
        };

    // Of rows that begin together one is taken whatever their order: the larger amount, and then the first plan and the earliest end.
    private static Subscription<TKey> Earlier<TKey>(Subscription<TKey> one, Subscription<TKey> other)
        where TKey : notnull
    {
        int order = one.Start.CompareTo(other.Start);
        order = order != 0 ? order : SubscriptionRun.In28Years(other.Amount, other.Per).CompareTo(SubscriptionRun.In28Years(one.Amount, one.Per));
        order = order != 0 ? order : string.CompareOrdinal(one.Plan, other.Plan);
        order = order != 0 ? order : (one.End ?? LocalDate.MaxIsoValue).CompareTo(other.End ?? LocalDate.MaxIsoValue);
        return order <= 0 ? one : other;
    }
}
