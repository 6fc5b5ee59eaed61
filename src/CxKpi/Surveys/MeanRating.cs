using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The mean of the answers on a rating scale, in scale points.</summary>
/// <remarks>
/// <code>mean rating = sum of answers / valid answers</code> The value is in scale points and lies between the scale's ends; <c>default</c> holds no data.
/// <see cref="ZeroToHundred"/> gives it on a range from 0 to 100: the distance from the lowest answer over the length of the scale.
/// The interval is Wilson's on the effective sample size, with Student's quantile, and stays on the scale.
/// It can be created from one answer, many answers (a span or a sequence, missing ones included), a <see cref="RatingTally"/> or a <see cref="MeanTally"/>.
/// Records with different scales neither combine nor compare.
/// Source: the arithmetic mean; the 0 to 100 form is the "percent of maximum possible" of P. Cohen, J. Cohen, L. Aiken, S. West,
/// "The Problem of Units and the Circumstance for POMP", Multivariate Behavioral Research, 1999.
/// <para>Pitfalls: calling it CSAT, which is a share of answers (<see cref="Csat"/>); comparing means of different scales without the 0 to 100 form.</para>
/// <para>Other conventions: the "points" form, the sum of answers over count times the highest answer, gives 60 % for a mean of 6 on 1 to 10 where
/// the 0 to 100 form gives 55.6, because its lowest possible value is not 0.</para>
/// <example>The answers 1 to 5 were given 20, 10, 10, 30 and 50 times: the mean of 120 answers is 3.67, which is 66.7 on 0 to 100.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MeanRating>))]
[TypeFormatterSource(typeof(KpiFormatters<MeanRating>))]
public readonly record struct MeanRating : IKpi<MeanRating>, IJsonRecord<MeanRating>
{
    /// <summary>Creates the mean from the sums of the answers.</summary>
    /// <param name="evidence">The count, sum and sum of squares of answers that lie on the scale.</param>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No answers on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public MeanRating(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(MeanRating), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest, scale.Highest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="MeanRating(MeanTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public MeanRating(MeanTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Mean rating",
        "Mean",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of answers / valid answers",
        "P. Cohen, J. Cohen, L. Aiken, S. West, The Problem of Units and the Circumstance for POMP, Multivariate Behavioral Research, 1999 (0 to 100 form)");

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

    /// <summary>The mean on a range from 0 (the lowest answer) to 100 (the highest answer); <see langword="null"/> when there are no answers.</summary>
    public double? ZeroToHundred => Scale.ToHundred(Value);

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">An answer on the scale; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static MeanRating FromAnswer(int? answer, RatingScale scale) => FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">An answer on the scale; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static MeanRating FromAnswer(double? answer, RatingScale scale) =>
        FromTally(RatingTally.FromAnswer(answer, Asked(scale)));

    /// <summary>Creates the mean from many answers.</summary>
    /// <param name="answers">Answers on the scale.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    [OverloadResolutionPriority(1)]
    public static MeanRating FromAnswers(ReadOnlySpan<int> answers, RatingScale scale) => FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static MeanRating FromAnswers(IEnumerable<int?> answers, RatingScale scale) => FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, RatingScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static MeanRating FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static MeanRating FromAnswers<TAnswer>(TAnswer[] answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static MeanRating FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static MeanRating FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Asked(scale)));

    /// <summary>Creates the mean from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static MeanRating FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, RatingScale scale)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, Asked(scale)));

    /// <summary>Creates the mean from a published one and the number of answers, such as "4.2 on average, n = 310".</summary>
    /// <param name="mean">The mean as it was published, in scale points.</param>
    /// <param name="n">The number of answers; at least 1, because a mean without its base cannot be added to others.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The mean, without limits: it says nothing about the spread of the answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mean does not lie on the scale, or <paramref name="n"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static MeanRating FromPublished(decimal mean, long n, RatingScale scale)
    {
        Asked(scale.Stated(nameof(scale)));
        return new(MeanTally.FromPublished(Guard.InRange(mean, scale.Lowest, scale.Highest), n), scale);
    }

    /// <summary>Creates the mean from tallied answers.</summary>
    /// <param name="answers">The tallied answers on a scale on which higher is better; the tally may be empty.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public static MeanRating FromTally(RatingTally answers) =>
        new(answers.ToMean(), answers.Scale.Require(ScaleDirection.HigherIsBetter, nameof(MeanRating), nameof(answers)), answers.Excluded);

    KpiRange IKpi<MeanRating>.GoalRange => Scale.Range;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition);

    /// <summary>Estimates the mean on a range from 0 to 100, with its interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate of <see cref="ZeroToHundred"/>; <see langword="null"/> when there are no answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1.</exception>
    public Estimate? EstimateZeroToHundred(double confidence = 0.95) => Scale.ToHundred(Estimate(confidence));

    /// <inheritdoc/>
    public Change? ChangeFrom(MeanRating baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(Evidence, baseline.Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public MeanRating Combine(MeanRating other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static RatingScale Asked(RatingScale scale) => scale.Require(ScaleDirection.HigherIsBetter, nameof(MeanRating), nameof(scale));

    private RatingScale Shared(MeanRating other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static MeanRating IJsonRecord<MeanRating>.Json(JsonMembers<MeanRating> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
