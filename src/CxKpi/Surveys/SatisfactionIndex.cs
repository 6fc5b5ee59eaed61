using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer satisfaction index of the ACSI form: a weighted mean of three questions on one scale, brought to a range from 0 to 100.</summary>
/// <remarks>
/// <code>index = sum of weight * 100 * (mean - lowest) / (highest - lowest)</code>
/// The value is an index in [0, 100]. It is undefined as long as one question has no answers; <c>default</c> holds no data.
/// The three questions, usually answered on 1 to 10, are overall satisfaction, performance against expectations, and performance against the ideal.
/// The weights are supplied by the caller (<see cref="SatisfactionWeights"/>).
/// Each question has its own base, so an answer missing from one question does not remove the others. The same people answer all three, and in practice their
/// answers depend closely on each other. Records of respondents know how, which limits and changes allow for. Sums per question do not show it: their limits
/// are the weighted means of the three questions' limits, which is safe where independence would be too narrow, and a change has no p-value. Adding such sums
/// to respondents leaves this unknown.
/// The number of observations shown is the smallest of the three bases.
/// It can be created from one respondent, three <see cref="RatingTally"/> values, or three <see cref="MeanTally"/> values.
/// Records with different scales or weights neither combine nor compare.
/// Source: C. Fornell, M. Johnson, E. Anderson, J. Cha, B. Bryant, "The American Customer Satisfaction Index: Nature, Purpose, and Findings",
/// Journal of Marketing, 1996.
/// <para>Pitfalls: using weights that do not add up to 1 (they are normalised here); calling the index ACSI, although the official index estimates its
/// weights by a model of its own; dividing by the highest answer instead of the length of the scale.</para>
/// <para>Other conventions: <see cref="CustomerExperienceIndex"/> is a mean of net scores.</para>
/// <example>Means of 8, 7 and 6 on 1 to 10 give 67.8 with the weights 0.4, 0.3 and 0.3, and 66.7 with equal weights.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SatisfactionIndex>))]
[TypeFormatterSource(typeof(KpiFormatters<SatisfactionIndex>))]
public readonly record struct SatisfactionIndex : IKpi<SatisfactionIndex>, IJsonRecord<SatisfactionIndex>
{
    /// <summary>Creates the index from the sums of its three questions.</summary>
    /// <param name="overall">The count, sum and sum of squares of the answers on overall satisfaction.</param>
    /// <param name="expectations">The count, sum and sum of squares of the answers on performance against expectations.</param>
    /// <param name="ideal">The count, sum and sum of squares of the answers on performance against the ideal.</param>
    /// <param name="scale">The scale of all three questions; on it, higher must be better.</param>
    /// <param name="weights">The weights of the three questions.</param>
    /// <param name="excluded">Missing and invalid answers of all three questions, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No answers on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">Lower is better on the scale, or there are answers without weights.</exception>
    public SatisfactionIndex(
        MeanTally overall,
        MeanTally expectations,
        MeanTally ideal,
        RatingScale scale,
        SatisfactionWeights weights,
        ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(SatisfactionIndex), nameof(scale));
        Overall = BoundedMean.Checked(overall, scale.Lowest, scale.Highest, nameof(overall));
        Expectations = BoundedMean.Checked(expectations, scale.Lowest, scale.Highest, nameof(expectations));
        Ideal = BoundedMean.Checked(ideal, scale.Lowest, scale.Highest, nameof(ideal));
        Scale = scale;
        Weights = weights != default || scale == default ? weights : throw new ArgumentException("weights must be stated", nameof(weights));
        Excluded = excluded;
    }

    private SatisfactionIndex(
        MeanTally overall,
        MeanTally expectations,
        MeanTally ideal,
        RatingScale scale,
        SatisfactionWeights weights,
        ExcludedAnswers excluded,
        CrossProducts products)
        : this(overall, expectations, ideal, scale, weights, excluded) =>
        Products = products;

    /// <inheritdoc cref="SatisfactionIndex(MeanTally, MeanTally, MeanTally, RatingScale, SatisfactionWeights, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SatisfactionIndex(MeanTally overall, MeanTally expectations, MeanTally ideal, RatingScale scale, SatisfactionWeights weights)
        : this(overall, expectations, ideal, scale, weights, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer satisfaction index",
        "CSI",
        KpiUnit.Index,
        KpiDirection.HigherIsBetter,
        "sum of weight * 100 * (mean - lowest) / (highest - lowest) over three questions; 0 to 100",
        "C. Fornell et al., The American Customer Satisfaction Index: Nature, Purpose, and Findings, Journal of Marketing, 1996");

    /// <summary>The sums of the answers on overall satisfaction.</summary>
    public MeanTally Overall { get; }

    /// <summary>The sums of the answers on performance against expectations.</summary>
    public MeanTally Expectations { get; }

    /// <summary>The sums of the answers on performance against the ideal.</summary>
    public MeanTally Ideal { get; }

    /// <summary>The scale of all three questions.</summary>
    public RatingScale Scale { get; }

    /// <summary>The weights of the three questions.</summary>
    public SatisfactionWeights Weights { get; }

    /// <summary>How the answers of respondents go together.</summary>
    internal CrossProducts Products { get; }

    /// <summary>Missing and invalid answers of all three questions, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The sums of the three questions in this order: overall, expectations, ideal.</summary>
    public IReadOnlyList<MeanTally> Evidence => [Overall, Expectations, Ideal];

    /// <inheritdoc/>
    public double? Value => (Overall.Value, Expectations.Value, Ideal.Value) is ({ } overall, { } expectations, { } ideal)
        ? FromMeans([overall, expectations, ideal], [Weights.Overall, Weights.Expectations, Weights.Ideal], Scale)
        : null;

    /// <inheritdoc/>
    public long N => Math.Min(Overall.N, Math.Min(Expectations.N, Ideal.N));

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Scale(Scale), SurveyRules.Weights(Weights));

    /// <summary>Calculates the index from published means, of any number of questions.</summary>
    /// <param name="means">The mean answer of each question, on the scale.</param>
    /// <param name="weights">The weight of each question, positive; only their proportions matter.</param>
    /// <param name="scale">The scale of all questions; higher is better.</param>
    /// <returns>The index, from 0 to 100.</returns>
    /// <exception cref="ArgumentException">There is no question, the numbers of means and weights differ, the scale is the default value, or lower is better on
    /// it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A mean does not lie on the scale, or a weight is not a positive finite number.</exception>
    public static double FromMeans(ReadOnlySpan<double> means, ReadOnlySpan<double> weights, RatingScale scale)
    {
        Guard.SameLength(means.Length, weights.Length, nameof(means), nameof(weights));
        scale.Require(ScaleDirection.HigherIsBetter, nameof(SatisfactionIndex), nameof(scale));
        if (means.IsEmpty || scale == default)
        {
            throw new ArgumentException("there must be at least one question, on a stated scale", means.IsEmpty ? nameof(means) : nameof(scale));
        }

        double sum = 0, total = 0, largest = 0;
        foreach (double weight in weights)
        {
            largest = Math.Max(largest, Guard.Positive(Guard.Finite(weight, nameof(weights)), nameof(weights)));
        }

        int shift = -PowerOfTwo.Of(largest);
        for (int i = 0; i < means.Length; i++)
        {
            double weight = Math.ScaleB(weights[i], shift);
            sum += weight * scale.ToHundred(Guard.InRange(means[i], scale.Lowest, scale.Highest, nameof(means)))!.Value;
            total += weight;
        }

        return sum / total;
    }

    /// <summary>Creates the index from the three answers of one respondent.</summary>
    /// <param name="overall">The answer on overall satisfaction; <see langword="null"/> when it was not given.</param>
    /// <param name="expectations">The answer on performance against expectations; <see langword="null"/> when it was not given.</param>
    /// <param name="ideal">The answer on performance against the ideal; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale of all three questions; on it, higher must be better.</param>
    /// <param name="weights">The weights of the three questions.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale or the weights are the default value, or lower is better on the scale.</exception>
    public static SatisfactionIndex FromRespondent(int? overall, int? expectations, int? ideal, RatingScale scale, SatisfactionWeights weights)
    {
        SatisfactionIndex one = FromTallies(
            RatingTally.FromQuestion(overall, scale.Require(ScaleDirection.HigherIsBetter, nameof(SatisfactionIndex), nameof(scale)), nameof(overall)),
            RatingTally.FromQuestion(expectations, scale, nameof(expectations)),
            RatingTally.FromQuestion(ideal, scale, nameof(ideal)),
            weights);
        CrossProducts products = CrossProducts.Of(Answer(one.Overall), Answer(one.Expectations), Answer(one.Ideal));
        return new(one.Overall, one.Expectations, one.Ideal, one.Scale, one.Weights, one.Excluded, products);

        static long? Answer(MeanTally answer) => answer.N == 0 ? null : (long)answer.Sum;
    }

    /// <summary>Creates the index from tallied answers.</summary>
    /// <param name="overall">The tallied answers on overall satisfaction; the tally may be empty.</param>
    /// <param name="expectations">The tallied answers on performance against expectations; the tally may be empty.</param>
    /// <param name="ideal">The tallied answers on performance against the ideal; the tally may be empty.</param>
    /// <param name="weights">The weights of the three questions.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The scales differ, lower is better on the scale, or the weights are the default value.</exception>
    public static SatisfactionIndex FromTallies(RatingTally overall, RatingTally expectations, RatingTally ideal, SatisfactionWeights weights)
    {
        RatingTally all = Together(Together(Together(default, overall, nameof(overall)), expectations, nameof(expectations)), ideal, nameof(ideal));
        return new(overall.ToMean(), expectations.ToMean(), ideal.ToMean(), all.Scale, weights, all.Excluded);
    }

    KpiRange IKpi<SatisfactionIndex>.GoalRange => new(0, 100);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => (OfRespondents(confidence) ?? DependentParts.Estimate(
        Value,
        [Weights.Overall, Weights.Expectations, Weights.Ideal],
        [Question(Overall, confidence), Question(Expectations, confidence), Question(Ideal, confidence)],
        confidence,
        lowest: 0))?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SatisfactionIndex baseline, double confidence = 0.95)
    {
        SharedScale(baseline);
        SatisfactionWeights weights = SharedWeights(baseline);
        double factor = ToHundred;
        Estimate? own = OfRespondents(confidence), other = baseline.OfRespondents(confidence);
        Change? change = own is { } mine && other is { } theirs
            ? BoundedIntervals.Change(mine, theirs, 0, 100, confidence)
            : DependentParts.Change(
                Value,
                baseline.Value,
                [weights.Overall, weights.Expectations, weights.Ideal],
                [
                    Overall.ChangeFrom(baseline.Overall, confidence)?.Rescaled(factor),
                    Expectations.ChangeFrom(baseline.Expectations, confidence)?.Rescaled(factor),
                    Ideal.ChangeFrom(baseline.Ideal, confidence)?.Rescaled(factor),
                ],
                confidence)?.With(DependentParts.Alike(own, other));
        return change?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public SatisfactionIndex Combine(SatisfactionIndex other) => new(
        Overall.Combine(other.Overall),
        Expectations.Combine(other.Expectations),
        Ideal.Combine(other.Ideal),
        SharedScale(other),
        SharedWeights(other),
        Excluded.Combine(other.Excluded),
        Products.Combine(other.Products, HasAnswers, other.HasAnswers));

    private bool HasAnswers => Overall.N > 0 || Expectations.N > 0 || Ideal.N > 0;

    // The points of the index that one point of the scale makes.
    private double ToHundred => 100.0 / Math.Max(1, Scale.Highest - Scale.Lowest);

    /// <summary>The estimate with the covariances of respondents; <see langword="null"/> where these are not known.</summary>
    private Estimate? OfRespondents(double confidence) => DependentParts.Estimate(
        Value,
        [ToHundred * Weights.Overall, ToHundred * Weights.Expectations, ToHundred * Weights.Ideal],
        [Deviating(Overall), Deviating(Expectations), Deviating(Ideal)],
        Products,
        confidence,
        0,
        100);

    // What is read from a document may lack the spread, and then knows no covariances either.
    private static (long N, double Mean, double Deviations) Deviating(MeanTally answers) =>
        (answers.N, answers.Value ?? 0, (answers.Variance ?? 0) * (answers.N - 1));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static RatingTally Together(RatingTally before, RatingTally question, string name)
    {
        question.Scale.Require(ScaleDirection.HigherIsBetter, nameof(SatisfactionIndex), name);
        return before == default || question == default || before.Scale == question.Scale
            ? before.Combine(question)
            : throw new ArgumentException($"{name} must lie on the scale of the other questions ({before.Scale}), but lie on {question.Scale}", name);
    }

    private Estimate? Question(MeanTally question, double confidence) =>
        Scale.ToHundred(BoundedMean.Estimate(question, Scale.Lowest, Scale.Highest, confidence));

    private RatingScale SharedScale(SatisfactionIndex other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    private SatisfactionWeights SharedWeights(SatisfactionIndex other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Weights, other, other.Weights, "weights", name);

    static SatisfactionIndex IJsonRecord<SatisfactionIndex>.Json(JsonMembers<SatisfactionIndex> json) => new(
        json.Record(nameof(Overall), x => x.Overall),
        json.Record(nameof(Expectations), x => x.Expectations),
        json.Record(nameof(Ideal), x => x.Ideal),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Weights), x => x.Weights),
        json.Record(nameof(Excluded), x => x.Excluded),
        json.OptionalRecord(nameof(Products), x => x.Products == default ? null : (CrossProducts?)x.Products) ?? default);
}
