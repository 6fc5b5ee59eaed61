using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Pages per visit: the average number of pages viewed in a visit.</summary>
/// <remarks>
/// <code>pages per visit = page views / visits</code> The value is a ratio from 0 up; <c>default</c> holds no data.
/// Neither direction is good in itself: many pages mean an interested visitor, or one who is lost. Read it together with <see cref="ConversionRate"/>.
/// It can be created from totals, the page views of each visit, or a <see cref="RatioTally"/>.
/// Source: Web Analytics Association, "Web Analytics Definitions", 2007.
/// <para>Pitfalls: averaging the averages of days (combine the records instead); counting views by robots, pages that load without a view, or one view
/// twice.</para>
/// <example>Visits of 1, 2 and 6 pages: 3 pages per visit.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PagesPerVisit>))]
[TypeFormatterSource(typeof(KpiFormatters<PagesPerVisit>))]
public readonly record struct PagesPerVisit : IKpi<PagesPerVisit>, IJsonRecord<PagesPerVisit>
{
    /// <summary>Creates the ratio from the evidence of its visits.</summary>
    /// <param name="evidence">The page views over the visits; the number of visits must be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of visits is not whole, the number of views is negative, or there are views without a
    /// visit.</exception>
    public PagesPerVisit(RatioTally evidence)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = evidence.Denominator == 0 && evidence.Numerator > 0
            ? throw Guard.Outside(nameof(evidence), "must have visits when it has views", evidence)
            : WholeCount.Of(evidence, nameof(evidence));
    }

    /// <summary>Creates the ratio from totals; several such records together have an interval.</summary>
    /// <param name="views">The number of page views; not negative, and 0 when there are no visits.</param>
    /// <param name="visits">The number of visits; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are views without a visit.</exception>
    public PagesPerVisit(long views, long visits)
        : this(RatioTally.FromTotals(
            Guard.NotNegative(views),
            Guard.NotNegative(visits) == 0 && views > 0
                ? throw Guard.Outside(nameof(visits), "must be greater than zero when there are views", visits)
                : visits))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Pages per visit",
        "Pages/visit",
        KpiUnit.Ratio,
        KpiDirection.Neutral,
        "page views / visits",
        "Web Analytics Association, Web Analytics Definitions, 2007");

    /// <summary>The page views over the visits.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Session;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the ratio from visits whose views are known one by one, so that it has an interval.</summary>
    /// <param name="views">The page views of each visit; none negative.</param>
    /// <returns>The ratio.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="views"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static PagesPerVisit FromVisits(IEnumerable<long> views) =>
        new(RatioTally.FromValues(Guard.NotNull(views).Select((count, i) => (decimal)Guard.NotNegativeAt(count, i, nameof(views)))));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(PagesPerVisit baseline, double confidence = 0.95) =>
        PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public PagesPerVisit Combine(PagesPerVisit other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static PagesPerVisit IJsonRecord<PagesPerVisit>.Json(JsonMembers<PagesPerVisit> json) => new(json.Record(nameof(Evidence), x => x.Evidence));
}
