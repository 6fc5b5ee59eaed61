using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Click-to-open rate: the share of opened messages in which a link was clicked at least once.</summary>
/// <remarks>
/// <code>click-to-open rate = unique clicks / unique opens</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts.
/// Source: Email Experience Council, "The S.A.M.E. Project: Support the Adoption of Metrics for Email", 2010, which calls an open a "render".
/// <para>Pitfalls: a reader whose program blocks images can click without a recorded open, so count each click as an open too, because more clicks than opens
/// throw here; opens by machines enlarge the base, so that the rate falls although readers behave as before.</para>
/// <example>Of 1,900 messages opened, 285 are clicked: 15 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ClickToOpenRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ClickToOpenRate>))]
public readonly record struct ClickToOpenRate : IKpi<ClickToOpenRate>, IJsonRecord<ClickToOpenRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="uniqueClicks">The number of messages with at least one click; not negative, not more than <paramref name="uniqueOpens"/>.</param>
    /// <param name="uniqueOpens">The number of messages opened at least once, including those with a click; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public ClickToOpenRate(long uniqueClicks, long uniqueOpens)
        : this(new ShareTally(Guard.Part(uniqueClicks, uniqueOpens), uniqueOpens))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public ClickToOpenRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Click-to-open rate",
        "CTOR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "unique clicks / unique opens",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>The number of messages with at least one click.</summary>
    public long UniqueClicks => Evidence.Count;

    /// <summary>The number of messages opened at least once, including those with a click.</summary>
    public long UniqueOpens => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.OpenedEmail;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ClickToOpenRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ClickToOpenRate Combine(ClickToOpenRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ClickToOpenRate IJsonRecord<ClickToOpenRate>.Json(JsonMembers<ClickToOpenRate> json) => new(
        ShareJson.Of(json, nameof(UniqueClicks), nameof(UniqueOpens), x => x.Evidence));
}
