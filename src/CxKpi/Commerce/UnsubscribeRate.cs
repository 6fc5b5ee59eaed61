using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Unsubscribe rate: the share of delivered messages whose reader left the mailing list.</summary>
/// <remarks>
/// <code>unsubscribe rate = unsubscribes / delivered, delivered = sent - bounced</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The base is that of the S.A.M.E. Project (Email Experience Council, 2010), which says "accepted" of it; "delivered" is the word of most tools.
/// Some tools divide by the messages sent or opened.
/// <para>Pitfalls: messages reported as spam are not counted here though their readers left too; a mailing list is not a contract:
/// customers who end one are churn;
/// a low rate is no praise where readers delete unread.</para>
/// <example>9,500 delivered, 19 unsubscribed: 0.2 %.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<UnsubscribeRate>))]
public readonly record struct UnsubscribeRate : IKpi<UnsubscribeRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="unsubscribed">Readers who left the list through the message; not negative, not more than <paramref name="delivered"/>.</param>
    /// <param name="delivered">Messages sent and not bounced; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    [JsonConstructor]
    public UnsubscribeRate(long unsubscribed, long delivered)
        : this(new ShareTally(Guard.Part(unsubscribed, delivered), delivered))
    {
    }

    private UnsubscribeRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Unsubscribe rate",
        "Unsubscribes",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "unsubscribes / (sent - bounced)",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>Readers who left the list through the message.</summary>
    public long Unsubscribed => Evidence.Count;

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
    /// <param name="unsubscribed">Readers who left the list through the message; not negative, not more than were delivered.</param>
    /// <param name="sent">Messages sent; not negative.</param>
    /// <param name="bounced">Messages that came back; not negative, not more than <paramref name="sent"/>.</param>
    /// <returns>The rate over the messages sent and not bounced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more bounced than were sent, or the part is larger than the messages
    /// delivered.</exception>
    public static UnsubscribeRate FromSent(long unsubscribed, long sent, long bounced) => new(unsubscribed, delivered: sent - Guard.Part(bounced, sent));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(UnsubscribeRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);

    /// <inheritdoc/>
    public UnsubscribeRate Combine(UnsubscribeRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);
}
