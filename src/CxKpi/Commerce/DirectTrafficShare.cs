using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Direct-traffic share: the share of sessions that came from no known referrer.</summary>
/// <remarks>
/// <code>direct share = sessions without a known referrer / sessions</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Neither direction is good in itself: the share rises with loyal visitors who type the address, and with referrers that got lost.
/// It can be created from counts, one session, or many sessions with their referrers.
/// Source: Google, Analytics Help (traffic source "direct": no referral information available), 2024.
/// Exports of web analytics write such a source as the literal <c>(direct)</c>, which means no referrer; pass <see langword="null"/> for it.
/// <para>Pitfalls: describing it as visitors who click a link to the site, since a link has a referrer;
/// overlooking that e-mail, messengers and documents without campaign tags are counted here, and so are redirects that drop the referrer.</para>
/// <example>300 of 1,000 sessions have no referrer: 30 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<DirectTrafficShare>))]
[TypeFormatterSource(typeof(KpiFormatters<DirectTrafficShare>))]
public readonly record struct DirectTrafficShare : IKpi<DirectTrafficShare>, IJsonRecord<DirectTrafficShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="direct">The number of sessions without a known referrer; not negative, not more than <paramref name="sessions"/>.</param>
    /// <param name="sessions">The number of all sessions; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public DirectTrafficShare(long direct, long sessions)
        : this(new ShareTally(Guard.Part(direct, sessions), sessions))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public DirectTrafficShare(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Direct-traffic share",
        "Direct traffic",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "sessions without a known referrer / sessions",
        "Google, Analytics Help: traffic-source dimensions, 2024");

    /// <summary>The number of sessions without a known referrer.</summary>
    public long Direct => Evidence.Count;

    /// <summary>The number of all sessions.</summary>
    public long Sessions => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Session;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one session.</summary>
    /// <param name="referrer">The session's referrer; <see langword="null"/> or blank when it is unknown.</param>
    /// <returns>The share.</returns>
    public static DirectTrafficShare FromSession(string? referrer) => new(ShareTally.One(string.IsNullOrWhiteSpace(referrer)));

    /// <summary>Creates the share from many sessions.</summary>
    /// <param name="referrers">The referrer of each session; <see langword="null"/> or blank when it is unknown.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="referrers"/> is <see langword="null"/>.</exception>
    public static DirectTrafficShare FromSessions(IEnumerable<string?> referrers) =>
        new(ShareTally.FromHits(Guard.NotNull(referrers).Select(string.IsNullOrWhiteSpace)));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(DirectTrafficShare baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public DirectTrafficShare Combine(DirectTrafficShare other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static DirectTrafficShare IJsonRecord<DirectTrafficShare>.Json(JsonMembers<DirectTrafficShare> json) => new(
        ShareJson.Of(json, nameof(Direct), nameof(Sessions), x => x.Evidence));
}
