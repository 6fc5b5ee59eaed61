using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>SLA compliance: of the commitments that fell due (a first reply, a resolution, a call-back), the share that was met in time.</summary>
/// <remarks>
/// <code>compliance = met / (met + missed)</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// A commitment still open past its due time is missed. One that is open and not yet due is pending and left out of the base.
/// One whose request was closed before it was due has lapsed: it is neither met nor missed, and left out of the base.
/// The due time is supplied by the caller, with business hours and paused clocks already taken into account.
/// It can be created from counts, one commitment, or a log of commitments.
/// Source: AXELOS, "ITIL Foundation, ITIL 4 Edition", 2019, for the practice; the formulas of service desks differ in how they treat open commitments.
/// <para>Pitfalls: counting only what was closed, so that the oldest open requests never appear; counting what is not yet due as met or as missed;
/// giving one figure over replies and resolutions, or over priorities (segment it); gathering by closing date, which hides what was never closed.</para>
/// <example>90 commitments are met, 5 closed too late, 5 open past due and 20 not yet due: 90 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SlaCompliance>))]
[TypeFormatterSource(typeof(KpiFormatters<SlaCompliance>))]
public readonly record struct SlaCompliance : IKpi<SlaCompliance>, IJsonRecord<SlaCompliance>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="met">The number of commitments met in time; not negative.</param>
    /// <param name="missed">The number of commitments met too late, or open past their due time; not negative.</param>
    /// <param name="pending">The number of commitments open and not yet due, which are left out of the base; not negative.</param>
    /// <param name="lapsed">The number of commitments whose request was closed before they were due and without their being met, which are left out of the
    /// base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public SlaCompliance(long met, long missed, long pending = 0, long lapsed = 0)
        : this(
            new ShareTally(Guard.NotNegative(met), Guard.Sum("commitments", met, Guard.NotNegative(missed))),
            Guard.NotNegative(pending),
            Guard.NotNegative(lapsed))
    {
    }

    /// <inheritdoc cref="SlaCompliance(long, long, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SlaCompliance(long met, long missed)
        : this(met, missed, 0)
    {
    }

    private SlaCompliance(ShareTally evidence, long pending, long lapsed = 0)
    {
        Evidence = evidence;
        Pending = pending;
        Lapsed = lapsed;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "SLA compliance",
        "SLA compliance",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "met / (met + missed), open past due counting as missed",
        "AXELOS, ITIL Foundation, ITIL 4 Edition, 2019");

    /// <summary>The number of commitments met in time.</summary>
    public long Met => Evidence.Count;

    /// <summary>The number of commitments met too late, or open past their due time.</summary>
    public long Missed => Evidence.Rest;

    /// <summary>The number of commitments open and not yet due, which are left out of the base.</summary>
    public long Pending { get; }

    /// <summary>
    /// The number of commitments whose request was closed before they were due and without their being met, such as a first reply to a request that its
    /// customer withdrew. They are neither pending for ever nor missed, and are left out of the base.
    /// </summary>
    public long Lapsed { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Ticket;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Pending, Pending), (LeftOutKind.Lapsed, Lapsed));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one commitment, as it stood at an instant.</summary>
    /// <param name="due">When the commitment falls due; meeting it at that very instant is in time.</param>
    /// <param name="met">When it was met; <see langword="null"/> when it is open. A commitment met after <paramref name="asOf"/> was still open then.</param>
    /// <param name="asOf">The instant at which the commitment is judged, usually the end of the log.</param>
    /// <returns>The share.</returns>
    public static SlaCompliance FromCommitment(Instant due, Instant? met, Instant asOf) =>
        met <= asOf ? new(ShareTally.One(met <= due), pending: 0)
        : asOf > due ? new(ShareTally.One(false), pending: 0)
        : new(default, pending: 1);

    /// <summary>Creates the share from one commitment whose request may have been closed before it was met, as it stood at an instant.</summary>
    /// <param name="due">When the commitment falls due; meeting it at that very instant is in time.</param>
    /// <param name="met">When it was met; <see langword="null"/> when it was not.</param>
    /// <param name="closed">When the request was closed, so that the commitment can no longer be met; <see langword="null"/> when it is open.</param>
    /// <param name="asOf">The instant at which the commitment is judged, usually the end of the log.</param>
    /// <returns>The share: one that was closed at or before its due time, and never met, has lapsed; one closed later is missed.</returns>
    public static SlaCompliance FromCommitment(Instant due, Instant? met, Instant? closed, Instant asOf) =>
        closed <= asOf && closed <= due && !(met <= asOf) ? new(default, pending: 0, lapsed: 1) : FromCommitment(due, met, asOf);

    /// <summary>Creates the share from a log of commitments, as it stood at an instant.</summary>
    /// <param name="commitments">When each commitment falls due, and when it was met; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The instant at which the commitments are judged, usually the end of the log.</param>
    /// <returns>The share.</returns>
    public static SlaCompliance FromLog(ReadOnlySpan<(Instant Due, Instant? Met)> commitments, Instant asOf)
    {
        SlaCompliance compliance = default;
        foreach ((Instant due, Instant? met) in commitments)
        {
            compliance = compliance.Combine(FromCommitment(due, met, asOf));
        }

        return compliance;
    }

    /// <inheritdoc cref="FromLog(ReadOnlySpan{ValueTuple{Instant, Nullable{Instant}}}, Instant)"/>
    /// <exception cref="ArgumentNullException"><paramref name="commitments"/> is <see langword="null"/>.</exception>
    public static SlaCompliance FromLog((Instant Due, Instant? Met)[] commitments, Instant asOf) =>
        FromLog(new ReadOnlySpan<(Instant Due, Instant? Met)>(Guard.NotNull(commitments)), asOf);

    /// <summary>Creates the share from a log of commitments, as it stood at an instant.</summary>
    /// <param name="commitments">When each commitment falls due, and when it was met; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The instant at which the commitments are judged, usually the end of the log.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commitments"/> is <see langword="null"/>.</exception>
    public static SlaCompliance FromLog(IEnumerable<(Instant Due, Instant? Met)> commitments, Instant asOf) =>
        Guard.NotNull(commitments)
            .Aggregate(default(SlaCompliance), (total, commitment) => total.Combine(FromCommitment(commitment.Due, commitment.Met, asOf)));

    /// <summary>Creates the share from a log of commitments whose requests may have been closed before they were met, as it stood at an instant.</summary>
    /// <param name="commitments">When each commitment falls due, when it was met, and when its request was closed; <see langword="null"/> for what has not
    /// happened.</param>
    /// <param name="asOf">The instant at which the commitments are judged, usually the end of the log.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commitments"/> is <see langword="null"/>.</exception>
    public static SlaCompliance FromLog(IEnumerable<(Instant Due, Instant? Met, Instant? Closed)> commitments, Instant asOf) =>
        Guard.NotNull(commitments).Aggregate(
            default(SlaCompliance),
            (total, commitment) => total.Combine(FromCommitment(commitment.Due, commitment.Met, commitment.Closed, asOf)));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SlaCompliance baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public SlaCompliance Combine(SlaCompliance other) =>
        new(Evidence.Combine(other.Evidence), Guard.Add(Pending, other.Pending), Guard.Add(Lapsed, other.Lapsed));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static SlaCompliance IJsonRecord<SlaCompliance>.Json(JsonMembers<SlaCompliance> json) => new(
        json.Value(nameof(Met), x => x.Met),
        json.Value(nameof(Missed), x => x.Missed),
        json.Value(nameof(Pending), x => x.Pending),
        json.Value(nameof(Lapsed), x => x.Lapsed));
}
