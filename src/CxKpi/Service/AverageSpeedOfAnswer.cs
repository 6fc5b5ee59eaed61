using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Average speed of answer (ASA): how long answered contacts waited in the queue on average.</summary>
/// <remarks>
/// <code>ASA = total wait of answered contacts / contacts answered</code> The value is in seconds and is also given as a <see cref="Duration"/>;
/// <c>default</c> holds no data.
/// The wait runs from entering the queue. Contacts answered at once count with a wait of zero.
/// It can be created from totals, queued contacts, waits, or a <see cref="DurationTally"/>.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012.
/// <para>Pitfalls: averaging the averages of hours or teams (combine the records instead); leaving out the zero waits; dividing by all contacts.
/// Customers who gave up are not counted, so the figure may improve while service worsens: read it together with abandonment. It also hides long waits;
/// a service level or a percentile shows what an average does not.</para>
/// <example>Waits of 30, 15, 45, 60 and 10 seconds: 32 s. Three teams with 300, 500 and 200 contacts that waited 9000, 20 000 and 5000 s in total:
/// 34 s, and not the average of their averages, 31.67 s.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AverageSpeedOfAnswer>))]
[TypeFormatterSource(typeof(KpiFormatters<AverageSpeedOfAnswer>))]
public readonly record struct AverageSpeedOfAnswer : IKpi<AverageSpeedOfAnswer>, IJsonRecord<AverageSpeedOfAnswer>
{
    private readonly DurationTally evidence;

    /// <summary>Creates the average from the evidence of its waits.</summary>
    /// <param name="evidence">The wait of each answered contact, or its totals.</param>
    public AverageSpeedOfAnswer(DurationTally evidence) => this.evidence = evidence;

    /// <summary>Creates the average from totals; several such records together have an interval.</summary>
    /// <param name="answered">The number of contacts answered; not negative.</param>
    /// <param name="wait">The total wait of these contacts; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there is a wait without a contact.</exception>
    public AverageSpeedOfAnswer(long answered, Duration wait)
        : this(DurationTally.FromTotal(Guard.NotNegative(wait), answered, nameof(answered)))
    {
    }

    /// <inheritdoc cref="AverageSpeedOfAnswer(long, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public AverageSpeedOfAnswer(long answered, TimeSpan wait)
        : this(answered, Duration.FromTimeSpan(wait))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Average speed of answer",
        "ASA",
        KpiUnit.Seconds,
        KpiDirection.LowerIsBetter,
        "total wait of answered contacts / contacts answered",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The wait of each answered contact, or its totals.</summary>
    public DurationTally Evidence => evidence;

    /// <summary>The average as a duration; <see langword="null"/> when nothing was answered.</summary>
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from the waits of answered contacts.</summary>
    /// <param name="waits">The waits, including zero ones; none negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A wait is negative; the message names its position.</exception>
    public static AverageSpeedOfAnswer FromWaits(ReadOnlySpan<Duration> waits) => new(DurationTally.FromDurations(waits, nameof(waits)));

    /// <inheritdoc cref="FromWaits(ReadOnlySpan{Duration})"/>
    /// <exception cref="ArgumentNullException"><paramref name="waits"/> is <see langword="null"/>.</exception>
    public static AverageSpeedOfAnswer FromWaits(Duration[] waits) => FromWaits(new ReadOnlySpan<Duration>(Guard.NotNull(waits)));

    /// <summary>Creates the average from the waits of answered contacts.</summary>
    /// <param name="waits">The waits, including zero ones; none negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="waits"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A wait is negative; the message names its position.</exception>
    public static AverageSpeedOfAnswer FromWaits(IEnumerable<Duration> waits) => new(DurationTally.FromDurations(waits, nameof(waits)));

    /// <inheritdoc cref="FromWaits(IEnumerable{Duration})"/>
    [OverloadResolutionPriority(-1)]
    public static AverageSpeedOfAnswer FromWaits(IEnumerable<TimeSpan> waits) => FromWaits(Guard.NotNull(waits).Select(Duration.FromTimeSpan));

    /// <summary>Creates the average from one contact: its wait when it was answered, otherwise no data.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The average.</returns>
    public static AverageSpeedOfAnswer FromContact(QueuedContact contact) =>
        contact.Outcome == QueueOutcome.Answered ? new(DurationTally.One(contact.Wait)) : default;

    /// <summary>Creates the average from a queue's log.</summary>
    /// <param name="contacts">The contacts; only the answered ones count.</param>
    /// <returns>The average.</returns>
    public static AverageSpeedOfAnswer FromContacts(ReadOnlySpan<QueuedContact> contacts)
    {
        AverageSpeedOfAnswer average = default;
        foreach (ref readonly QueuedContact contact in contacts)
        {
            average = average.Combine(FromContact(contact));
        }

        return average;
    }

    /// <inheritdoc cref="FromContacts(ReadOnlySpan{QueuedContact})"/>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static AverageSpeedOfAnswer FromContacts(QueuedContact[] contacts) => FromContacts(new ReadOnlySpan<QueuedContact>(Guard.NotNull(contacts)));

    /// <summary>Creates the average from a queue's log.</summary>
    /// <param name="contacts">The contacts; only the answered ones count.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static AverageSpeedOfAnswer FromContacts(IEnumerable<QueuedContact> contacts) =>
        Guard.NotNull(contacts).Aggregate(default(AverageSpeedOfAnswer), (total, contact) => total.Combine(FromContact(contact)));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(AverageSpeedOfAnswer baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public AverageSpeedOfAnswer Combine(AverageSpeedOfAnswer other) => new(Evidence.Combine(other.Evidence));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IKpi<AverageSpeedOfAnswer>.Accumulate(ref AverageSpeedOfAnswer total, in AverageSpeedOfAnswer record) =>
        DurationTally.Accumulate(ref Unsafe.AsRef(in total.evidence), in record.evidence);

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static AverageSpeedOfAnswer IJsonRecord<AverageSpeedOfAnswer>.Json(JsonMembers<AverageSpeedOfAnswer> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence));
}
