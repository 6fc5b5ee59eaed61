using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Complaint handling time: the average time from reception to resolution of the complaints received in a period.</summary>
/// <remarks>
/// <code>handling time = total time from reception to resolution / complaints resolved</code> The value is in seconds and is also given as a
/// <see cref="Duration"/>; <c>default</c> holds no data.
/// A complaint belongs to the day on which it was received. Complaints still open have no handling time yet and are counted as <see cref="Open"/>.
/// As long as there are many of them the mean is too low, since the slow ones are still to come, and the estimate carries a warning.
/// It can be created from one complaint, a complaint log, durations, or a <see cref="DurationTally"/>.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: dividing by all complaints, including open ones; dividing complaints resolved this month by complaints received this month;
/// giving a mean, which a few long cases move, without the median of <see cref="SampleOf"/> or <see cref="ComplaintsHandledOnTime"/>;
/// comparing calendar time, which is counted here, with a promise in business days.</para>
/// <example>Two complaints are resolved after 2 and 4 days, and one is open: 3 days, 1 open.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ComplaintHandlingTime>))]
[TypeFormatterSource(typeof(KpiFormatters<ComplaintHandlingTime>))]
public readonly record struct ComplaintHandlingTime : IKpi<ComplaintHandlingTime>, IJsonRecord<ComplaintHandlingTime>
{
    /// <summary>Creates the average from the evidence of its durations.</summary>
    /// <param name="evidence">The time from reception to resolution of each complaint resolved, or its totals.</param>
    /// <param name="open">The number of complaints received and not yet resolved, which are left out of the base; not negative.</param>
    /// <param name="invalid">The number of complaints whose dates are out of order, which are in no base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The number of all complaints would exceed <see cref="long.MaxValue"/>.</exception>
    public ComplaintHandlingTime(DurationTally evidence, long open = 0, long invalid = 0)
    {
        Evidence = evidence;
        Open = Guard.NotNegative(open);
        Invalid = Guard.NotNegative(invalid);
        _ = Guard.Sum("complaints", evidence.N, open, invalid);
    }

    /// <inheritdoc cref="ComplaintHandlingTime(DurationTally, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ComplaintHandlingTime(DurationTally evidence)
        : this(evidence, 0)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Complaint handling time",
        "Complaint time",
        KpiUnit.Seconds,
        KpiDirection.LowerIsBetter,
        "total time from reception to resolution / complaints resolved",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The time from reception to resolution of each complaint resolved, or its totals.</summary>
    public DurationTally Evidence { get; }

    /// <summary>The number of complaints received and not yet resolved, which are left out of the base.</summary>
    public long Open { get; }

    /// <summary>The number of complaints that a tolerant method left out because their dates are out of order.</summary>
    public long Invalid { get; }

    /// <summary>The share of the complaints received that are not resolved, which should be read together with the mean.</summary>
    public ShareTally StillOpen => new(Open, Evidence.N + Open);

    /// <summary>The average as a duration; <see langword="null"/> when nothing was resolved.</summary>
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Complaint;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Open, Open), (LeftOutKind.Invalid, Invalid));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from one complaint.</summary>
    /// <param name="received">When it was received.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is open.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The complaint was resolved before it was received, or a date is later than
    /// <paramref name="asOf"/>.</exception>
    public static ComplaintHandlingTime FromComplaint(Instant received, Instant? resolved, Instant asOf)
    {
        ComplaintDates.Check(received, resolved, asOf);
        return resolved is { } end ? new(DurationTally.One(end - received)) : new(default, open: 1);
    }

    /// <summary>Creates the average from one complaint; one whose dates are out of order counts as <see cref="Invalid"/>.</summary>
    /// <param name="received">When it was received.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is open.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The average.</returns>
    public static ComplaintHandlingTime FromComplaintTolerant(Instant received, Instant? resolved, Instant asOf) =>
        ComplaintDates.AreInOrder(received, resolved, asOf) ? FromComplaint(received, resolved, asOf) : new(default, invalid: 1);

    /// <summary>Creates the average from a log of the complaints received in a period.</summary>
    /// <param name="complaints">When each complaint was received and when it was resolved; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A complaint was resolved before it was received, or a date is later than <paramref name="asOf"/>;
    /// the message names its position.</exception>
    public static ComplaintHandlingTime FromLog(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        (List<Duration> ended, long open) = Read(ComplaintDates.Read(complaints, asOf));
        return new(DurationTally.FromDurations(ended), open);
    }

    /// <summary>Creates the average from a log of complaints; those whose dates are out of order count as <see cref="Invalid"/>.</summary>
    /// <param name="complaints">When each complaint was received and when it was resolved; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    public static ComplaintHandlingTime FromLogTolerant(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        (List<(Instant Received, Instant? Resolved)> valid, long invalid) = ComplaintDates.ReadTolerant(complaints, asOf);
        (List<Duration> ended, long open) = Read(valid);
        return new(DurationTally.FromDurations(ended), open, invalid);
    }

    /// <summary>Creates the average from durations that were measured elsewhere, for example in business days.</summary>
    /// <param name="durations">The duration of each resolved complaint; none negative.</param>
    /// <param name="open">The number of complaints received and not yet resolved; not negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative (the message names its position), or <paramref name="open"/> is.</exception>
    public static ComplaintHandlingTime FromDurations(IEnumerable<Duration> durations, long open = 0) => new(DurationTally.FromDurations(durations), open);

    /// <inheritdoc cref="FromDurations(IEnumerable{Duration}, long)"/>
    [OverloadResolutionPriority(-1)]
    public static ComplaintHandlingTime FromDurations(IEnumerable<TimeSpan> durations, long open = 0) => new(DurationTally.FromDurations(durations), open);

    /// <summary>Collects the durations of the same complaints one by one, for the median and percentiles that belong beside the mean.</summary>
    /// <param name="complaints">When each complaint was received and when it was resolved; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is known.</param>
    /// <returns>The sample of durations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A complaint was resolved before it was received, or a date is later than <paramref name="asOf"/>;
    /// the message names its position.</exception>
    public static DurationSample SampleOf(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        (List<Duration> ended, long open) = Read(ComplaintDates.Read(complaints, asOf));
        return DurationSample.FromDurations([.. ended], open, nameof(complaints));
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Evidence.Estimate(confidence)?.With(Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ComplaintHandlingTime baseline, double confidence = 0.95) => Evidence.ChangeFrom(baseline.Evidence, confidence)
        ?.In(Definition, baseline.Value).With(Open > 0 || baseline.Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);

    /// <inheritdoc/>
    public ComplaintHandlingTime Combine(ComplaintHandlingTime other) =>
        new(Evidence.Combine(other.Evidence), Guard.Add(Open, other.Open), Guard.Add(Invalid, other.Invalid));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static (List<Duration> Ended, long Open) Read(IEnumerable<(Instant Received, Instant? Resolved)> complaints)
    {
        List<Duration> ended = [];
        long open = 0;
        foreach ((Instant received, Instant? resolved) in complaints)
        {
            if (resolved is { } end)
            {
                ended.Add(end - received);
            }
            else
            {
                open++;
            }
        }

        return (ended, open);
    }

    static ComplaintHandlingTime IJsonRecord<ComplaintHandlingTime>.Json(JsonMembers<ComplaintHandlingTime> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Open), x => x.Open),
        json.Value(nameof(Invalid), x => x.Invalid));
}
