using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Contact volume: how many contacts came in, and how many of them were handled.</summary>
/// <remarks>
/// <code>volume = contacts received</code> The value is a count; <c>default</c> holds no data, which is not the same as a counted zero.
/// It can be created from counts.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012.
/// <para>The interval treats the count as one draw of independent arrivals (Poisson) and shows which underlying volumes it is compatible with.
/// A comparison asks whether two periods differ by more than that, in a series per day where they differ in length. Arrivals usually vary more than this:
/// where one cause brings many contacts, both are too narrow.</para>
/// <para>Pitfalls: counting a transferred contact again; comparing months of different season; taking fewer contacts for happier customers, who may have left
/// or given up (see <see cref="ContactRate"/> and <see cref="ContactAbandonment"/>).</para>
/// <example>500 contacts are received and 470 handled: the volume is 500 and the answer rate 94 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContactVolume>))]
[TypeFormatterSource(typeof(KpiFormatters<ContactVolume>))]
public readonly record struct ContactVolume : IKpi<ContactVolume>, IJsonRecord<ContactVolume>
{
    /// <summary>Creates the volume of one period from its counts, in the order of <see cref="CxKpi.AnswerRate"/>: the part comes first.</summary>
    /// <param name="handled">The number of contacts received that were handled; not negative, not more than <paramref name="received"/>.</param>
    /// <param name="received">The number of contacts received, 0 when none came in; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more contacts were handled than received.</exception>
    public ContactVolume(long handled, long received)
        : this(handled, received, entries: 1)
    {
    }

    /// <summary>Creates the volume from counts that were added up before.</summary>
    /// <param name="handled">The number of contacts received that were handled; not negative, not more than <paramref name="received"/>.</param>
    /// <param name="received">The number of contacts received; not negative.</param>
    /// <param name="entries">How many counts were added up to these; 0 only when there is no data.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more contacts were handled than received, or there are contacts without an
    /// entry.</exception>
    public ContactVolume(long handled, long received, long entries)
    {
        Handled = Guard.Part(handled, received);
        Received = received;
        Entries = received > 0 ? Guard.Positive(entries) : Guard.NotNegative(entries);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Contact volume",
        "Contacts",
        KpiUnit.Count,
        KpiDirection.Neutral,
        "contacts received",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The number of contacts received.</summary>
    public long Received { get; }

    /// <summary>The number of contacts handled.</summary>
    public long Handled { get; }

    /// <summary>How many counts were added up; it tells a period without contacts from one in which nobody counted.</summary>
    public long Entries { get; }

    /// <summary>The contacts received, as events of one observation.</summary>
    public RateTally Evidence => Volume.Evidence;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Received;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <summary>The share of the received contacts that were handled.</summary>
    public AnswerRate AnswerRate => new(Handled, Received);

    private VolumeTally Volume => new(Received, Entries);

    /// <summary>Calculates the contacts received per customer.</summary>
    /// <param name="customers">The number of customers who could have made contact; not negative.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or there are contacts without customers.</exception>
    public ContactRate Per(decimal customers) => new(Received, customers);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <summary>Calculates the difference from a baseline.</summary>
    /// <param name="baseline">The volume to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either volume is undefined, or when they were added up from unequal numbers of entries, which do not
    /// say how long either took. A series compares by the days of its periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(ContactVolume baseline, double confidence = 0.95) => Volume.ChangeFrom(baseline.Volume, Definition, confidence);

    Change? IKpi<ContactVolume>.ChangeOverDays(ContactVolume baseline, int days, int baselineDays, double confidence) =>
        Volume.ChangeOverDays(baseline.Volume, days, baselineDays, Definition, confidence);

    /// <inheritdoc/>
    public ContactVolume Combine(ContactVolume other) => new(
        Guard.Add(Handled, other.Handled),
        Guard.Add(Received, other.Received),
        Guard.Add(Entries, other.Entries));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ContactVolume IJsonRecord<ContactVolume>.Json(JsonMembers<ContactVolume> json) => new(
        json.Value(nameof(Handled), x => x.Handled),
        json.Value(nameof(Received), x => x.Received),
        json.Value(nameof(Entries), x => x.Entries));
}
