using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Complaints handled on time: the share of the complaints received that were resolved within a target time.</summary>
/// <remarks>
/// <code>on-time share = resolved within the target / received whose target time has passed</code> The value is a fraction in [0, 1];
/// <c>default</c> holds no data.
/// A complaint belongs to the day on which it was received. One that is open past its target counts as missed. One whose target time still runs is counted
/// as <see cref="NotYetDue"/>, resolved or not, because counting only the fast ones would be too favourable.
/// It can be created from counts, one complaint, or a complaint log. Records with different target times neither combine nor compare.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: dividing complaints resolved in a period by complaints received in it, which mixes cohorts and can exceed 1; leaving open complaints out,
/// so that leaving them open improves the figure; comparing calendar time, which is counted here, with a promise in business days (convert the dates
/// first).</para>
/// <example>18 are resolved within 10 days, 2 later, and 5 are open for longer: 18 of 25, which is 72 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ComplaintsHandledOnTime>))]
[TypeFormatterSource(typeof(KpiFormatters<ComplaintsHandledOnTime>))]
public readonly record struct ComplaintsHandledOnTime : IKpi<ComplaintsHandledOnTime>, IJsonRecord<ComplaintsHandledOnTime>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="onTime">The number of complaints resolved within the target; not negative, not more than <paramref name="due"/>.</param>
    /// <param name="due">The number of complaints received whose target time has passed; not negative.</param>
    /// <param name="target">The time within which a complaint is to be resolved; greater than zero; shares for different targets do not combine.</param>
    /// <param name="notYetDue">The number of complaints received whose target time still runs, which are left out of the base; not negative.</param>
    /// <param name="invalid">The number of complaints whose dates are out of order, which are in no base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not greater than zero.</exception>
    public ComplaintsHandledOnTime(long onTime, long due, Duration? target = null, long notYetDue = 0, long invalid = 0)
        : this(new ShareTally(Guard.Part(onTime, due), due), target, Guard.NotNegative(notYetDue), Guard.NotNegative(invalid))
    {
    }

    /// <inheritdoc cref="ComplaintsHandledOnTime(long, long, Duration?, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ComplaintsHandledOnTime(long onTime, long due)
        : this(onTime, due, null, 0)
    {
    }

    private ComplaintsHandledOnTime(ShareTally evidence, Duration? target, long notYetDue, long invalid = 0)
    {
        Evidence = evidence;
        NotYetDue = notYetDue;
        Invalid = invalid;
        Target = target <= Duration.Zero ? throw Guard.Outside(nameof(target), "must be greater than zero", target) : target;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Complaints handled on time",
        "Complaints on time",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "resolved within the target / received whose target time has passed",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The number of complaints resolved within the target.</summary>
    public long OnTime => Evidence.Count;

    /// <summary>The number of complaints received whose target time has passed.</summary>
    public long Due => Evidence.N;

    /// <summary>The time within which a complaint is to be resolved; <see langword="null"/> when it is not stated.</summary>
    public Duration? Target { get; }

    /// <summary>The number of complaints received whose target time still runs, which are left out of the base.</summary>
    public long NotYetDue { get; }

    /// <summary>The number of complaints that a tolerant method left out because their dates are out of order.</summary>
    public long Invalid { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Complaint;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.NotYetDue, NotYetDue), (LeftOutKind.Invalid, Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Within(nameof(Target), Target));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one complaint.</summary>
    /// <param name="received">When it was received.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is open.</param>
    /// <param name="target">The time within which it is to be resolved, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The share over this complaint, which is on time, missed or not yet due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The complaint was resolved before it was received, a date is later than <paramref name="asOf"/>, or the
    /// target is not greater than zero.</exception>
    public static ComplaintsHandledOnTime FromComplaint(Instant received, Instant? resolved, Duration target, Instant asOf)
    {
        ComplaintDates.Check(received, resolved, asOf);
        (ShareTally inTime, long notYetDue) = TimeLimit.Judge(received, resolved, target, asOf);
        return new(inTime, target, notYetDue);
    }

    /// <summary>Creates the share from one complaint; one whose dates are out of order counts as <see cref="Invalid"/>.</summary>
    /// <param name="received">When it was received.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is open.</param>
    /// <param name="target">The time within which it is to be resolved, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The share over this complaint, which is on time, missed, not yet due or invalid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is not greater than zero.</exception>
    public static ComplaintsHandledOnTime FromComplaintTolerant(Instant received, Instant? resolved, Duration target, Instant asOf) =>
        ComplaintDates.AreInOrder(received, resolved, asOf) ? FromComplaint(received, resolved, target, asOf) : new(default, target, notYetDue: 0, invalid: 1);

    /// <summary>Creates the share from a complaint log.</summary>
    /// <param name="complaints">When each complaint was received and when it was resolved; <see langword="null"/> for an open one.</param>
    /// <param name="target">The time within which a complaint is to be resolved, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The share over the complaints whose target time has passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A complaint was resolved before it was received, or a date is later than <paramref name="asOf"/> (the
    /// message names its position), or the target is not greater than zero.</exception>
    public static ComplaintsHandledOnTime FromLog(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Duration target, Instant asOf) =>
        Of(ComplaintDates.Read(complaints, asOf), target, asOf);

    /// <summary>Creates the share from a complaint log; complaints whose dates are out of order count as <see cref="Invalid"/>.</summary>
    /// <param name="complaints">When each complaint was received and when it was resolved; <see langword="null"/> for an open one.</param>
    /// <param name="target">The time within which a complaint is to be resolved, its end included; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The share over the complaints whose target time has passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not greater than zero.</exception>
    public static ComplaintsHandledOnTime FromLogTolerant(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Duration target, Instant asOf)
    {
        (List<(Instant Received, Instant? Resolved)> valid, long invalid) = ComplaintDates.ReadTolerant(complaints, asOf);
        return Of(valid, target, asOf, invalid);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ComplaintsHandledOnTime baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ComplaintsHandledOnTime Combine(ComplaintsHandledOnTime other) => new(
        Evidence.Combine(other.Evidence),
        Shared(other),
        Guard.Add(NotYetDue, other.NotYetDue),
        Guard.Add(Invalid, other.Invalid));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static ComplaintsHandledOnTime Of(
        IEnumerable<(Instant Received, Instant? Resolved)> complaints,
        Duration target,
        Instant asOf,
        long invalid = 0) =>
        complaints.Aggregate(
            new ComplaintsHandledOnTime(default, target, notYetDue: 0, invalid),
            (total, complaint) => total.Combine(FromComplaint(complaint.Received, complaint.Resolved, target, asOf)));

    private Duration? Shared(ComplaintsHandledOnTime other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Target, other, other.Target, "target", name);

    static ComplaintsHandledOnTime IJsonRecord<ComplaintsHandledOnTime>.Json(JsonMembers<ComplaintsHandledOnTime> json) => new(
        json.Value(nameof(OnTime), x => x.OnTime),
        json.Value(nameof(Due), x => x.Due),
        json.Optional(nameof(Target), x => x.Target),
        json.Value(nameof(NotYetDue), x => x.NotYetDue),
        json.Value(nameof(Invalid), x => x.Invalid));
}
