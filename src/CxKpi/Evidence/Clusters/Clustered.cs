using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// A KPI whose observations came in clusters, such as the calls of a day, the answers of a customer or the contacts of an agent: the record over all of them,
/// and how much the clusters vary. The clusters are the sampling units of its interval and of its comparisons.
/// </summary>
/// <typeparam name="TKpi">The type of the KPI record; its value must be a ratio of two totals, which <see cref="IEvidence.Totals"/> says.</typeparam>
/// <remarks>
/// <code>value = origin + scale * sum of numerators / sum of denominators</code> Value, unit, rules and definition are those of <see cref="Total"/>;
/// the standard error is that of a ratio of totals over clusters, <c>K/(K - 1) * sum of (y - Rx)² / (sum of x)²</c>, with K - 1 degrees of freedom.
/// <c>default</c> holds no data.
/// Shares, net scores and means on a scale have Wilson's limits on the effective sample size <c>m(1 - m)/se²</c>, with Student's quantile, because limits at a
/// multiple of the standard error cover far too little near the ends of the range; amounts that cannot be negative have limits on the logarithm of the value.
/// It can be created from the record of each cluster (<see cref="Clustered.FromClusters"/>), or by the tally verbs with a selector of the cluster.
/// Source: L. Kish, Survey Sampling, 1965; E. Korn and B. Graubard, "Confidence Intervals for Proportions with Small Expected Number of Positive Counts
/// Estimated from Survey Data", Survey Methodology, 1998.
/// <para>Pitfalls: taking the calls of one queue for independent, since a busy hour delays all of them; fewer than ten clusters, which are flagged
/// <see cref="EstimateFlags.FewClusters"/>; and adding up records in which the same cluster occurs twice, where it counts as two. Tally the rows of the
/// whole time span instead.</para>
/// <example>The answers of a customer who calls six times are six observations in one cluster.</example>
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Clustered<TKpi> : IKpi<Clustered<TKpi>>, ILocalizedFace, IJsonRecord<Clustered<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>Creates the record from its evidence; most callers use <see cref="Clustered.FromClusters"/> or a tally verb.</summary>
    /// <param name="total">The record over all clusters.</param>
    /// <param name="clusters">The numerators and denominators of the clusters, one row a cluster, which add up to those of <paramref name="total"/>.</param>
    /// <exception cref="ArgumentException">The value of the record is not a ratio of two totals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The clusters do not add up to the total.</exception>
    public Clustered(TKpi total, RatioTally clusters)
    {
        Total = total;
        Clusters = clusters;
        EvidenceTotals? totals = ClusteredIntervals.Totals(total, nameof(total));
        (decimal numerator, decimal denominator) = totals is { } known ? (known.Numerator, known.Denominator) : default;
        if (!Agree(numerator, clusters.Numerator) || !Agree(denominator, clusters.Denominator))
        {
            throw Guard.Outside(nameof(clusters), FormattableString.Invariant($"must add up to the total, {numerator} / {denominator}"), clusters);
        }
    }

    // Sums of valid records are valid.
    private Clustered(in Clustered<TKpi> a, in Clustered<TKpi> b)
    {
        Total = a.Total.Combine(b.Total);
        Clusters = a.Clusters.Combine(b.Clusters);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition => TKpi.Definition;

    /// <summary>The record over all observations, as if they did not come in clusters.</summary>
    public TKpi Total { get; }

    /// <summary>The numerators and denominators of the clusters, one row a cluster.</summary>
    public RatioTally Clusters { get; }

    /// <inheritdoc/>
    public double? Value => Total.Value;

    /// <inheritdoc/>
    public long N => Total.N;

    /// <inheritdoc/>
    public long Rows => Total.Rows;

    long? IKpi<Clustered<TKpi>>.Clusters => Clusters.Rows is > 0 and var clusters ? clusters : null;

    /// <inheritdoc/>
    public ObservationKind Observation => Total.Observation;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => Total.Rules;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Total.LeftOut;

    /// <inheritdoc/>
    public EstimateFlags Flags => Total.Flags;

    /// <inheritdoc/>
    public string? Currency => Total.Currency;

    /// <inheritdoc/>
    public KpiRange GoalRange => Total.GoalRange;

    /// <summary>The totals. They are no counts of independent things, whatever the KPI counts.</summary>
    public EvidenceTotals? Totals => Total.Totals is { } totals ? new(totals.Numerator, totals.Denominator, totals.Scale, totals.Origin) : null;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => ClusteredIntervals.Estimate(this, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(Clustered<TKpi> baseline, double confidence = 0.95)
    {
        // The records know which rules they must share.
        bool isDefined = Total.ChangeFrom(baseline.Total, confidence) is not null;
        return isDefined ? ClusteredIntervals.Change(this, baseline, confidence).In(Definition, baseline.Value, Currency) : null;
    }

    /// <inheritdoc/>
    /// <remarks>A cluster that occurs in both records counts as two.</remarks>
    public Clustered<TKpi> Combine(Clustered<TKpi> other) => new(in this, in other);

    /// <summary>The value, the observations and the clusters as invariant text.</summary>
    /// <returns>Text for display, such as <c>NPS +30.0 (120 answers, 20 clusters)</c>.</returns>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    string ILocalizedFace.ToHtml(Phrases words) => KpiFormatters<Clustered<TKpi>>.Face(this, words);

    // The slack covers the last digit of a sum that decimal had to round.
    private static bool Agree(decimal total, decimal sum) => total == sum || Math.Abs((double)(total - sum)) <= 1e-20 * Math.Abs((double)total);

    static Clustered<TKpi> IJsonRecord<Clustered<TKpi>>.Json(JsonMembers<Clustered<TKpi>> json) => new(
        json.Any(nameof(Total), x => x.Total),
        json.Record(nameof(Clusters), x => x.Clusters));
}
