using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Referred share: the share of the new customers who came because another customer referred them.</summary>
/// <remarks>
/// <code>referred share = new customers who were referred / new customers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It has no good direction: it rises when more are referred, and also when fewer come by all other ways. Read it beside the number of new customers.
/// It can be created from counts, or one new customer.
/// Source: P. Schmitt, B. Skiera, C. Van den Bulte, "Referral Programs and Customer Value", Journal of Marketing, 2011.
/// <para>Pitfalls: new customers whose way is not known left in the base (leave them out, or ask); a customer with a code who had decided before; orders of
/// referred customers in the place of customers.</para>
/// <example>60 of 240 new customers were referred: 25 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ReferredShare>))]
[TypeFormatterSource(typeof(KpiFormatters<ReferredShare>))]
public readonly record struct ReferredShare : IKpi<ReferredShare>, IJsonRecord<ReferredShare>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="referred">The number of new customers who were referred; not negative, not more than <paramref name="newCustomers"/>.</param>
    /// <param name="newCustomers">The number of new customers whose way is known; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public ReferredShare(long referred, long newCustomers)
        : this(new ShareTally(Guard.Part(referred, newCustomers), newCustomers))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public ReferredShare(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Referred share",
        "Referred",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "new customers who were referred / new customers",
        "P. Schmitt, B. Skiera, C. Van den Bulte, Referral Programs and Customer Value, Journal of Marketing, 2011");

    /// <summary>The number of new customers who were referred.</summary>
    public long Referred => Evidence.Count;

    /// <summary>The number of new customers whose way is known.</summary>
    public long NewCustomers => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one new customer.</summary>
    /// <param name="referred">Whether another customer referred this one.</param>
    /// <returns>The share.</returns>
    public static ReferredShare FromCustomer(bool referred) => new(ShareTally.One(referred));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ReferredShare baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ReferredShare Combine(ReferredShare other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ReferredShare IJsonRecord<ReferredShare>.Json(JsonMembers<ReferredShare> json) => new(
        ShareJson.Of(json, nameof(Referred), nameof(NewCustomers), x => x.Evidence));
}
