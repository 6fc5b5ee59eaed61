using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>E-mail open rate: the share of delivered messages that were opened at least once.</summary>
/// <remarks>
/// <code>open rate = unique opens / delivered, delivered = sent - bounced</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Source: Email Experience Council, "The S.A.M.E. Project: Support the Adoption of Metrics for Email", 2010, which also counts a click as an open.
/// It says "accepted" of what was sent and not bounced, and "render" of an open; "delivered" and "open" are the words of most tools.
/// Some tools divide by the messages sent: a lower figure for the same mailing.
/// <para>Pitfalls: total instead of unique opens, which can exceed the messages delivered; opens by machines - since 2021 mail programs that protect privacy
/// load images unasked, so that the rate is too high - and readers whose program blocks images, so that it is too low.
/// Open rates have a season - holidays, sales - so compare with the same weeks of the year before, and rely on clicks.</para>
/// <example>10,000 sent, 500 bounced, 1,900 opened: 20 % of 9,500.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<EmailOpenRate>))]
public readonly record struct EmailOpenRate : IKpi<EmailOpenRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="uniqueOpens">Messages opened at least once; not negative, not more than <paramref name="delivered"/>.</param>
    /// <param name="delivered">Messages sent and not bounced; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    [JsonConstructor]
    public EmailOpenRate(long uniqueOpens, long delivered)
        : this(new ShareTally(Guard.Part(uniqueOpens, delivered), delivered))
    {
    }

    private EmailOpenRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "E-mail open rate",
        "Open rate",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "unique opens / (sent - bounced)",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>Messages opened at least once.</summary>
    public long UniqueOpens => Evidence.Count;

    /// <summary>Messages sent and not bounced.</summary>
    public long Delivered => Evidence.Total;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    [JsonIgnore]
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The rate of a mailing whose bounces are known.</summary>
    /// <param name="uniqueOpens">Messages opened at least once; not negative, not more than were delivered.</param>
    /// <param name="sent">Messages sent; not negative.</param>
    /// <param name="bounced">Messages that came back; not negative, not more than <paramref name="sent"/>.</param>
    /// <returns>The rate over the messages sent and not bounced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more bounced than were sent, or the part is larger than the messages
    /// delivered.</exception>
    public static EmailOpenRate FromSent(long uniqueOpens, long sent, long bounced) => new(uniqueOpens, delivered: sent - Guard.Part(bounced, sent));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(EmailOpenRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);

    /// <inheritdoc/>
    public EmailOpenRate Combine(EmailOpenRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);
}
