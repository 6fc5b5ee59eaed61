using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Reads carts from an event log and finds which purchase closed which cart.</summary>
/// <remarks>
/// The attribution is sequential: a key has one cart at a time. A creation opens a cart unless one is open; what is put into an open cart belongs to it.
/// A purchase closes the open cart of its key when it comes within the time window, its end included.
/// A cart that is open for longer is abandoned, and the next creation opens another one. The window begins with the creation, and anew with each
/// <see cref="CartEventKind.Updated"/>. A cart that was emptied is closed and counted apart.
/// Events of the same instant are read in the order creation, update, checkout, purchase, emptying.
/// </remarks>
public static class CartEvents
{
    /// <summary>Lists the carts, or the checkouts, of an event log and how each of them ended.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a cart, session or customer.</typeparam>
    /// <param name="events">The key, the kind and the time of each event, in any order.</param>
    /// <param name="window">The time from the creation, or from the last update, within which a purchase counts; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is in the log, and no event is later.</param>
    /// <param name="opening">What is followed: carts created, or checkouts started.</param>
    /// <returns>One row per cart and per purchase without one, in the order in which the keys were first seen and then by time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An event has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not greater than zero, an event is later than <paramref name="asOf"/> (the message names
    /// its position), the kind of an event is not a named value, or <paramref name="opening"/> is neither a creation nor a checkout.</exception>
    public static IReadOnlyList<CartOutcome<TKey>> Classify<TKey>(
        IEnumerable<(TKey Key, CartEventKind Kind, Instant Time)> events,
        Duration window,
        Instant asOf,
        CartEventKind opening = CartEventKind.Created)
        where TKey : notnull
    {
        Guard.NotNull(events);
        if (window <= Duration.Zero)
        {
            throw Guard.Outside(nameof(window), "must be greater than zero", window);
        }

        if (opening is not (CartEventKind.Created or CartEventKind.Checkout))
        {
            throw Guard.Outside(nameof(opening), "must be a creation or a checkout", opening);
        }

        List<CartOutcome<TKey>> outcomes = [];
        Instant? opened = null;
        Instant touched = default;
        (int currentUnit, TKey? currentKey) = (-1, default);
        foreach ((int unit, Instant time, CartEventKind kind, TKey key) in Sorted(events, asOf))
        {
            if (opened is { } still && (unit != currentUnit || time - touched > window))
            {
                Close(currentKey!, still, CartState.Abandoned, touched);
            }

            (currentUnit, currentKey) = (unit, key);
            bool opens = kind == opening || (kind == CartEventKind.Updated && opening == CartEventKind.Created);
            touched = (opens && opened is null) || kind == CartEventKind.Updated ? time : touched;
            if (opens)
            {
                opened ??= time;
            }
            else if (kind == CartEventKind.Purchase && opened is { } open)
            {
                Close(key, open, CartState.Purchased, time);
            }
            else if (kind == CartEventKind.Emptied && opened is { } full)
            {
                Close(key, full, CartState.Emptied, time);
            }
            else if (kind == CartEventKind.Purchase)
            {
                outcomes.Add(new(key, time, CartState.PurchaseAlone));
            }
        }

        if (opened is { } last)
        {
            Close(currentKey!, last, CartState.Abandoned, touched);
        }

        return outcomes;

        void Close(TKey key, Instant time, CartState state, Instant lastActivity)
        {
            outcomes.Add(new(key, time, asOf - touched >= window ? state : CartState.Open) { LastActivity = lastActivity });
            opened = null;
        }
    }

    /// <summary>Counts how many rows ended in each state.</summary>
    internal static (long Purchased, long Abandoned, long Open, long PurchasesAlone, long Emptied) Count<TKey>(IReadOnlyList<CartOutcome<TKey>> outcomes)
        where TKey : notnull
    {
        Span<long> counts = stackalloc long[5];
        foreach (CartOutcome<TKey> outcome in outcomes)
        {
            counts[(int)outcome.State]++;
        }

        return (
            counts[(int)CartState.Purchased],
            counts[(int)CartState.Abandoned],
            counts[(int)CartState.Open],
            counts[(int)CartState.PurchaseAlone],
            counts[(int)CartState.Emptied]);
    }

    private static List<(int Unit, Instant Time, CartEventKind Kind, TKey Key)> Sorted<TKey>(
        IEnumerable<(TKey Key, CartEventKind Kind, Instant Time)> events,
        Instant asOf)
        where TKey : notnull
    {
        Dictionary<TKey, int> units = [];
        List<(int Unit, Instant Time, CartEventKind Kind, TKey Key)> log = [];
        foreach ((TKey key, CartEventKind kind, Instant time) in events)
        {
            if (time > asOf)
            {
                string rule = string.Create(CultureInfo.InvariantCulture, $"must not be later than the end of the data ({asOf})");
                throw Guard.OutsideAt(log.Count, nameof(events), rule, time);
            }

            ref int unit = ref CollectionsMarshal.GetValueRefOrAddDefault(units, LogKey.Known(key, log.Count, nameof(events)), out bool known);
            unit = known ? unit : units.Count - 1;
            log.Add((unit, time, Guard.Defined(kind, nameof(events)), key));
        }

        log.Sort(static (a, b) => (a.Unit, a.Time, a.Kind).CompareTo((b.Unit, b.Time, b.Kind)));
        return log;
    }
}
