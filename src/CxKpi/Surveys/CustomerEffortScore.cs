using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer Effort Score 1.0 (CES 1.0): the mean effort that customers report; lower is better.</summary>
/// <remarks>
/// <code>CES 1.0 = sum of answers / valid answers</code> The value is in scale points, from 1 to 5 on the standard scale; <c>default</c> holds no data.
/// The interval is Wilson's on the effective sample size, with Student's quantile, and stays on the scale.
/// The question is "How much effort did you personally have to put forth to handle your request?", answered from 1 (very low) to 5 (very high).
/// It can be created from one answer, many answers (a span or a sequence, missing ones included), a <see cref="RatingTally"/> or a <see cref="MeanTally"/>.
/// Records with different scales neither combine nor compare.
/// Source: M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review, 2010.
/// <para>Pitfalls: mixing the versions, since here a high score is bad while in version 2.0 (<see cref="CustomerEaseScore"/>) it is good (an ease scale is
/// refused here); putting both versions into one series; asking at the end of a journey, where people answer about their satisfaction.</para>
/// <para>Other conventions: the net share of low effort (<see cref="NetLowEffort"/>).</para>
/// <example>The answers 1 to 5 were given 40, 30, 15, 10 and 5 times: the mean effort is 2.10.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerEffortScore>))]
[TypeFormatterSource(typeof(KpiFormatters<CustomerEffortScore>))]
public readonly record struct CustomerEffortScore : IKpi<CustomerEffortScore>, IJsonRecord<CustomerEffortScore>
{
    /// <summary>Creates the mean from the sums of the answers.</summary>
    /// <param name="evidence">The count, sum and sum of squares of answers that lie on the scale.</param>
    /// <param name="scale">The scale of the answers; on it, lower must be better.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No answers on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public CustomerEffortScore(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.LowerIsBetter, nameof(CustomerEffortScore), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest, scale.Highest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="CustomerEffortScore(MeanTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CustomerEffortScore(MeanTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer Effort Score",
        "CES 1.0",
        KpiUnit.ScalePoints,
        KpiDirection.LowerIsBetter,
        "sum of answers on an effort scale / valid answers",
        "M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review, 2010");

    /// <summary>The count, sum and sum of squares of the answers.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Answer;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Scale(Scale));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">An answer on the scale; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (very low effort) to 5 (very high effort).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    public static CustomerEffortScore FromAnswer(int? answer, RatingScale? scale = null) => FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <inheritdoc cref="FromAnswer(int?, RatingScale?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static CustomerEffortScore FromAnswer(int? answer) => FromAnswer(answer, null);

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">An answer on the scale; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (very low effort) to 5 (very high effort).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    public static CustomerEffortScore FromAnswer(double? answer, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <inheritdoc cref="FromAnswer(double?, RatingScale?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static CustomerEffortScore FromAnswer(double? answer) => FromAnswer(answer, null);

    /// <summary>Creates the mean from many answers.</summary>
    /// <param name="answers">Answers on the scale.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (very low effort) to 5 (very high effort).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    [OverloadResolutionPriority(1)]
    public static CustomerEffortScore FromAnswers(ReadOnlySpan<int> answers, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (very low effort) to 5 (very high effort).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    public static CustomerEffortScore FromAnswers(IEnumerable<int?> answers, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, RatingScale?)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static CustomerEffortScore FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static CustomerEffortScore FromAnswers<TAnswer>(TAnswer[] answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static CustomerEffortScore FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static CustomerEffortScore FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (very low effort) to 5 (very high effort).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    public static CustomerEffortScore FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, RatingScale? scale = null)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, Asked(scale)));

    /// <summary>Creates the mean from tallied answers.</summary>
    /// <param name="answers">The tallied answers on a scale on which lower is better; the tally may be empty.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public static CustomerEffortScore FromTally(RatingTally answers) =>
        new(answers.ToMean(), answers.Scale.Require(ScaleDirection.LowerIsBetter, nameof(CustomerEffortScore), nameof(answers)), answers.Excluded);

    KpiRange IKpi<CustomerEffortScore>.GoalRange => Scale.Range;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerEffortScore baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(Evidence, baseline.Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CustomerEffortScore Combine(CustomerEffortScore other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static RatingScale Asked(RatingScale? scale) =>
        (scale ?? RatingScale.Effort).Require(ScaleDirection.LowerIsBetter, nameof(CustomerEffortScore), nameof(scale));

    private RatingScale Shared(CustomerEffortScore other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static CustomerEffortScore IJsonRecord<CustomerEffortScore>.Json(JsonMembers<CustomerEffortScore> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
