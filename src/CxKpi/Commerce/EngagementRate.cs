using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Engagement rate: the share of the people or sessions exposed that engaged, by an explicit rule of what counts as engaged.</summary>
/// <remarks>
/// <code>engagement rate = engaged / exposed</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// There is no common definition, so the rule is part of the figure: rates with different rules neither combine nor compare.
/// Google Analytics, for example, calls a session engaged when it lasts longer than 10 seconds, has a key event, or has at least two page views.
/// It can be created from counts, or one unit.
/// Source: Google, Analytics Help (engagement rate and bounce rate), 2024.
/// <para>Pitfalls: changing the rule between two periods; counting exposure as reach in one place and as impressions in another;
/// counting several reactions of one person as several engaged people; taking engagement for an outcome.</para>
/// <example>630 of 1,000 sessions are engaged: 63 %. Google Analytics calls the other 37 % the bounce rate.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EngagementRate>))]
[TypeFormatterSource(typeof(KpiFormatters<EngagementRate>))]
public readonly record struct EngagementRate : IKpi<EngagementRate>, IJsonRecord<EngagementRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="engaged">The number of units that engaged, each counted once; not negative, not more than <paramref name="exposed"/>.</param>
    /// <param name="exposed">The number of units that could have engaged; not negative.</param>
    /// <param name="engagedMeans">A description of what counts as engaged and what as exposed; required unless both counts are 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="engagedMeans"/> is <see langword="null"/> although there are counts.</exception>
    /// <exception cref="ArgumentException"><paramref name="engagedMeans"/> is blank.</exception>
    public EngagementRate(long engaged, long exposed, string? engagedMeans)
        : this(new ShareTally(Guard.Part(engaged, exposed), exposed), engagedMeans)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="engagedMeans">What counts as engaged; rates of different meanings do not combine.</param>
    public EngagementRate(ShareTally evidence, string? engagedMeans)
    {
        Evidence = evidence;
        EngagedMeans = (evidence, engagedMeans) == default ? null : Guard.NotBlank(engagedMeans);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Engagement rate",
        "Engagement",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "engaged / exposed, by a stated rule",
        "Google, Analytics Help: engagement rate and bounce rate, 2024");

    /// <summary>The number of units that engaged, each counted once.</summary>
    public long Engaged => Evidence.Count;

    /// <summary>The number of units that could have engaged.</summary>
    public long Exposed => Evidence.N;

    /// <summary>The description of what counts as engaged and what as exposed; <see langword="null"/> when there is no data.</summary>
    public string? EngagedMeans { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Session;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Stated(nameof(EngagedMeans), EngagedMeans));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one unit.</summary>
    /// <param name="engaged">Whether the unit engaged.</param>
    /// <param name="engagedMeans">A description of what counts as engaged and what as exposed.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="engagedMeans"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="engagedMeans"/> is blank.</exception>
    public static EngagementRate FromUnit(bool engaged, string engagedMeans) => new(ShareTally.One(engaged), engagedMeans);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(EngagementRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public EngagementRate Combine(EngagementRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private string? Shared(EngagementRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, EngagedMeans, other, other.EngagedMeans, "rule of what counts as engaged", name);

    static EngagementRate IJsonRecord<EngagementRate>.Json(JsonMembers<EngagementRate> json) => new(
        ShareJson.Of(json, nameof(Engaged), nameof(Exposed), x => x.Evidence),
        json.OptionalText(nameof(EngagedMeans), x => x.EngagedMeans));
}
