using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Service-to-sales conversion: the share of eligible service contacts that led to a sale.</summary>
/// <remarks>
/// <code>conversion = eligible contacts with a sale / eligible contacts</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// A contact counts once, however much was bought. A contact is eligible when an offer was allowed and possible: not for a complaint, nor without consent.
/// It can be created from counts.
/// Source: a common definition of contact-centre reporting without a single author.
/// <para>Pitfalls: using all service contacts as the base, which punishes a team for its complaints; counting sales instead of contacts, which may exceed 1;
/// crediting a sale to a contact long ago (state the attribution window). Read it together with satisfaction, since a pushed sale may cost more than it
/// brings.</para>
/// <example>30 of 400 eligible contacts lead to a sale: 7.5 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ServiceToSalesConversion>))]
[TypeFormatterSource(typeof(KpiFormatters<ServiceToSalesConversion>))]
public readonly record struct ServiceToSalesConversion : IKpi<ServiceToSalesConversion>, IJsonRecord<ServiceToSalesConversion>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="converted">The number of eligible service contacts that led to a sale; not negative, not more than <paramref name="eligible"/>.</param>
    /// <param name="eligible">The number of service contacts in which an offer was allowed and possible; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public ServiceToSalesConversion(long converted, long eligible)
        : this(new ShareTally(Guard.Part(converted, eligible), eligible))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public ServiceToSalesConversion(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Service-to-sales conversion",
        "Service-to-sales",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "eligible service contacts with a sale / eligible service contacts",
        "Common definition of contact-centre reporting; no single author");

    /// <summary>The number of eligible service contacts that led to a sale.</summary>
    public long Converted => Evidence.Count;

    /// <summary>The number of service contacts in which an offer was allowed and possible.</summary>
    public long Eligible => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ServiceToSalesConversion baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ServiceToSalesConversion Combine(ServiceToSalesConversion other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ServiceToSalesConversion IJsonRecord<ServiceToSalesConversion>.Json(JsonMembers<ServiceToSalesConversion> json) => new(
        ShareJson.Of(json, nameof(Converted), nameof(Eligible), x => x.Evidence));
}
