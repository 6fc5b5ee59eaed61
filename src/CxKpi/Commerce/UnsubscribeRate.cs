using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Unsubscribe rate: the share of delivered messages whose reader left the mailing list.</summary>
/// <remarks>
/// <code>unsubscribe rate = unsubscribes / delivered, delivered = sent - bounced</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts of messages delivered, or of messages sent and bounced.
/// Source: Email Experience Council, "The S.A.M.E. Project", 2010, for the base, which it calls "accepted" and most tools call "delivered".
/// Some tools divide by the messages sent or opened.
/// <para>Pitfalls: forgetting messages reported as spam, whose readers left too but are not counted here; taking a mailing list for a contract (customers who
/// end a contract are churn); taking a low rate for praise where readers delete messages unread.</para>
/// <example>Of 9,500 messages delivered, 19 lead to an unsubscription: 0.2 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<UnsubscribeRate>))]
[TypeFormatterSource(typeof(KpiFormatters<UnsubscribeRate>))]
public readonly record struct UnsubscribeRate : IKpi<UnsubscribeRate>, IJsonRecord<UnsubscribeRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="unsubscribed">The number of readers who left the list through the message;
    /// not negative, not more than <paramref name="delivered"/>.</param>
    /// <param name="delivered">The number of messages sent and not bounced; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public UnsubscribeRate(long unsubscribed, long delivered)
        : this(new ShareTally(Guard.Part(unsubscribed, delivered), delivered))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public UnsubscribeRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Unsubscribe rate",
        "Unsubscribes",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "unsubscribes / (sent - bounced)",
        "Email Experience Council, The S.A.M.E. Project: Support the Adoption of Metrics for Email, 2010");

    /// <summary>The number of readers who left the list through the message.</summary>
    public long Unsubscribed => Evidence.Count;

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
    /// <param name="unsubscribed">The number of readers who left the list through the message; not negative, not more than were delivered.</param>
    /// <param name="sent">The number of messages sent; not negative.</param>
    /// <param name="bounced">The number of messages that came back; not negative, not more than <paramref name="sent"/>.</param>
    /// <returns>The rate over the messages sent and not bounced.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more messages bounced than were sent, or more readers left than messages were
    /// delivered.</exception>
    public static UnsubscribeRate FromSent(long unsubscribed, long sent, long bounced) =>
        new(Guard.Part(unsubscribed, sent - Guard.Part(bounced, sent), wholeName: "sent - bounced"), delivered: sent - bounced);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(UnsubscribeRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public UnsubscribeRate Combine(UnsubscribeRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static UnsubscribeRate IJsonRecord<UnsubscribeRate>.Json(JsonMembers<UnsubscribeRate> json) => new(
        ShareJson.Of(json, nameof(Unsubscribed), nameof(Delivered), x => x.Evidence));
}
