using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Contacts per agent-hour: how many contacts an hour of work handles, the productivity of a contact centre.</summary>
/// <remarks>
/// <code>contacts per agent-hour = contacts handled / agent-hours</code> The value is in contacts per hour, not negative; <c>default</c> holds no data.
/// The hours are those in which agents were ready for contacts, talking or available. Over paid hours it is lower by <see cref="Utilisation"/>.
/// Each record is one row, such as an agent's day or a team's week, and several together have an interval.
/// It can be created from a number of contacts and a length of time, or a <see cref="RatioTally"/>.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012, which warns of taking it for the performance of an agent.
/// <para>It has no good direction: it equals <see cref="Occupancy"/> divided by <see cref="AverageHandleTime"/>, so that it rises with the volume, with haste,
/// and with contacts that a better answer would have made unnecessary.</para>
/// <para>Pitfalls: ranking agents by it; comparing channels, of which some are handled several at once; dividing by paid hours on one side only; letting it
/// rise while <see cref="FirstContactResolution"/> falls.</para>
/// <example>96 contacts in 16 hours: 6 per hour.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContactsPerAgentHour>))]
[TypeFormatterSource(typeof(KpiFormatters<ContactsPerAgentHour>))]
public readonly record struct ContactsPerAgentHour : IKpi<ContactsPerAgentHour>, IJsonRecord<ContactsPerAgentHour>
{
    private const double SecondsPerHour = 3600;

    /// <summary>Creates the ratio from its evidence.</summary>
    /// <param name="evidence">The contacts over the time of agents in seconds, with one row per record; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of contacts is negative, or there are contacts without time.</exception>
    public ContactsPerAgentHour(RatioTally evidence)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        if (evidence.Numerator > 0)
        {
            Guard.Positive(evidence.Denominator, nameof(evidence));
        }

        Evidence = evidence;
    }

    /// <summary>Creates one row from totals; several such records together have an interval.</summary>
    /// <param name="handled">The number of contacts handled; not negative, and 0 when there is no time.</param>
    /// <param name="time">The time of all agents together; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there are contacts without time.</exception>
    public ContactsPerAgentHour(long handled, Duration time)
        : this(RatioTally.FromTotals(Guard.NotNegative(handled), Seconds(handled, time)))
    {
    }

    /// <inheritdoc cref="ContactsPerAgentHour(long, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public ContactsPerAgentHour(long handled, TimeSpan time)
        : this(handled, Duration.FromTimeSpan(time))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Contacts per agent-hour",
        "Contacts/hour",
        KpiUnit.Ratio,
        KpiDirection.Neutral,
        "contacts handled / agent-hours",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The contacts over the time of agents in seconds, with one row per record.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => SecondsPerHour * Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals is { } totals ? new(totals.Numerator, totals.Denominator, SecondsPerHour) : null;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.Rescaled(SecondsPerHour).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ContactsPerAgentHour baseline, double confidence = 0.95) =>
        PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.Rescaled(SecondsPerHour).In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ContactsPerAgentHour Combine(ContactsPerAgentHour other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static decimal Seconds(long handled, Duration time) =>
        DurationTally.ToSeconds(Guard.NotNegative(time)) is var seconds && handled > 0 ? Guard.Positive(seconds, nameof(time)) : seconds;

    static ContactsPerAgentHour IJsonRecord<ContactsPerAgentHour>.Json(JsonMembers<ContactsPerAgentHour> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence));
}
