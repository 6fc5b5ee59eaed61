using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The contacts of customers over a period, ordered so that it can be seen who came back and when.</summary>
/// <remarks>
/// Contacts belong together when their keys are equal. The key is the customer, or a tuple of customer and issue. The log can hold only contacts of identified
/// customers; one without a customer would look resolved because nothing can follow it.
/// Building the log takes a sort; each question then reads it once.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ContactLog
{
    // By key, then instant.
    private readonly Entry[] entries;

    private ContactLog(Entry[] entries, Instant start, Instant end)
    {
        this.entries = entries;
        Start = start;
        End = end;
    }

    /// <summary>The instant from which on the log contains every contact.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant Start { get; }

    /// <summary>The instant up to which the log contains every contact.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant End { get; }

    /// <summary>The number of contacts, including those that are not judged.</summary>
    public int Count => entries.Length;

    /// <summary>Creates the log from the contacts of a period.</summary>
    /// <typeparam name="TContact">The type of a contact.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer, or a customer and an issue.</typeparam>
    /// <param name="contacts">The contacts of identified customers, in any order.</param>
    /// <param name="key">Returns the customer, or a tuple of customer and issue; the result must not be <see langword="null"/>.</param>
    /// <param name="at">Returns when the contact began.</param>
    /// <param name="start">The instant from which on the contacts are complete.</param>
    /// <param name="end">The instant up to which the contacts are complete; usually when they were extracted, not the last contact.</param>
    /// <param name="judged">Returns whether a contact is to be judged: <see langword="false"/>, for example, for one that nobody answered but which still shows
    /// that the customer came back. When omitted, all contacts are judged.</param>
    /// <returns>The log.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/>, <paramref name="key"/> or <paramref name="at"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A contact has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>, or a contact lies outside them; the message
    /// names its position.</exception>
    public static ContactLog FromContacts<TContact, TKey>(
        IEnumerable<TContact> contacts,
        Func<TContact, TKey> key,
        Func<TContact, Instant> at,
        Instant start,
        Instant end,
        Func<TContact, bool>? judged = null)
        where TKey : notnull
    {
        Guard.NotNull(contacts);
        Guard.NotNull(key);
        Guard.NotNull(at);
        if (end < start)
        {
            throw Guard.Outside(nameof(end), string.Create(CultureInfo.InvariantCulture, $"must not lie before start ({start})"), end);
        }

        Dictionary<TKey, int> keys = [];
        List<Entry> read = [];
        foreach (TContact contact in contacts)
        {
            int position = read.Count;
            TKey known = LogKey.Known(key(contact), position, nameof(contacts));
            Instant instant = at(contact);
            if (instant < start || instant > end)
            {
                throw Guard.OutsideAt(position, nameof(contacts), string.Create(CultureInfo.InvariantCulture, $"must lie between {start} and {end}"), instant);
            }

            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(keys, known, out bool seen);
            id = seen ? id : keys.Count;
            read.Add(new(id, instant, position, judged?.Invoke(contact) ?? true));
        }

        read.Sort();
        return new([.. read], start, end);
    }

    /// <summary>Creates the log from the contacts of a period, whose times say their own distance from UTC.</summary>
    /// <inheritdoc
    /// cref="FromContacts{TContact, TKey}(IEnumerable{TContact}, Func{TContact, TKey}, Func{TContact, Instant}, Instant, Instant, Func{TContact, bool})"/>
    [OverloadResolutionPriority(-1)]
    public static ContactLog FromContacts<TContact, TKey>(
        IEnumerable<TContact> contacts,
        Func<TContact, TKey> key,
        Func<TContact, DateTimeOffset> at,
        DateTimeOffset start,
        DateTimeOffset end,
        Func<TContact, bool>? judged = null)
        where TKey : notnull
    {
        Guard.NotNull(at);
        return FromContacts(contacts, key, contact => Dates.From(at(contact)), Dates.From(start), Dates.From(end), judged);
    }

    /// <summary>
    /// Creates the log from the contacts of a period, whose times are in UTC or local by their kind; <see cref="Dates.FromUtc(DateTime)"/> reads one without a
    /// kind.
    /// </summary>
    /// <inheritdoc
    /// cref="FromContacts{TContact, TKey}(IEnumerable{TContact}, Func{TContact, TKey}, Func{TContact, Instant}, Instant, Instant, Func{TContact, bool})"/>
    [OverloadResolutionPriority(-1)]
    public static ContactLog FromContacts<TContact, TKey>(
        IEnumerable<TContact> contacts,
        Func<TContact, TKey> key,
        Func<TContact, DateTime> at,
        DateTimeOffset start,
        DateTimeOffset end,
        Func<TContact, bool>? judged = null)
        where TKey : notnull
    {
        Guard.NotNull(at);
        long position = 0;
        return FromContacts(
            contacts, key, contact => Dates.From(at(contact), position++, nameof(contacts)), Dates.From(start), Dates.From(end), judged);
    }

    /// <summary>Lists what became of each contact, to be read together with the contacts: by agent, by channel or by topic.</summary>
    /// <param name="window">The time window, and which contacts are judged.</param>
    /// <returns>One outcome per contact, in the order in which the contacts were given.</returns>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public IReadOnlyList<RepeatOutcome> Outcomes(RepeatWindow window)
    {
        Duration length = window.Stated(nameof(window)).Length;
        RepeatOutcome[] outcomes = new RepeatOutcome[entries.Length];
        int before = 0;
        for (int first = 0, next; first < entries.Length; before = first, first = next)
        {
            // Contacts of one customer at one instant do not follow each other: they share what comes before and after.
            Entry contact = entries[first];
            for (next = first + 1; next < entries.Length && entries[next].CompareTime(contact) == 0; next++)
            {
            }

            bool followed = next < entries.Length && entries[next].Key == contact.Key && entries[next].At - contact.At <= length;
            bool follows = first > 0 && entries[before].Key == contact.Key && contact.At - entries[before].At <= length;
            RepeatOutcome outcome = Judge(contact.At, follows, followed, window);
            for (int i = first; i < next; i++)
            {
                outcomes[entries[i].Position] = entries[i].Judged ? outcome : RepeatOutcome.NotJudged;
            }
        }

        return outcomes;
    }

    /// <summary>The period and the size as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} contacts between {Start} and {End}");

    /// <summary>Counts how often a further contact came within the window, and how many contacts cannot be judged yet.</summary>
    internal (ShareTally Repeats, long Pending) Tally(RepeatWindow window)
    {
        long repeats = 0, quiet = 0, pending = 0;
        foreach (RepeatOutcome outcome in Outcomes(window))
        {
            repeats += outcome == RepeatOutcome.Repeat ? 1 : 0;
            quiet += outcome == RepeatOutcome.NoRepeat ? 1 : 0;
            pending += outcome == RepeatOutcome.Pending ? 1 : 0;
        }

        return (new(repeats, repeats + quiet), pending);
    }

    private RepeatOutcome Judge(Instant at, bool follows, bool followed, RepeatWindow window)
    {
        bool starts = window.Scope == ContactScope.IssueStarts;
        if (starts && follows)
        {
            return RepeatOutcome.FollowUp;
        }

        // A repeat seen before the window has elapsed does not count either: among such contacts only failures could be seen.
        return End - at < window.Length || (starts && at - Start < window.Length) ? RepeatOutcome.Pending
            : followed ? RepeatOutcome.Repeat
            : RepeatOutcome.NoRepeat;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Key, Instant At, int Position, bool Judged) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => CompareTime(other) is var order and not 0 ? order : Position.CompareTo(other.Position);

        internal int CompareTime(Entry other) => Key.CompareTo(other.Key) is var order and not 0 ? order : At.CompareTo(other.At);
    }
}
