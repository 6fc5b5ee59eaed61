using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Service quality gap (SERVQUAL): the mean of perception minus expectation, in scale points.</summary>
/// <remarks>
/// <code>gap = sum of (perception - expectation) / pairs</code>
/// Scale points; negative is below expectation, 0 meets it; <c>default</c> holds no data. One pair is one respondent's two answers to one item;
/// one record is one item or one dimension. Student's interval of the differences, cut at the ends of their range.
/// <para>Dimensions (SERVQUAL has five) are records of their own: each respondent's items of a dimension are averaged first, and the record holds one
/// difference per respondent. <see cref="Combine"/> adds respondents of one dimension; it does not join dimensions. <see cref="Weighted"/> joins them:
/// it takes the
/// mean of their gaps with the weights that customers give, of which only the proportions matter; equal weights give the unweighted score.
/// The same people answer
/// all dimensions, so the joint figure has no interval of its own.</para>
/// Source: A. Parasuraman, V. Zeithaml, L. Berry, "SERVQUAL: A Multiple-Item Scale for Measuring Consumer Perceptions of Service Quality",
/// Journal of Retailing, 1988.
/// <para>Pitfalls: subtracting means of different people: the answers are pairs, and an answer without its counterpart is left out of the base;
/// pooling the items of one respondent as if they were people, which narrows the interval (average them first, see <see cref="ItemScale"/>).</para>
/// <para>Other conventions: SERVPERF, perception alone (<see cref="MeanRating"/>).</para>
/// <example>Perceptions 5, 6 and 4 against expectations 6, 6 and 6: gap -1.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<ServiceQualityGap>))]
public readonly record struct ServiceQualityGap : IKpi<ServiceQualityGap>
{
    /// <summary>Creates the gap from the sums of the differences.</summary>
    /// <param name="evidence">Count, sum and sum of squares of perception minus expectation.</param>
    /// <param name="scale">The scale of both questions; higher is better.</param>
    /// <param name="excluded">Pairs of which at least one answer is missing, or invalid, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No pairs on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    [JsonConstructor]
    public ServiceQualityGap(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(ServiceQualityGap), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest - scale.Highest, scale.Highest - scale.Lowest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Service quality gap",
        "SERVQUAL",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of (perception - expectation) / pairs",
        "A. Parasuraman, V. Zeithaml, L. Berry, SERVQUAL: A Multiple-Item Scale for Measuring Consumer Perceptions of Service Quality, Journal of Retailing, 1988");

    /// <summary>Count, sum and sum of squares of perception minus expectation.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The scale of both questions.</summary>
    public RatingScale Scale { get; }

    /// <summary>Incomplete and invalid pairs, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The gap of one pair.</summary>
    /// <param name="perception">What was got; <see langword="null"/> when it was not answered.</param>
    /// <param name="expectation">What was expected; <see langword="null"/> when it was not answered.</param>
    /// <param name="scale">The scale of both; higher is better.</param>
    /// <returns>The gap; no base when an answer is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static ServiceQualityGap FromPair(int? perception, int? expectation, RatingScale scale)
    {
        OnScale(perception, scale, nameof(perception));
        OnScale(expectation, scale, nameof(expectation));
        return perception - expectation is { } gap ? new(MeanTally.One(gap), scale) : new(default, scale, new ExcludedAnswers(missing: 1));
    }

    /// <summary>The gap of many pairs.</summary>
    /// <param name="pairs">Perception and expectation of each; <see langword="null"/> for one that was not answered.</param>
    /// <param name="scale">The scale of both; higher is better.</param>
    /// <returns>The gap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static ServiceQualityGap FromPairs(IEnumerable<(int? Perception, int? Expectation)> pairs, RatingScale scale)
    {
        ServiceQualityGap gap = new(default, scale);
        foreach ((int? perception, int? expectation) in Guard.NotNull(pairs))
        {
            gap = gap.Combine(FromPair(perception, expectation, scale));
        }

        return gap;
    }

    /// <summary>The weighted mean of several dimensions, such as the five of SERVQUAL with 100 points shared out over them.</summary>
    /// <param name="dimensions">The gap of each dimension, all on one scale.</param>
    /// <param name="weights">The weight of each, positive; only their proportions matter.</param>
    /// <returns>The mean in scale points; <see langword="null"/> when a dimension has no pairs.</returns>
    /// <exception cref="ArgumentException">There is no dimension, not one weight per dimension, or the scales differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not a positive finite number.</exception>
    public static double? Weighted(ReadOnlySpan<ServiceQualityGap> dimensions, ReadOnlySpan<double> weights)
    {
        Guard.SameLength(dimensions.Length, weights.Length, nameof(dimensions), nameof(weights));
        if (dimensions.IsEmpty)
        {
            throw new ArgumentException("there must be at least one dimension", nameof(dimensions));
        }

        double? sum = 0;
        double total = 0;
        for (int i = 0; i < dimensions.Length; i++)
        {
            double weight = Guard.Positive(Guard.Finite(weights[i], nameof(weights)), nameof(weights));
            dimensions[0].Shared(dimensions[i]);
            sum += weight * dimensions[i].Value;
            total += weight;
        }

        return sum / total;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        BoundedMean.Estimate(Evidence, Scale.Lowest - Scale.Highest, Scale.Highest - Scale.Lowest, confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(ServiceQualityGap baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public ServiceQualityGap Combine(ServiceQualityGap other) =>
        new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Count, format, formatProvider);

    private static void OnScale(int? answer, RatingScale scale, string name)
    {
        if (scale == default)
        {
            throw new ArgumentException("scale must be stated to read answers on it", nameof(scale));
        }

        if (answer is { } given)
        {
            Guard.InRange(given, scale.Lowest, scale.Highest, name);
        }
    }

    private RatingScale Shared(ServiceQualityGap other) => SharedRule.Of(this, Scale, other, other.Scale, "scale");
}
