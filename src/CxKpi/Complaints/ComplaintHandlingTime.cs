using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Complaint handling time: how long the complaints received in a period took from reception to resolution.</summary>
/// <remarks>
/// <code>handling time = total time from reception to resolution / complaints resolved</code> The value is in seconds and is also given as a
/// <see cref="Duration"/>; <c>default</c> holds no data.
/// A complaint belongs to the day it was received. Those still open have no handling time yet and are counted as <see cref="Open"/>:
/// the mean is too low as long as there are many, since the slow ones are still to come, and the estimate is flagged.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: dividing by all complaints, open ones included; complaints resolved this month over complaints received this month;
/// a mean without the median of <see cref="SampleOf"/> or <see cref="ComplaintsHandledOnTime"/> beside it, since a few long cases move it;
/// calendar time here, while a promise may be in business days.</para>
/// <example>Resolved after 2 and 4 days, one open: 3 days, 1 open.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<ComplaintHandlingTime>))]
public readonly record struct ComplaintHandlingTime : IKpi<ComplaintHandlingTime>
{
    /// <summary>Creates the average from the evidence of its durations.</summary>
    /// <param name="evidence">Time from reception to resolution per complaint resolved, or totals.</param>
    /// <param name="open">Complaints received and not yet resolved, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="open"/> is negative.</exception>
    /// <exception cref="OverflowException">Resolved and open ones together are more than <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public ComplaintHandlingTime(DurationTally evidence, long open = 0)
    {
        Evidence = evidence;
        Open = Guard.NotNegative(open);
        _ = evidence.Count + open;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Complaint handling time",
        "Complaint time",
        KpiUnit.Seconds,
        KpiDirection.LowerIsBetter,
        "total time from reception to resolution / complaints resolved",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>Time from reception to resolution per complaint resolved, or totals.</summary>
    public DurationTally Evidence { get; }

    /// <summary>Complaints received and not yet resolved, which are left out of the base.</summary>
    public long Open { get; }

    /// <summary>The share of the complaints received that are not resolved: what to read beside the mean.</summary>
    [JsonIgnore]
    public ShareTally StillOpen => new(Open, Evidence.Count + Open);

    /// <summary>The average as a duration; <see langword="null"/> when nothing was resolved.</summary>
    [JsonIgnore]
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The average of one complaint.</summary>
    /// <param name="received">When it was received.</param>
    /// <param name="resolved">When it was resolved; <see langword="null"/> when it is open.</param>
    /// <param name="asOf">The end of the data: all that happened until then is known.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The complaint was resolved before it was received, or a date is later than
    /// <paramref name="asOf"/>.</exception>
    public static ComplaintHandlingTime FromComplaint(Instant received, Instant? resolved, Instant asOf)
    {
        ComplaintDates.Check(received, resolved, asOf);
        return resolved is { } end ? new(DurationTally.One(end - received)) : new(default, open: 1);
    }

    /// <summary>The average of a complaint log: the complaints received in the period that is looked at.</summary>
    /// <param name="complaints">When each complaint was received and resolved; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: all that happened until then is known.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A complaint was resolved before it was received, or a date is later than <paramref name="asOf"/>;
    /// the message names its position.</exception>
    public static ComplaintHandlingTime FromLog(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        (List<Duration> ended, long open) = Read(complaints, asOf);
        return new(DurationTally.FromDurations(ended), open);
    }

    /// <summary>The average of durations that were measured elsewhere, such as in business days.</summary>
    /// <param name="durations">One duration per complaint that was resolved; none negative.</param>
    /// <param name="open">Complaints received and not yet resolved; not negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative (the message names its position), or <paramref name="open"/> is.</exception>
    public static ComplaintHandlingTime FromDurations(IEnumerable<Duration> durations, long open = 0) => new(DurationTally.FromDurations(durations), open);

    /// <summary>The durations of the same complaints one by one, for the median and percentiles that should stand beside the mean.</summary>
    /// <param name="complaints">When each complaint was received and resolved; <see langword="null"/> for an open one.</param>
    /// <param name="asOf">The end of the data: all that happened until then is known.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="complaints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A complaint was resolved before it was received, or a date is later than <paramref name="asOf"/>;
    /// the message names its position.</exception>
    public static DurationSample SampleOf(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        (List<Duration> ended, long open) = Read(complaints, asOf);
        return DurationSample.FromDurations(ended, open);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Evidence.Estimate(confidence)?.With(Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);

    /// <inheritdoc/>
    public Change? ChangeFrom(ComplaintHandlingTime baseline, double confidence = 0.95) => Evidence.ChangeFrom(baseline.Evidence, confidence)
        ?.Towards(Definition.Direction).With(Open > 0 || baseline.Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);

    /// <inheritdoc/>
    public ComplaintHandlingTime Combine(ComplaintHandlingTime other) => new(Evidence.Combine(other.Evidence), Open + other.Open);

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Count, format, formatProvider);

    private static (List<Duration> Ended, long Open) Read(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf)
    {
        List<Duration> ended = [];
        long open = 0;
        foreach ((Instant received, Instant? resolved) in ComplaintDates.Read(complaints, asOf))
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
}
