using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Self-service rate: the share of all requests that customers brought to self-service and not to an agent.</summary>
/// <remarks>
/// <code>self-service rate = self-service uses / (self-service uses + contacts with an agent)</code> The value is a fraction in [0, 1]; <c>default</c> holds no
/// data.
/// It says which way requests take; how many of those in self-service were settled there says <see cref="ContainmentRate"/>.
/// It can be created from counts, or one request.
/// Source: B. Price and D. Jaffe, "The Best Service Is No Service", 2008. In French it is the taux de selfcare.
/// <para>Other conventions: vendors of help centres give a ratio such as 4 : 1, visitors of the help centre to customers who wrote a ticket
/// (<see cref="Ratio"/>).</para>
/// <para>Pitfalls: page views or sessions counted as requests; a request that tried self-service and then an agent counted on both sides (count it where it
/// ended); a rise that comes from contact details that are hard to find.</para>
/// <example>3,000 requests in self-service and 1,000 with an agent: 75 %, or 3 to 1.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SelfServiceRate>))]
[TypeFormatterSource(typeof(KpiFormatters<SelfServiceRate>))]
public readonly record struct SelfServiceRate : IKpi<SelfServiceRate>, IJsonRecord<SelfServiceRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="selfService">The number of requests in self-service; not negative, not more than <paramref name="requests"/>.</param>
    /// <param name="requests">The number of all requests, in self-service and with an agent; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public SelfServiceRate(long selfService, long requests)
        : this(new ShareTally(Guard.Part(selfService, requests), requests))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public SelfServiceRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Self-service rate",
        "Self-service",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "self-service uses / (self-service uses + contacts with an agent)",
        "B. Price, D. Jaffe, The Best Service Is No Service, 2008");

    /// <summary>The number of requests in self-service.</summary>
    public long SelfService => Evidence.Count;

    /// <summary>The number of all requests, in self-service and with an agent.</summary>
    public long Requests => Evidence.N;

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

    /// <summary>The requests in self-service to each request with an agent; <see langword="null"/> when there is none with an agent.</summary>
    public double? Ratio => Evidence.Rest == 0 ? null : (double)SelfService / Evidence.Rest;

    /// <summary>Creates the rate from one request.</summary>
    /// <param name="inSelfService">Whether it ended in self-service.</param>
    /// <returns>The rate.</returns>
    public static SelfServiceRate FromRequest(bool inSelfService) => new(ShareTally.One(inSelfService));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SelfServiceRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public SelfServiceRate Combine(SelfServiceRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static SelfServiceRate IJsonRecord<SelfServiceRate>.Json(JsonMembers<SelfServiceRate> json) => new(
        ShareJson.Of(json, nameof(SelfService), nameof(Requests), x => x.Evidence));
}
