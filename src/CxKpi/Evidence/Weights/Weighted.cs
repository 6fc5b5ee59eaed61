using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// A KPI whose observations stand for unequal numbers of people: the record over all of them as they were observed, and the sums over their weights.
/// Its value, interval and comparisons are weighted.
/// </summary>
/// <typeparam name="TKpi">The type of the KPI record; its value must be a ratio of two totals, which <see cref="IEvidence.Totals"/> says.</typeparam>
/// <remarks>
/// <code>value = origin + scale * sum of weight * value / sum of weights</code> Unit, rules and definition are those of <see cref="Total"/>, whose value is the
/// unweighted one; a rule says that the record is weighted. <c>default</c> holds no data.
/// The scale of the weights does not matter. Weights that are all the same change nothing: value, interval and comparisons are those of <see cref="Total"/>.
/// <para>Otherwise the standard error is that of a linearised weighted mean with n - 1 degrees of freedom, as <see cref="WeightedTally"/> has it. Net scores
/// have score limits, shares and means on a scale Wilson's, each on the effective sample size, with Student's quantile; amounts that cannot be negative have
/// limits on the logarithm of the value. Limits at a multiple of the standard error cover far too little in small samples.</para>
/// Source: L. Kish, Survey Sampling, 1965; E. Korn and B. Graubard, "Confidence Intervals for Proportions with Small Expected Number of Positive Counts
/// Estimated from Survey Data", Survey Methodology, 1998; T. Tango, "Equivalence test and confidence interval for the difference in proportions for the
/// paired-sample design", 1998.
/// <para>Pitfalls: weights mend who answered and never what they answered, so those who stay silent for reasons of their own stay unheard; uneven weights
/// cost precision, which <see cref="WeightedTally.DesignEffect"/> states; and records whose weights have different scales add up to nonsense.</para>
/// <example>An answer of a segment in which few answered counts for more people than one of a segment in which many did.</example>
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Weighted<TKpi> : IKpi<Weighted<TKpi>>, ILocalizedFace, IJsonRecord<Weighted<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>Creates the record from its evidence; most callers use <see cref="Weighted.FromObservations"/> or a tally verb.</summary>
    /// <param name="total">The record over all observations with a weight, as if they had none.</param>
    /// <param name="weights">The sums over the values and weights of the same observations.</param>
    /// <exception cref="ArgumentException">The value of the record is not a ratio of two totals, or its observations come in clusters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sums cannot be those of the observations of <paramref name="total"/>.</exception>
    public Weighted(TKpi total, WeightedTally weights)
        : this(total, weights, nameof(total), nameof(weights))
    {
    }

    /// <summary>The same for a caller who knows the record and the weights by other names.</summary>
    internal Weighted(TKpi total, WeightedTally weights, string name, string weightsName)
    {
        Total = total;
        Weights = weights;
        WeightedIntervals.Require(total, weights, name, weightsName);
    }

    // Sums of valid records are valid.
    private Weighted(in Weighted<TKpi> a, in Weighted<TKpi> b)
    {
        Total = a.Total.Combine(b.Total);
        Weights = a.Weights.Combine(b.Weights);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition => TKpi.Definition;

    /// <summary>The record over all observations as they were observed, without weights.</summary>
    public TKpi Total { get; }

    /// <summary>The sums over weights and values, with the effective sample size and the design effect.</summary>
    public WeightedTally Weights { get; }

    /// <summary>The weighted value in the definition's unit; <see langword="null"/> when there is no observation with a weight.</summary>
    public double? Value => Weights.IsEven ? Total.Value : Totals is { } totals ? totals.Origin + totals.Scale * Weights.Value : null;

    /// <summary>The number of observations with a weight above 0.</summary>
    public long N => Total.N;

    /// <inheritdoc/>
    public ObservationKind Observation => Total.Observation;

    /// <summary>The rules of <see cref="Total"/>, and that the record is weighted.</summary>
    public IReadOnlyList<KpiRule> Rules => Equals(default) ? Total.Rules : ValueList.Of(Total.Rules.Append(WeightedIntervals.Rule));

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Total.LeftOut;

    /// <inheritdoc/>
    public EstimateFlags Flags => Total.Flags;

    /// <inheritdoc/>
    public string? Currency => Total.Currency;

    /// <inheritdoc/>
    public KpiRange GoalRange => Total.GoalRange;

    /// <summary>The weighted totals. They are no counts, whatever the KPI counts.</summary>
    public EvidenceTotals? Totals => Total.Totals is { } totals ? new(Weights.WeightedSum, Weights.Weights, totals.Scale, totals.Origin) : null;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Weights.IsEven ? Total.Estimate(confidence) : WeightedIntervals.Estimate(this, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(Weighted<TKpi> baseline, double confidence = 0.95)
    {
        // The records know which rules they must share, and compare observations without weights, or with weights that are all the same, on their own.
        Change? plain = Total.ChangeFrom(baseline.Total, confidence);
        return plain is null || (Weights.IsEven && baseline.Weights.IsEven)
            ? plain
            : WeightedIntervals.Change(this, baseline, confidence).In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    /// <remarks>The weights of both records must have the same scale.</remarks>
    public Weighted<TKpi> Combine(Weighted<TKpi> other) => new(in this, in other);

    /// <summary>The weighted value and the observations as invariant text.</summary>
    /// <returns>Text for display, such as <c>NPS (weighted) +30.0 (120 answers)</c>.</returns>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    string ILocalizedFace.ToHtml(Phrases words) => KpiFormatters<Weighted<TKpi>>.Face(this, words);

    static Weighted<TKpi> IJsonRecord<Weighted<TKpi>>.Json(JsonMembers<Weighted<TKpi>> json) => new(
        json.Any(nameof(Total), x => x.Total),
        json.Record(nameof(Weights), x => x.Weights));
}
