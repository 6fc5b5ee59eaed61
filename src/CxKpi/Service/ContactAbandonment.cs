using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Contact abandonment: the share of contacts offered to agents whose customer gave up in the queue.</summary>
/// <remarks>
/// <code>abandonment = (abandoned - short abandons) / (offered - short abandons)</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Short abandons (misdialled numbers, changed minds) are left out of both sides when a threshold for them is given. Without one every abandon counts.
/// It can be created from counts, queued contacts, or a <see cref="QueueTally"/>.
/// Records with different thresholds for short abandons neither combine nor compare.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012.
/// In French it is the taux d'abandon. Abandons are one part of the lost calls (appels perdus), which also include those that found no line.
/// <para>Pitfalls: subtracting short abandons from the numerator but not from the denominator; counting customers who hang up in the voice menu, before any
/// queue, as abandoned; counting a promised call-back as abandoned (Amazon Connect does not).</para>
/// <para>Other conventions: abandoned / queued, including short ones (Amazon Connect);
/// abandoned / (handled + abandoned) without menu and short abandons (Google Contact Center AI).</para>
/// <example>60 of 1060 contacts are abandoned: 5.7 %. Without the 10 that gave up within 5 s they are 50 of 1050: 4.8 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContactAbandonment>))]
[TypeFormatterSource(typeof(KpiFormatters<ContactAbandonment>))]
public readonly record struct ContactAbandonment : IKpi<ContactAbandonment>, IJsonRecord<ContactAbandonment>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="abandoned">The number of contacts that gave up in the queue, short ones included;
    /// not negative, not more than <paramref name="offered"/>.</param>
    /// <param name="offered">The number of contacts answered or abandoned, short abandons included; not negative.</param>
    /// <param name="shortAbandons">The number of abandons after a wait of at most <paramref name="shortUpTo"/>; not more than
    /// <paramref name="abandoned"/>.</param>
    /// <param name="shortUpTo">The longest wait of a short abandon; <see langword="null"/> when short abandons are not distinguished.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or the threshold is negative, a part is larger than its whole, or there are short abandons without
    /// a threshold.</exception>
    public ContactAbandonment(long abandoned, long offered, long shortAbandons = 0, Duration? shortUpTo = null)
        : this(Evident(abandoned, offered, shortAbandons), Threshold(shortAbandons, shortUpTo), shortAbandons)
    {
    }

    /// <inheritdoc cref="ContactAbandonment(long, long, long, Duration?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ContactAbandonment(long abandoned, long offered)
        : this(abandoned, offered, 0, null)
    {
    }

    private ContactAbandonment(ShareTally evidence, Duration? shortUpTo, long shortAbandons)
    {
        Evidence = evidence;
        ShortUpTo = shortUpTo;
        ShortAbandons = shortAbandons;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Contact abandonment rate",
        "Contact abandonment",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "(abandoned - short abandons) / (offered - short abandons)",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The number of contacts that gave up in the queue, short ones included.</summary>
    public long Abandoned => Evidence.Count + ShortAbandons;

    /// <summary>The number of contacts answered or abandoned, short abandons included.</summary>
    public long Offered => Evidence.N + ShortAbandons;

    /// <summary>The number of abandons within the threshold, which are left out of both sides of the rate.</summary>
    public long ShortAbandons { get; }

    /// <summary>The longest wait of a short abandon, itself included; <see langword="null"/> when short abandons are not distinguished.</summary>
    public Duration? ShortUpTo { get; }

    /// <summary>The counts without short abandons, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.ShortAbandon, ShortAbandons));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.ShortAbandons(ShortUpTo));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from a queue's counts, by their threshold for short abandons.</summary>
    /// <param name="queue">The counts; contacts that flowed out are neither answered nor abandoned.</param>
    /// <returns>The rate.</returns>
    public static ContactAbandonment FromTally(QueueTally queue) =>
        new(queue.Abandoned, queue.Offered, queue.ShortAbandons, queue.Thresholds.ShortUpTo);

    /// <summary>Creates the rate from a queue's log.</summary>
    /// <param name="contacts">The contacts; those that flowed out are left out of the base.</param>
    /// <param name="shortUpTo">The longest wait of a short abandon; <see langword="null"/> to count every abandon.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative.</exception>
    public static ContactAbandonment FromContacts(ReadOnlySpan<QueuedContact> contacts, Duration? shortUpTo = null) =>
        FromTally(QueueTally.FromContacts(contacts, AnyWait(shortUpTo)));

    /// <inheritdoc cref="FromContacts(ReadOnlySpan{QueuedContact}, Nullable{Duration})"/>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static ContactAbandonment FromContacts(QueuedContact[] contacts, Duration? shortUpTo = null) =>
        FromContacts(new ReadOnlySpan<QueuedContact>(Guard.NotNull(contacts)), shortUpTo);

    /// <summary>Creates the rate from a queue's log.</summary>
    /// <param name="contacts">The contacts; those that flowed out are left out of the base.</param>
    /// <param name="shortUpTo">The longest wait of a short abandon; <see langword="null"/> to count every abandon.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative.</exception>
    public static ContactAbandonment FromContacts(IEnumerable<QueuedContact> contacts, Duration? shortUpTo = null) =>
        FromTally(QueueTally.FromContacts(contacts, AnyWait(shortUpTo)));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ContactAbandonment baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ContactAbandonment Combine(ContactAbandonment other) => new(
        Evidence.Combine(other.Evidence),
        Shared(other),
        Guard.Add(ShortAbandons, other.ShortAbandons));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private Duration? Shared(ContactAbandonment other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, ShortUpTo, other, other.ShortUpTo, "threshold for short abandons", name);

    private static ShareTally Evident(long abandoned, long offered, long shortAbandons)
    {
        Guard.Part(abandoned, offered);
        Guard.Part(shortAbandons, abandoned);
        return new(abandoned - shortAbandons, offered - shortAbandons);
    }

    private static Duration? Threshold(long shortAbandons, Duration? shortUpTo) => shortUpTo switch
    {
        { } threshold => Guard.NotNegative(threshold, nameof(shortUpTo)),
        null when shortAbandons == 0 => null,
        null => throw Guard.Outside(nameof(shortAbandons), "must be zero when no threshold for them is stated", shortAbandons),
    };

    // The rate does not depend on which wait is in time, but a tally must state one.
    private static QueueThresholds AnyWait(Duration? shortUpTo) => new(Duration.Zero, shortUpTo);

    static ContactAbandonment IJsonRecord<ContactAbandonment>.Json(JsonMembers<ContactAbandonment> json) => new(
        json.Value(nameof(Abandoned), x => x.Abandoned),
        json.Value(nameof(Offered), x => x.Offered),
        json.Value(nameof(ShortAbandons), x => x.ShortAbandons),
        json.Optional(nameof(ShortUpTo), x => x.ShortUpTo));
}
