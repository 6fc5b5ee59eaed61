using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Direct-traffic share: the share of sessions that came from no known referrer.</summary>
/// <remarks>
/// <code>direct share = sessions without a known referrer / sessions</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Neither direction is good in itself: it rises with loyal visitors who type the address, and with referrers that got lost.
/// Source: Google, Analytics Help (traffic source "direct": no referral information available), 2024.
/// Exports of web analytics write such a source as the literal <c>(direct)</c>: it means no referrer, and must not be counted as one.
/// <para>Pitfalls: "visitors who click the link of your site" are the contrary, since a link has a referrer;
/// e-mail, messengers and documents without campaign tags land here; so does a redirect that drops the referrer.</para>
/// <example>300 of 1,000 sessions without a referrer: 30 %.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<DirectTrafficShare>))]
public readonly record struct DirectTrafficShare : IKpi<DirectTrafficShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="direct">Sessions without a known referrer; not negative, not more than <paramref name="sessions"/>.</param>
    /// <param name="sessions">All sessions; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    [JsonConstructor]
    public DirectTrafficShare(long direct, long sessions)
        : this(new ShareTally(Guard.Part(direct, sessions), sessions))
    {
    }

    private DirectTrafficShare(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Direct-traffic share",
        "Direct traffic",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "sessions without a known referrer / sessions",
        "Google, Analytics Help: traffic-source dimensions, 2024");

    /// <summary>Sessions without a known referrer.</summary>
    public long Direct => Evidence.Count;

    /// <summary>All sessions.</summary>
    public long Sessions => Evidence.Total;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    [JsonIgnore]
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The share of one session.</summary>
    /// <param name="referrer">The session's referrer; <see langword="null"/> or blank when it is unknown.</param>
    /// <returns>The share.</returns>
    public static DirectTrafficShare FromSession(string? referrer) => new(ShareTally.One(string.IsNullOrWhiteSpace(referrer)));

    /// <summary>The share of many sessions.</summary>
    /// <param name="referrers">The referrer of each session; <see langword="null"/> or blank when it is unknown.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="referrers"/> is <see langword="null"/>.</exception>
    public static DirectTrafficShare FromSessions(IEnumerable<string?> referrers) =>
        new(ShareTally.FromHits(Guard.NotNull(referrers).Select(string.IsNullOrWhiteSpace)));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(DirectTrafficShare baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);

    /// <inheritdoc/>
    public DirectTrafficShare Combine(DirectTrafficShare other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);
}
