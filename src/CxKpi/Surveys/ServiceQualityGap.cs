using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Service quality gap (SERVQUAL): the mean of perception minus expectation, in scale points.</summary>
/// <remarks>
/// <code>gap = sum of (perception - expectation) / pairs</code>
/// The value is in scale points: a negative value is below expectation, and 0 meets it. It lies between minus and plus the length of the scale;
/// <c>default</c> holds no data. One pair is the two answers of one respondent to one item; one record is one item or one dimension.
/// The interval is Wilson's on the effective number of pairs, with Student's quantile, and stays within that range.
/// <para>Each dimension (SERVQUAL has five) is a record of its own: the items of a dimension are averaged for each respondent first, and the record holds one
/// difference per respondent. <see cref="Combine"/> adds respondents of one dimension; it does not join dimensions. <see cref="Weighted"/> joins them by the
/// mean of their gaps with the weights that customers give, of which only the proportions matter; equal weights give the unweighted score.
/// The same people answer all dimensions, so the joint figure has no interval of its own.</para>
/// It can be created from one pair of answers, many pairs, or a <see cref="MeanTally"/>. Records with different scales neither combine nor compare.
/// Source: A. Parasuraman, V. Zeithaml, L. Berry, "SERVQUAL: A Multiple-Item Scale for Measuring Consumer Perceptions of Service Quality",
/// Journal of Retailing, 1988.
/// <para>Pitfalls: subtracting means of different people, although the answers are pairs (a pair with a missing answer is left out of the base);
/// pooling the items of one respondent as if they were people, which narrows the interval (average them first, see <see cref="ItemScale"/>).</para>
/// <para>Other conventions: SERVPERF uses perception alone (<see cref="MeanRating"/>).</para>
/// <example>Perceptions of 5, 6 and 4 against expectations of 6, 6 and 6 give a gap of -1.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ServiceQualityGap>))]
[TypeFormatterSource(typeof(KpiFormatters<ServiceQualityGap>))]
public readonly record struct ServiceQualityGap : IKpi<ServiceQualityGap>, IJsonRecord<ServiceQualityGap>
{
    /// <summary>Creates the gap from the sums of the differences.</summary>
    /// <param name="evidence">The count, sum and sum of squares of the differences, perception minus expectation.</param>
    /// <param name="scale">The scale of both questions; on it, higher must be better.</param>
    /// <param name="excluded">Pairs with a missing or invalid answer, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No pairs on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public ServiceQualityGap(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(ServiceQualityGap), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest - scale.Highest, scale.Highest - scale.Lowest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="ServiceQualityGap(MeanTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ServiceQualityGap(MeanTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Service quality gap",
        "SERVQUAL",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of (perception - expectation) / pairs",
        "A. Parasuraman, V. Zeithaml, L. Berry, SERVQUAL: "
            + "A Multiple-Item Scale for Measuring Consumer Perceptions of Service Quality, Journal of Retailing, 1988");

    /// <summary>The count, sum and sum of squares of the differences, perception minus expectation.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The scale of both questions.</summary>
    public RatingScale Scale { get; }

    /// <summary>Pairs with a missing or invalid answer, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Scale(Scale));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the gap from one pair of answers.</summary>
    /// <param name="perception">The answer on what the respondent got; <see langword="null"/> when it was not given.</param>
    /// <param name="expectation">The answer on what the respondent expected; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale of both answers; on it, higher must be better.</param>
    /// <returns>The gap; a pair with a missing answer is counted as missing and adds nothing to the base.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static ServiceQualityGap FromPair(int? perception, int? expectation, RatingScale scale)
    {
        OnScale(perception, scale, nameof(perception));
        OnScale(expectation, scale, nameof(expectation));
        return perception - expectation is { } gap ? new(MeanTally.One(gap), scale) : new(default, scale, new ExcludedAnswers(missing: 1));
    }

    /// <summary>Creates the gap from many pairs of answers.</summary>
    /// <param name="pairs">The perception and the expectation of each pair; <see langword="null"/> for an answer that was not given.</param>
    /// <param name="scale">The scale of both answers; on it, higher must be better.</param>
    /// <returns>The gap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names the position of its pair.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    [OverloadResolutionPriority(1)]
    public static ServiceQualityGap FromPairs(IEnumerable<(int? Perception, int? Expectation)> pairs, RatingScale scale) => FromPairs<int>(pairs, scale);

    /// <inheritdoc cref="FromPairs(IEnumerable{ValueTuple{int?, int?}}, RatingScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static ServiceQualityGap FromPairs<TAnswer>(IEnumerable<(TAnswer? Perception, TAnswer? Expectation)> pairs, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer>
    {
        scale.Stated(nameof(scale));
        ServiceQualityGap gap = new(default, scale);
        long position = 0;
        foreach ((TAnswer? perception, TAnswer? expectation) in Guard.NotNull(pairs))
        {
            int? perceived = RatingTally.Whole(perception, scale, nameof(pairs), position, ", perception");
            int? expected = RatingTally.Whole(expectation, scale, nameof(pairs), position++, ", expectation");
            gap = gap.Combine(FromPair(perceived, expected, scale));
        }

        return gap;
    }

    /// <inheritdoc cref="FromPairs{TAnswer}(IEnumerable{ValueTuple{TAnswer?, TAnswer?}}, RatingScale)"/>
    public static ServiceQualityGap FromPairs<TAnswer>(IEnumerable<(TAnswer Perception, TAnswer Expectation)> pairs, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        FromPairs(Guard.NotNull(pairs).Select(pair => ((TAnswer?)pair.Perception, (TAnswer?)pair.Expectation)), scale);

    /// <summary>Calculates the weighted mean of several dimensions, such as the five of SERVQUAL with 100 points shared out among them.</summary>
    /// <param name="dimensions">The gap of each dimension, all on one scale.</param>
    /// <param name="weights">The weight of each dimension, positive and finite; only their proportions matter.</param>
    /// <returns>The mean in scale points; <see langword="null"/> when a dimension has no pairs.</returns>
    /// <exception cref="ArgumentException">There is no dimension, the numbers of dimensions and weights differ, or the scales differ.</exception>
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

    KpiRange IKpi<ServiceQualityGap>.GoalRange => Scale == default ? default : new(Scale.Lowest - Scale.Highest, Scale.Highest - Scale.Lowest);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        BoundedMean.Estimate(Evidence, Scale.Lowest - Scale.Highest, Scale.Highest - Scale.Lowest, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ServiceQualityGap baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(
            Evidence,
            baseline.Evidence,
            Scale.Lowest - Scale.Highest,
            Scale.Highest - Scale.Lowest,
            confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ServiceQualityGap Combine(ServiceQualityGap other) =>
        new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

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

    private RatingScale Shared(ServiceQualityGap other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static ServiceQualityGap IJsonRecord<ServiceQualityGap>.Json(JsonMembers<ServiceQualityGap> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
