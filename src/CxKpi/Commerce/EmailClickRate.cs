using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>E-mail click rate: the share of delivered messages in which a link was clicked at least once.</summary>
/// <remarks>
/// <code>click rate = unique clicks / delivered, delivered = sent - bounced</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts of messages delivered, or of messages sent and bounced.
/// Source: Email Experience Council, "The S.A.M.E. Project: Support the Adoption of Metrics for Email", 2010.
/// It calls messages sent and not bounced "accepted"; most tools call them "delivered".
/// Some tools divide by the messages sent. The ratio to the messages opened is <see cref="ClickToOpenRate"/>.
/// <para>Pitfalls: counting total instead of unique clicks; counting security scanners that follow every link of a message;
/// taking a click for a visit, or a visit for a purchase.</para>
/// <example>Of 9,500 messages delivered, 285 are clicked: 3 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EmailClickRate>))]
[TypeFormatterSource(typeof(KpiFormatters<EmailClickRate>))]
public readonly record struct EmailClickRate : IKpi<EmailClickRate>, IJsonRecord<EmailClickRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="uniqueClicks">The number of messages with at least one click; not negative, not more than <paramref name="delivered"/>.</param>
    /// <param name="delivered">The number of messages sent and not bounced; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public EmailClickRate(long uniqueClicks, long delivered)
        : this(new ShareTally(Guard.Part(uniqueClicks, delivered), delivered))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public EmailClickRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "E-mail click rate",
        "Click rate",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "unique clicks / (sent - bounced)",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>The number of messages with at least one click.</summary>
    public long UniqueClicks => Evidence.Count;

    /// <summary>The number of messages sent and not bounced.</summary>
    public long Delivered => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Email;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from a mailing whose bounces are known.</summary>
    /// <param name="uniqueClicks">The number of messages with at least one click; not negative, not more than were delivered.</param>
    /// <param name="sent">The number of messages sent; not negative.</param>
    /// <param name="bounced">The number of messages that came back; not negative, not more than <paramref name="sent"/>.</param>
    /// <returns>The rate over the messages sent and not bounced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more messages bounced than were sent, or more were clicked than
    /// delivered.</exception>
    public static EmailClickRate FromSent(long uniqueClicks, long sent, long bounced) =>
        new(Guard.Part(uniqueClicks, sent - Guard.Part(bounced, sent), wholeName: "sent - bounced"), delivered: sent - bounced);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(EmailClickRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public EmailClickRate Combine(EmailClickRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static EmailClickRate IJsonRecord<EmailClickRate>.Json(JsonMembers<EmailClickRate> json) => new(
        ShareJson.Of(json, nameof(UniqueClicks), nameof(Delivered), x => x.Evidence));
}
