using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Utilisation: the share of paid time in which agents are logged in and either handle contacts or are available for them.</summary>
/// <remarks>
/// <code>utilisation = (handle time + available time) / paid time</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Multiplied by <see cref="Occupancy"/> it gives the share of paid time spent on contacts.
/// Each record is one row, such as an agent's day, and several together have an interval.
/// It can be created from durations, or a <see cref="RatioTally"/>.
/// Source: ICMI, "Constructive Use of Occupancy", 2012 (time talking, in after-call work and idle); Assembled, "WFM glossary" (over paid hours).
/// <para>Pitfalls: using handle time alone in the numerator, which gives occupancy times utilisation; dividing by scheduled or present time instead of paid
/// time, which includes leave; comparing figures of two tools under one name, since some use utilisation as another word for occupancy.</para>
/// <example>30 of 40 paid hours are spent handling contacts or waiting for them: 75 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Utilisation>))]
[TypeFormatterSource(typeof(KpiFormatters<Utilisation>))]
public readonly record struct Utilisation : IKpi<Utilisation>, IJsonRecord<Utilisation>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">The productive over the paid time, in seconds, with one row per record; the part is neither negative nor larger than the
    /// whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public Utilisation(RatioTally evidence) => Evidence = BoundedRatio.Checked(evidence);

    /// <summary>Creates one row from durations; several such records together have an interval.</summary>
    /// <param name="productive">The time handling contacts or available for them; not negative, not more than <paramref name="paid"/>.</param>
    /// <param name="paid">The time paid, including breaks, training and leave; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or more was productive than paid.</exception>
    public Utilisation(Duration productive, Duration paid)
        : this(BoundedRatio.Row(productive, paid))
    {
    }

    /// <inheritdoc cref="Utilisation(Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public Utilisation(TimeSpan productive, TimeSpan paid)
        : this(Duration.FromTimeSpan(productive), Duration.FromTimeSpan(paid))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Utilisation",
        "Utilisation",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "(handle time + available time) / paid time",
        "ICMI, Constructive Use of Occupancy, 2012");

    /// <summary>The productive over the paid time, in seconds, with one row per record.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Utilisation baseline, double confidence = 0.95) =>
        BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public Utilisation Combine(Utilisation other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static Utilisation IJsonRecord<Utilisation>.Json(JsonMembers<Utilisation> json) => new(json.Record(nameof(Evidence), x => x.Evidence));
}
