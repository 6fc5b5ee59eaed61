using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Click-through rate (CTR): the share of the times that an advertisement was shown in which it was clicked.</summary>
/// <remarks>
/// <code>CTR = clicks / impressions</code> The value is a fraction in [0, 1], usually below 0.1; <c>default</c> holds no data.
/// It can be created from counts, or what was published of them. Clicks of e-mails are <see cref="EmailClickRate"/>, what becomes of clicks is
/// <see cref="ConversionRate"/>, and what they cost <see cref="UnitCost"/>.
/// The interval takes impressions for independent, which those of one person are not: where persons are known, tally with clusters.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: counting several clicks on one impression, which can exceed the impressions; impressions that nobody could see (some count viewable
/// ones alone); averaging the rates of campaigns (combine the records instead); taking a click for interest, or robots for people.</para>
/// <example>Shown 20,000 times and clicked 300 times: 1.5 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ClickThroughRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ClickThroughRate>))]
public readonly record struct ClickThroughRate : IKpi<ClickThroughRate>, IJsonRecord<ClickThroughRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="clicks">The number of impressions that were clicked; not negative, not more than <paramref name="impressions"/>.</param>
    /// <param name="impressions">The number of times the advertisement was shown; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public ClickThroughRate(long clicks, long impressions)
        : this(new ShareTally(Guard.Part(clicks, impressions), impressions))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public ClickThroughRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Click-through rate",
        "CTR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "clicks / impressions",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of impressions that were clicked.</summary>
    public long Clicks => Evidence.Count;

    /// <summary>The number of times the advertisement was shown.</summary>
    public long Impressions => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Impression;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ClickThroughRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ClickThroughRate Combine(ClickThroughRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ClickThroughRate IJsonRecord<ClickThroughRate>.Json(JsonMembers<ClickThroughRate> json) => new(
        ShareJson.Of(json, nameof(Clicks), nameof(Impressions), x => x.Evidence));
}
