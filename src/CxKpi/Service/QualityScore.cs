using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Quality-monitoring score: the share of the applicable points that evaluated contacts reached.</summary>
/// <remarks>
/// <code>score = points reached / points possible on applicable items</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// An item that does not apply is on neither side. A fatal error takes the whole evaluation to 0 of its possible points.
/// A row is one evaluation, and several have an interval.
/// It can be created from points, the items of one evaluation, or a <see cref="RatioTally"/>.
/// Source: a common definition of contact-centre quality monitoring without a single author.
/// <para>Pitfalls: an item that does not apply counted as 0 punishes, as full points it flatters; an evaluation with a fatal error left out;
/// averaging the percentages of evaluations with different possible points; ranking agents by a handful of evaluations: look at the interval.</para>
/// <para>Other conventions: full points for items that do not apply; the calculated score kept beside a failed outcome.</para>
/// <example>Evaluations of 18 of 20, 15 of 15 (an item did not apply) and a fatal error out of 20: 33 of 55, 60 %.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<QualityScore>))]
public readonly record struct QualityScore : IKpi<QualityScore>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">Points reached over points possible, in rows; the part is neither negative nor larger than the whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    [JsonConstructor]
    public QualityScore(RatioTally evidence) => Evidence = BoundedRatio.Checked(evidence);

    /// <summary>Creates the score of one evaluation, or of a total; several such records together have an interval.</summary>
    /// <param name="points">Points reached, 0 after a fatal error; not negative, not more than <paramref name="possible"/>.</param>
    /// <param name="possible">Points possible on the items that applied; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or more points were reached than possible.</exception>
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

    /// <summary>Points reached over points possible, in rows.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The score of one evaluation, from its items.</summary>
    /// <param name="items">The items; those that do not apply are on neither side.</param>
    /// <returns>The score; no data when no item applied.</returns>
    public static QualityScore FromEvaluation(ReadOnlySpan<QualityItem> items)
    {
        decimal points = 0, possible = 0;
        bool fatal = false;
        foreach (ref readonly QualityItem item in items)
        {
            points += item.Points;
            possible += item.Possible;
            fatal |= item.IsFatalError;
        }

        return new(fatal ? 0 : points, possible);
    }

    /// <summary>The score of one evaluation, from its items.</summary>
    /// <param name="items">The items; those that do not apply are on neither side.</param>
    /// <returns>The score; no data when no item applied.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static QualityScore FromEvaluation(IEnumerable<QualityItem> items) => FromEvaluation([.. Guard.NotNull(items)]);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(QualityScore baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);

    /// <inheritdoc/>
    public QualityScore Combine(QualityScore other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Rows, format, formatProvider);
}
