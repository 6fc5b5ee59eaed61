using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>How long a customer was seen: from when on, until when, and whether the customer left then or is still there.</summary>
/// <remarks>
/// <code>at risk at t: entry &lt; t &lt;= exit</code>
/// Times count from the customer's own beginning, such as the first day of the subscription, in any unit, and are not negative. An entry of 0 means that the
/// customer was watched from the beginning; a later entry, that nothing would be known of the customer had they left before (left truncation).
/// <c>default</c> is a customer who was there at time 0 and is not known any further; it holds no data because its count is 0.
/// <para>The same record serves every wait: until the second order, the first complaint or the upgrade. What "ended" means is for the caller to say.</para>
/// <para>Pitfalls: leaving out those who are still there, or taking their time so far for the whole of it: both make customers leave too early; giving
/// customers who were there before the watch began an entry of 0, which counts the years in which they could not be seen leaving.</para>
/// <example>A customer since day 400 of their own time, who left on day 430: <c>new Tenure(430, hasEnded: true, entry: 400)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Tenure>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Tenure : IJsonRecord<Tenure>
{
    /// <summary>Creates the record of one customer, or of several with the same times.</summary>
    /// <param name="exit">When the customer left or was last seen; not negative, and later than an entry above 0.</param>
    /// <param name="hasEnded"><see langword="true"/> when the customer left at <paramref name="exit"/>, <see langword="false"/> when they were still
    /// there.</param>
    /// <param name="entry">From when on the customer was watched; 0 for the beginning, not negative.</param>
    /// <param name="count">How many customers have these times; greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, the exit does not lie after the entry, or the count is not greater than
    /// zero.</exception>
    public Tenure(double exit, bool hasEnded, double entry = 0, long count = 1)
    {
        Exit = Guard.NotNegative(Guard.Finite(exit), nameof(exit));
        HasEnded = hasEnded;

        // 0 and -0 are one time.
        Entry = Guard.NotNegative(Guard.Finite(entry), nameof(entry)) + 0.0;
        Count = Guard.Positive(count);
        if (Entry > 0 && exit <= Entry)
        {
            throw Guard.Outside(nameof(exit), string.Create(CultureInfo.InvariantCulture, $"must lie after entry ({entry})"), exit);
        }
    }

    /// <summary>From when on the customer was watched; 0 for the beginning.</summary>
    public double Entry { get; }

    /// <summary>When the customer left or was last seen.</summary>
    public double Exit { get; }

    /// <summary>Whether the customer left at <see cref="Exit"/>; otherwise they were still there.</summary>
    public bool HasEnded { get; }

    /// <summary>How many customers have these times.</summary>
    public long Count { get; }

    /// <summary>The days of a subscription that can be seen through a window of days.</summary>
    /// <param name="start">The first day of the subscription.</param>
    /// <param name="end">The first day on which the customer is none any more; <see langword="null"/> for one who is still there.</param>
    /// <param name="windowStart">The first day on which customers were watched.</param>
    /// <param name="windowEnd">The first day on which they were not any more, such as tomorrow.</param>
    /// <returns>
    /// The tenure in days; <see langword="null"/> when the window does not see the subscription: it ended by the first day, or began after the last. A customer
    /// from before the window enters late. Who left before the window must not be added back: others like them are not in the data at all.
    /// </returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window has no day, or the subscription ends before it starts.</exception>
    public static Tenure? FromSubscription(LocalDate start, LocalDate? end, LocalDate windowStart, LocalDate windowEnd)
    {
        CalendarGuard.Iso(start);
        CalendarGuard.Iso(windowStart);
        if (CalendarGuard.Iso(windowEnd) <= windowStart)
        {
            throw Guard.Outside(nameof(windowEnd), string.Create(CultureInfo.InvariantCulture, $"must be later than windowStart ({windowStart})"), windowEnd);
        }

        if (IsReversed(start, end))
        {
            throw Guard.Outside(nameof(end), EndRule(start), end);
        }

        if (start >= windowEnd || (start < windowStart && end <= windowStart))
        {
            return null;
        }

        bool hasEnded = end <= windowEnd;
        return new(PeriodCount.Days(start, hasEnded ? end!.Value : windowEnd), hasEnded, Math.Max(0, PeriodCount.Days(start, windowStart)));
    }

    /// <inheritdoc cref="FromSubscription(LocalDate, LocalDate?, LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public static Tenure? FromSubscription(DateOnly start, DateOnly? end, DateOnly windowStart, DateOnly windowEnd) =>
        FromSubscription(LocalDate.FromDateOnly(start), Dated(end), LocalDate.FromDateOnly(windowStart), LocalDate.FromDateOnly(windowEnd));

    /// <summary>The days of many subscriptions that can be seen through a window of days.</summary>
    /// <remarks>A row is a customer here. Where a customer can have several, as after a change of plan, take <c>Tenures</c> of a subscription
    /// ledger.</remarks>
    /// <typeparam name="T">The type of a subscription.</typeparam>
    /// <param name="subscriptions">The subscriptions, in any order.</param>
    /// <param name="start">The first day of a subscription.</param>
    /// <param name="end">The first day on which the customer is none any more; <see langword="null"/> for one who is still there.</param>
    /// <param name="windowStart">The first day on which customers were watched.</param>
    /// <param name="windowEnd">The first day on which they were not any more.</param>
    /// <returns>The tenures in days of the subscriptions that the window sees, as
    /// <see cref="FromSubscription(LocalDate, LocalDate?, LocalDate, LocalDate)"/> tells.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window has no day, or a subscription ends before it starts; the message names its
    /// position.</exception>
    public static IEnumerable<Tenure> FromSubscriptions<T>(
        IEnumerable<T> subscriptions,
        Func<T, LocalDate> start,
        Func<T, LocalDate?> end,
        LocalDate windowStart,
        LocalDate windowEnd)
    {
        Guard.NotNull(subscriptions);
        Guard.NotNull(start);
        Guard.NotNull(end);
        List<Tenure> tenures = [];
        long position = 0;
        foreach (T subscription in subscriptions)
        {
            (LocalDate first, LocalDate? last) = (start(subscription), end(subscription));
            if (IsReversed(first, last))
            {
                throw Guard.OutsideAt(position, nameof(subscriptions), EndRule(first), last, ", end");
            }

            if (FromSubscription(first, last, windowStart, windowEnd) is { } tenure)
            {
                tenures.Add(tenure);
            }

            position++;
        }

        return tenures;
    }

    /// <inheritdoc cref="FromSubscriptions{T}(IEnumerable{T}, Func{T, LocalDate}, Func{T, LocalDate?}, LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public static IEnumerable<Tenure> FromSubscriptions<T>(
        IEnumerable<T> subscriptions,
        Func<T, DateOnly> start,
        Func<T, DateOnly?> end,
        DateOnly windowStart,
        DateOnly windowEnd)
    {
        Guard.NotNull(start);
        Guard.NotNull(end);
        return FromSubscriptions(
            subscriptions,
            row => LocalDate.FromDateOnly(start(row)),
            row => Dated(end(row)),
            LocalDate.FromDateOnly(windowStart),
            LocalDate.FromDateOnly(windowEnd));
    }

    /// <summary>The times as invariant text.</summary>
    /// <returns>Text for display, such as <c>400 to 430, ended</c> or <c>0 to 90, open (12)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Entry} to {Exit}, {(HasEnded ? "ended" : "open")}{(Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Count})"))}");

    private static LocalDate? Dated(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;

    private static bool IsReversed(LocalDate start, LocalDate? end) =>
        end is { } last && CalendarGuard.Iso(last, nameof(end)) < CalendarGuard.Iso(start, nameof(start));

    private static string EndRule(LocalDate start) => string.Create(CultureInfo.InvariantCulture, $"must not lie before start ({start})");

    static Tenure IJsonRecord<Tenure>.Json(JsonMembers<Tenure> json)
    {
        double exit = json.Value(nameof(Exit), x => x.Exit);
        bool hasEnded = json.Value(nameof(HasEnded), x => x.HasEnded);
        double entry = json.Value(nameof(Entry), x => x.Entry);
        long count = json.Value(nameof(Count), x => x.Count);
        return (exit, hasEnded, entry, count) == default ? default : new(exit, hasEnded, entry, count);
    }
}
