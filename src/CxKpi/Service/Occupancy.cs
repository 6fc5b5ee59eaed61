using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Occupancy: the share of the time in which agents are ready for contacts that they spend handling them.</summary>
/// <remarks>
/// <code>occupancy = handle time / (handle time + time available for the next contact)</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Breaks, training and meetings are on neither side: they are <see cref="Shrinkage"/>.
/// Each record is one row, such as an agent's day or a half-hour, and several together have an interval.
/// It can be created from durations, or a <see cref="RatioTally"/>.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012.
/// <para>Pitfalls: dividing by paid or scheduled time, which gives another figure; aiming for a high value, although it follows from volume and staffing and
/// agents without a pause between contacts burn out; adding the handle times of contacts that overlap (chat), which counts a moment
/// several times (add the time in which at least one contact was open).</para>
/// <para>Other conventions: ICMI, "Constructive Use of Occupancy", 2012, counts meetings and training as occupied and uses utilisation for the time talking, in
/// after-call work and idle; others divide by all the time that agents are logged in (Call Centre Helper), which is lower; others use the two words for one
/// figure. The definition therefore always carries its formula.</para>
/// <example>51 minutes of handling and 9 minutes of waiting for contacts: 85 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Occupancy>))]
[TypeFormatterSource(typeof(KpiFormatters<Occupancy>))]
public readonly record struct Occupancy : IKpi<Occupancy>, IJsonRecord<Occupancy>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">The handle time over handle plus available time, in seconds, with one row per record;
    /// the part is neither negative nor larger than the whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public Occupancy(RatioTally evidence) => Evidence = BoundedRatio.Checked(evidence);

    /// <summary>Creates one row from durations; several such records together have an interval.</summary>
    /// <param name="handle">The time spent talking, holding and in after-contact work; not negative.</param>
    /// <param name="available">The time spent ready and waiting for a contact; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public Occupancy(Duration handle, Duration available)
        : this(BoundedRatio.Row(
            DurationTally.ToSeconds(Guard.NotNegative(handle)),
            DurationTally.ToSeconds(handle) + DurationTally.ToSeconds(Guard.NotNegative(available)),
            nameof(handle)))
    {
    }

    /// <inheritdoc cref="Occupancy(Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public Occupancy(TimeSpan handle, TimeSpan available)
        : this(Duration.FromTimeSpan(handle), Duration.FromTimeSpan(available))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Occupancy",
        "Occupancy",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "handle time / (handle time + available time)",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The handle time over handle plus available time, in seconds, with one row per record.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates one row from handle time and all the time ready for contacts.</summary>
    /// <param name="handle">The time with at least one contact open or in after-contact work; not negative, not more than <paramref name="ready"/>.</param>
    /// <param name="ready">The time logged in and ready, handling or available; not negative.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or the handle time exceeds the ready time, which happens when overlapping contacts are
    /// added up.</exception>
    public static Occupancy FromReadyTime(Duration handle, Duration ready) => handle > Guard.NotNegative(ready)
        ? throw Guard.Outside(
            nameof(handle),
            string.Create(CultureInfo.InvariantCulture, $"must not exceed the ready time ({ready}): where contacts overlap, count each moment once"),
            handle)
        : new(BoundedRatio.Row(handle, ready));

    /// <inheritdoc cref="FromReadyTime(Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static Occupancy FromReadyTime(TimeSpan handle, TimeSpan ready) => FromReadyTime(Duration.FromTimeSpan(handle), Duration.FromTimeSpan(ready));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Occupancy baseline, double confidence = 0.95) =>
        BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public Occupancy Combine(Occupancy other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static Occupancy IJsonRecord<Occupancy>.Json(JsonMembers<Occupancy> json) => new(json.Record(nameof(Evidence), x => x.Evidence));
}
