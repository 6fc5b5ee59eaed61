using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Shrinkage: the share of scheduled, paid time in which agents are not there for contacts (breaks, training, meetings, leave, absence).</summary>
/// <remarks>
/// <code>shrinkage = unavailable time / scheduled time</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Each record is one row, such as an agent's week or a day of a team, and several together have an interval.
/// It can be created from durations, or a <see cref="RatioTally"/>.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012.
/// <para>Pitfalls: planning with it the wrong way round, since staff on the schedule = staff needed / (1 - shrinkage), not times (1 + shrinkage);
/// adding planned and unplanned shares of different bases; taking a low value for good in itself, since training is shrinkage too.</para>
/// <example>20 of 160 scheduled hours are spent away from contacts: 12.5 %, so 35 agents needed take 40 on the schedule.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Shrinkage>))]
[TypeFormatterSource(typeof(KpiFormatters<Shrinkage>))]
public readonly record struct Shrinkage : IKpi<Shrinkage>, IJsonRecord<Shrinkage>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">The unavailable over the scheduled time, in seconds, with one row per record; the part is neither negative nor larger than the
    /// whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public Shrinkage(RatioTally evidence) => Evidence = BoundedRatio.Checked(evidence);

    /// <summary>Creates one row from durations; several such records together have an interval.</summary>
    /// <param name="unavailable">The scheduled time away from contacts; not negative, not more than <paramref name="scheduled"/>.</param>
    /// <param name="scheduled">The time scheduled and paid; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or more was unavailable than scheduled.</exception>
    public Shrinkage(Duration unavailable, Duration scheduled)
        : this(BoundedRatio.Row(unavailable, scheduled))
    {
    }

    /// <inheritdoc cref="Shrinkage(Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public Shrinkage(TimeSpan unavailable, TimeSpan scheduled)
        : this(Duration.FromTimeSpan(unavailable), Duration.FromTimeSpan(scheduled))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Shrinkage",
        "Shrinkage",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "unavailable time / scheduled time",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The unavailable over the scheduled time, in seconds, with one row per record.</summary>
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
    public Change? ChangeFrom(Shrinkage baseline, double confidence = 0.95) =>
        BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public Shrinkage Combine(Shrinkage other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static Shrinkage IJsonRecord<Shrinkage>.Json(JsonMembers<Shrinkage> json) => new(json.Record(nameof(Evidence), x => x.Evidence));
}
