using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The numbers of customers who stayed, left, joined and came back between the start and the end of a period.</summary>
/// <remarks>
/// <code>at end = retained + acquired + reactivated; lost = at start - retained</code> All figures are numbers of customers; <c>default</c> holds no data.
/// Counts at the start and the end alone cannot show this, because a customer who comes back hides one who left.
/// A customer who leaves and returns within the period counts as retained.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerFlow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CustomerFlow : ILocalizedFace, IJsonRecord<CustomerFlow>
{
    /// <summary>Creates the flow from its counts; none may be negative.</summary>
    /// <param name="atStart">The number of customers at the start.</param>
    /// <param name="retained">The number of customers of the start who are still there at the end; not more than <paramref name="atStart"/>.</param>
    /// <param name="acquired">The number of customers at the end who had never been customers before.</param>
    /// <param name="reactivated">The number of customers at the end who were not customers at the start but had been earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more customers were retained than there were.</exception>
    /// <exception cref="OverflowException">The customers at the end would exceed <see cref="long.MaxValue"/>.</exception>
    public CustomerFlow(long atStart, long retained, long acquired, long reactivated)
    {
        Retained = Guard.Part(retained, atStart);
        AtStart = atStart;
        Acquired = Guard.NotNegative(acquired);
        Reactivated = Guard.NotNegative(reactivated);
        AtEnd = Guard.Sum("customers at the end", retained, acquired, reactivated);
    }

    /// <summary>The number of customers at the start.</summary>
    public long AtStart { get; }

    /// <summary>The number of customers at the start who are still there at the end.</summary>
    public long Retained { get; }

    /// <summary>The number of customers at the end who had never been customers before.</summary>
    public long Acquired { get; }

    /// <summary>The number of customers at the end who were not customers at the start but had been earlier.</summary>
    public long Reactivated { get; }

    /// <summary>The number of customers at the start who are gone at the end.</summary>
    public long Lost => AtStart - Retained;

    /// <summary>The number of customers at the end.</summary>
    public long AtEnd { get; }

    /// <summary>Creates the flow between two lists of customers.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer; keys that differ in spelling are different customers.</typeparam>
    /// <param name="atStart">The customers at the start; a key that is listed twice counts once.</param>
    /// <param name="atEnd">The customers at the end; a key that is listed twice counts once.</param>
    /// <param name="earlier">Everybody who was ever a customer before the start; it tells returning customers from new ones.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key is <see langword="null"/>; the message names its position.</exception>
    public static CustomerFlow Between<TKey>(IEnumerable<TKey> atStart, IEnumerable<TKey> atEnd, IEnumerable<TKey> earlier)
        where TKey : notnull
    {
        HashSet<TKey> start = Distinct(atStart, nameof(atStart)), end = Distinct(atEnd, nameof(atEnd)), before = Distinct(earlier, nameof(earlier));
        long retained = 0, reactivated = 0;
        foreach (TKey customer in end)
        {
            if (start.Contains(customer))
            {
                retained++;
            }
            else if (before.Contains(customer))
            {
                reactivated++;
            }
        }

        return new(start.Count, retained, end.Count - retained - reactivated, reactivated);
    }

    /// <summary>Creates the flow of a period from subscriptions, contracts or memberships.</summary>
    /// <typeparam name="TSubscription">The type of a subscription.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer, who may have several subscriptions.</typeparam>
    /// <typeparam name="TTime">The type of the dates or times, such as <see cref="DateOnly"/>, <see cref="DateTime"/> or an instant: the
    /// same for all.</typeparam>
    /// <param name="subscriptions">All subscriptions, including those that ended before the period, in any order.</param>
    /// <param name="customer">Returns the customer of a subscription.</param>
    /// <param name="started">Returns the first day or time of the subscription.</param>
    /// <param name="ended">Returns the day or time from which on the subscription no longer holds; <see langword="null"/> when it still does.</param>
    /// <param name="start">The first day or time of the period.</param>
    /// <param name="end">The first day or time after the period.</param>
    /// <returns>
    /// The flow. Who starts on the first day of the period is acquired in it, and whose subscription ended by then was lost before it. Who leaves and comes
    /// back within the period, or changes from one subscription to another, is retained.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="subscriptions"/> or a function is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A subscription has no customer; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is not later than the start, or a subscription ended before it started; the message names its
    /// position.</exception>
    public static CustomerFlow FromSubscriptions<TSubscription, TKey, TTime>(
        IEnumerable<TSubscription> subscriptions,
        Func<TSubscription, TKey> customer,
        Func<TSubscription, TTime> started,
        Func<TSubscription, TTime?> ended,
        TTime start,
        TTime end)
        where TKey : notnull
        where TTime : struct, IComparable<TTime>
    {
        Guard.NotNull(subscriptions);
        Guard.NotNull(customer);
        Guard.NotNull(started);
        Guard.NotNull(ended);
        if (end.CompareTo(start) <= 0)
        {
            throw Guard.Outside(nameof(end), string.Create(CultureInfo.InvariantCulture, $"must be later than start ({start})"), end);
        }

        HashSet<TKey> before = [], atStart = [], atEnd = [];
        long position = 0;
        foreach (TSubscription subscription in subscriptions)
        {
            TKey key = LogKey.Known(customer(subscription), position, nameof(subscriptions), "a customer");
            (TTime first, TTime? last) = (started(subscription), ended(subscription));
            if (last?.CompareTo(first) < 0)
            {
                string rule = string.Create(CultureInfo.InvariantCulture, $"must not end before they start ({first})");
                throw Guard.OutsideAt(position, nameof(subscriptions), rule, last);
            }

            Add(before, first.CompareTo(start) < 0);
            Add(atStart, first.CompareTo(start) < 0 && !(last?.CompareTo(start) <= 0));
            Add(atEnd, first.CompareTo(end) < 0 && !(last?.CompareTo(end) <= 0));
            position++;

            void Add(HashSet<TKey> customers, bool belongs)
            {
                if (belongs)
                {
                    customers.Add(key);
                }
            }
        }

        return Between(atStart, atEnd, before);
    }

    /// <summary>Calculates the churn rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The customers lost over the customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Churn ToChurn(CalendarUnit? period = null) => new(Lost, AtStart, period);

    /// <summary>Calculates the retention rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The customers retained over the customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Retention ToRetention(CalendarUnit? period = null) => new(Retained, AtStart, period);

    /// <summary>Adds the flow of other customers in the same period.</summary>
    /// <param name="other">The flow of other customers, such as those of another country; not of the same customers in another period.</param>
    /// <returns>The flow of all customers.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public CustomerFlow Combine(CustomerFlow other) =>
        new(
            Guard.Add(AtStart, other.AtStart),
            Guard.Add(Retained, other.Retained),
            Guard.Add(Acquired, other.Acquired),
            Guard.Add(Reactivated, other.Reactivated));

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>200 - 20 lost + 35 new + 5 back = 220</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AtStart} - {Lost} lost + {Acquired} new + {Reactivated} back = {AtEnd}");

    private static HashSet<TKey> Distinct<TKey>(IEnumerable<TKey> customers, string name)
        where TKey : notnull
    {
        HashSet<TKey> distinct = [];
        long position = 0;
        foreach (TKey customer in Guard.NotNull(customers, name))
        {
            distinct.Add(LogKey.Known(customer, position++, name));
        }

        return distinct;
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.CustomerFlowCaption)
            .Fact(words.AtTheStartLabel, words.Count(AtStart))
            .Fact(words.LostLabel, words.Count(Lost))
            .Fact(words.AcquiredLabel, words.Count(Acquired))
            .Fact(words.BackAgainLabel, words.Count(Reactivated))
            .Fact(words.AtTheEndLabel, words.Count(AtEnd))
            .ToHtml();
    }

    static CustomerFlow IJsonRecord<CustomerFlow>.Json(JsonMembers<CustomerFlow> json) => new(
        json.Value(nameof(AtStart), x => x.AtStart),
        json.Value(nameof(Retained), x => x.Retained),
        json.Value(nameof(Acquired), x => x.Acquired),
        json.Value(nameof(Reactivated), x => x.Reactivated));
}
