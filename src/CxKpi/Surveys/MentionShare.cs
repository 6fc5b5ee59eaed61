using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Share of mentions: the share of comments or contacts that mention a theme.</summary>
/// <remarks>
/// <code>share = rows that mention the theme / rows</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Neither direction is good in itself: a theme may be praise or complaint.
/// It can be created from counts or one row; <c>TallyThemesBy</c> makes a series of it for each theme.
/// Source: J. M. Juran, Quality Control Handbook, 1951 (the vital few among causes).
/// <para>Pitfalls: adding up the shares of themes, since a comment may mention several; comparing months that were coded by different models or lists;
/// taking the share of comments for one of customers.</para>
/// <example>40 of 200 comments mention the delivery: 20 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MentionShare>))]
[TypeFormatterSource(typeof(KpiFormatters<MentionShare>))]
public readonly record struct MentionShare : IKpi<MentionShare>, IJsonRecord<MentionShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="mentions">The number of rows that mention the theme; not negative, not more than <paramref name="all"/>.</param>
    /// <param name="all">The number of all rows; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public MentionShare(long mentions, long all)
        : this(new ShareTally(Guard.Part(mentions, all), all))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public MentionShare(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Share of mentions",
        "Mentions",
        KpiUnit.Share,
        KpiDirection.Neutral,
        "rows with the theme / rows",
        "J. M. Juran, Quality Control Handbook, 1951");

    /// <summary>The number of rows that mention the theme.</summary>
    public long Mentions => Evidence.Count;

    /// <summary>The number of all rows.</summary>
    public long All => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one row.</summary>
    /// <param name="mentions">Whether the row mentions the theme.</param>
    /// <returns>The share.</returns>
    public static MentionShare FromRow(bool mentions) => new(ShareTally.One(mentions));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(MentionShare baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public MentionShare Combine(MentionShare other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static MentionShare IJsonRecord<MentionShare>.Json(JsonMembers<MentionShare> json) => new(
        ShareJson.Of(json, nameof(Mentions), nameof(All), x => x.Evidence));
}
