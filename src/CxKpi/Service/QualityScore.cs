using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Quality-monitoring score: the share of the applicable points that evaluated contacts reached.</summary>
/// <remarks>
/// <code>score = points reached / points possible on applicable items</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// An item that does not apply is on neither side. A fatal error takes the whole evaluation to 0 of its possible points.
/// Each record is one evaluation, and several together have an interval. The visit of a mystery shopper is an evaluation too.
/// It can be created from points, the items of one evaluation, or a <see cref="RatioTally"/>.
/// Source: a common definition of contact-centre quality monitoring without a single author.
/// <para>Pitfalls: counting an item that does not apply as 0, which punishes, or with full points, which is too favourable; leaving out an evaluation with a
/// fatal error; averaging the percentages of evaluations with different possible points; ranking agents by a few evaluations (read the interval).</para>
/// <para>Other conventions: giving full points for items that do not apply; keeping the calculated score beside a failed outcome.</para>
/// <example>Evaluations of 18 of 20, of 15 of 15 (one item did not apply) and of a fatal error out of 20: 33 of 55, which is 60 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<QualityScore>))]
[TypeFormatterSource(typeof(KpiFormatters<QualityScore>))]
public readonly record struct QualityScore : IKpi<QualityScore>, IJsonRecord<QualityScore>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">The points reached over the points possible, with one row per evaluation; the part is neither negative nor larger than the
    /// whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public QualityScore(RatioTally evidence) => Evidence = BoundedRatio.Checked(evidence);

    /// <summary>Creates the score from one evaluation or from totals; several such records together have an interval.</summary>
    /// <param name="points">The points reached, 0 after a fatal error; not negative, not more than <paramref name="possible"/>.</param>
    /// <param name="possible">The points possible on the items that applied; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or more points were reached than possible.</exception>
    [RowSums(IsPart = true)]
    public QualityScore(decimal points, decimal possible)
        : this(BoundedRatio.Row(points, possible))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Quality-monitoring score",
        "Quality",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "points reached / points possible on applicable items",
        "Common definition of contact-centre quality monitoring; no single author");

    /// <summary>The points reached over the points possible, with one row per evaluation.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Evaluation;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the score from the items of one evaluation.</summary>
    /// <param name="items">The items; those that do not apply are on neither side.</param>
    /// <returns>The score; it holds no data when no item applied.</returns>
    public static QualityScore FromEvaluation(ReadOnlySpan<QualityItem> items)
    {
        decimal points = 0, possible = 0;
        bool fatal = false;
        foreach (ref readonly QualityItem item in items)
        {
            points = Guard.Add(points, item.Points);
            possible = Guard.Add(possible, item.Possible);
            fatal |= item.IsFatalError;
        }

        return new(fatal ? 0 : points, possible);
    }

    /// <inheritdoc cref="FromEvaluation(ReadOnlySpan{QualityItem})"/>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static QualityScore FromEvaluation(QualityItem[] items) => FromEvaluation(new ReadOnlySpan<QualityItem>(Guard.NotNull(items)));

    /// <summary>Creates the score from the items of one evaluation.</summary>
    /// <param name="items">The items; those that do not apply are on neither side.</param>
    /// <returns>The score; it holds no data when no item applied.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static QualityScore FromEvaluation(IEnumerable<QualityItem> items) => FromEvaluation([.. Guard.NotNull(items)]);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(QualityScore baseline, double confidence = 0.95) =>
        BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public QualityScore Combine(QualityScore other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static QualityScore IJsonRecord<QualityScore>.Json(JsonMembers<QualityScore> json) => new(json.Record(nameof(Evidence), x => x.Evidence));
}
