using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer Effort Score 2.0 (CES 2.0): the mean agreement that the company made it easy; higher is better.</summary>
/// <remarks>
/// <code>CES 2.0 = sum of answers / valid answers</code> The value is in scale points, from 1 to 7 on the standard scale; <c>default</c> holds no data.
/// The interval is Wilson's on the effective sample size, with Student's quantile, and stays on the scale.
/// The statement is "The company made it easy for me to handle my issue", answered from 1 (strongly disagree) to 7 (strongly agree).
/// Answers on another ease scale are accepted when that scale is given.
/// It can be created from one answer, many answers (a span or a sequence, missing ones included), a <see cref="RatingTally"/> or a <see cref="MeanTally"/>.
/// Records with different scales neither combine nor compare.
/// Source: M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013.
/// <para>Pitfalls: mixing the versions, since version 1.0 asks for effort and its good scores are the low ones (<see cref="CustomerEffortScore"/>; an effort
/// scale is refused here); putting both versions into one series; comparing answers on 1 to 5 with answers on 1 to 7.</para>
/// <para>Other conventions: "CES" and "CES 2.0" are used both for this mean and for the share of answers 5 to 7 (<see cref="EaseShare"/>), and some use
/// the net score (<see cref="NetEase"/>). State which one is used.</para>
/// <example>The answers 1 to 7 were given 2, 3, 5, 10, 20, 35 and 25 times: the mean is 5.48.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerEaseScore>))]
[TypeFormatterSource(typeof(KpiFormatters<CustomerEaseScore>))]
public readonly record struct CustomerEaseScore : IKpi<CustomerEaseScore>, IJsonRecord<CustomerEaseScore>
{
    /// <summary>Creates the mean from the sums of the answers.</summary>
    /// <param name="evidence">The count, sum and sum of squares of answers that lie on the scale.</param>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No answers on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public CustomerEaseScore(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(CustomerEaseScore), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest, scale.Highest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="CustomerEaseScore(MeanTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CustomerEaseScore(MeanTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer ease score",
        "CES 2.0",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of answers on an ease scale / valid answers",
        "M. Dixon, N. Toman, R. DeLisi, The Effortless Experience, 2013");

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
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (strongly disagree) to 7 (strongly agree).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static CustomerEaseScore FromAnswer(int? answer, RatingScale? scale = null) => FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <inheritdoc cref="FromAnswer(int?, RatingScale?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static CustomerEaseScore FromAnswer(int? answer) => FromAnswer(answer, null);

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">An answer on the scale; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (strongly disagree) to 7 (strongly agree).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static CustomerEaseScore FromAnswer(double? answer, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <inheritdoc cref="FromAnswer(double?, RatingScale?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static CustomerEaseScore FromAnswer(double? answer) => FromAnswer(answer, null);

    /// <summary>Creates the mean from many answers.</summary>
    /// <param name="answers">Answers on the scale.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (strongly disagree) to 7 (strongly agree).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    [OverloadResolutionPriority(1)]
    public static CustomerEaseScore FromAnswers(ReadOnlySpan<int> answers, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (strongly disagree) to 7 (strongly agree).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static CustomerEaseScore FromAnswers(IEnumerable<int?> answers, RatingScale? scale = null) =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, RatingScale?)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static CustomerEaseScore FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static CustomerEaseScore FromAnswers<TAnswer>(TAnswer[] answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static CustomerEaseScore FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static CustomerEaseScore FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale? scale = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="scale">The scale of the answer; <see langword="null"/> for the standard one, from 1 (strongly disagree) to 7 (strongly agree).</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static CustomerEaseScore FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, RatingScale? scale = null)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, Asked(scale)));

    /// <summary>Creates the mean from tallied answers.</summary>
    /// <param name="answers">The tallied answers on a scale on which higher is better; the tally may be empty.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public static CustomerEaseScore FromTally(RatingTally answers) =>
        new(answers.ToMean(), answers.Scale.Require(ScaleDirection.HigherIsBetter, nameof(CustomerEaseScore), nameof(answers)), answers.Excluded);

    KpiRange IKpi<CustomerEaseScore>.GoalRange => Scale.Range;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerEaseScore baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(Evidence, baseline.Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CustomerEaseScore Combine(CustomerEaseScore other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static RatingScale Asked(RatingScale? scale) =>
        (scale ?? RatingScale.OneToSeven).Require(ScaleDirection.HigherIsBetter, nameof(CustomerEaseScore), nameof(scale));

    private RatingScale Shared(CustomerEaseScore other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static CustomerEaseScore IJsonRecord<CustomerEaseScore>.Json(JsonMembers<CustomerEaseScore> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
