using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>E-mail open rate: the share of delivered messages that were opened at least once.</summary>
/// <remarks>
/// <code>open rate = unique opens / delivered, delivered = sent - bounced</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts of messages delivered, or of messages sent and bounced.
/// Source: Email Experience Council, "The S.A.M.E. Project: Support the Adoption of Metrics for Email", 2010, which also counts a click as an open.
/// It calls messages sent and not bounced "accepted" and an open a "render"; most tools say "delivered" and "open".
/// Some tools divide by the messages sent, which gives a lower figure for the same mailing.
/// <para>Pitfalls: counting total instead of unique opens, which can exceed the messages delivered; counting opens by machines, since from 2021 on mail
/// programs that protect privacy load images by themselves, which makes the rate too high; overlooking readers whose program blocks images, which makes it too
/// low; comparing it without its season (holidays, sales): compare with the same weeks of the year before, and rely on clicks.</para>
/// <example>10,000 messages are sent, 500 bounce and 1,900 are opened: 20 % of 9,500.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EmailOpenRate>))]
[TypeFormatterSource(typeof(KpiFormatters<EmailOpenRate>))]
public readonly record struct EmailOpenRate : IKpi<EmailOpenRate>, IJsonRecord<EmailOpenRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="uniqueOpens">The number of messages opened at least once; not negative, not more than <paramref name="delivered"/>.</param>
    /// <param name="delivered">The number of messages sent and not bounced; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public EmailOpenRate(long uniqueOpens, long delivered)
        : this(new ShareTally(Guard.Part(uniqueOpens, delivered), delivered))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public EmailOpenRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "E-mail open rate",
        "Open rate",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "unique opens / (sent - bounced)",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>The number of messages opened at least once.</summary>
    public long UniqueOpens => Evidence.Count;

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
    /// <param name="uniqueOpens">The number of messages opened at least once; not negative, not more than were delivered.</param>
    /// <param name="sent">The number of messages sent; not negative.</param>
    /// <param name="bounced">The number of messages that came back; not negative, not more than <paramref name="sent"/>.</param>
    /// <returns>The rate over the messages sent and not bounced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more messages bounced than were sent, or more were opened than
    /// delivered.</exception>
    public static EmailOpenRate FromSent(long uniqueOpens, long sent, long bounced) =>
        new(Guard.Part(uniqueOpens, sent - Guard.Part(bounced, sent), wholeName: "sent - bounced"), delivered: sent - bounced);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(EmailOpenRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public EmailOpenRate Combine(EmailOpenRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static EmailOpenRate IJsonRecord<EmailOpenRate>.Json(JsonMembers<EmailOpenRate> json) => new(
        ShareJson.Of(json, nameof(UniqueOpens), nameof(Delivered), x => x.Evidence));
}
