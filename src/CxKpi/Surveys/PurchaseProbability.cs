using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Purchase probability: the mean of the probabilities of buying that customers state, asked on Juster's scale from 0 to 10.</summary>
/// <remarks>
/// <code>purchase probability = (sum of answers / 10) / valid answers</code> The value is a probability in [0, 1], the expected share of buyers;
/// <c>default</c> holds no data.
/// The answers run from 0 "no chance, almost no chance (1 in 100)" to 10 "certain, practically certain (99 in 100)".
/// The interval is Wilson's on the effective sample size, with Student's quantile, and stays between 0 and 1.
/// It can be created from one answer, many answers (a span or a sequence, missing ones included), a <see cref="RatingTally"/> or a <see cref="MeanTally"/>.
/// Source: F. Juster, "Consumer Buying Intentions and Purchase Probability: An Experiment in Survey Design",
/// Journal of the American Statistical Association, 1966.
/// <para>Pitfalls: reporting it as observed repurchase; cutting it like a satisfaction score, although every answer is a probability and counts as such.</para>
/// <para>Other conventions: <see cref="RepurchaseIntention"/>; reading 0 as 0.01 and 10 as 0.99, as the verbal anchors say.</para>
/// <example>The answers 10, 8, 5, 0 and 2 have a mean probability of 0.5.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseProbability>))]
[TypeFormatterSource(typeof(KpiFormatters<PurchaseProbability>))]
public readonly record struct PurchaseProbability : IKpi<PurchaseProbability>, IJsonRecord<PurchaseProbability>
{
    /// <summary>Creates the mean from the sums of the stated probabilities.</summary>
    /// <param name="evidence">The count, sum and sum of squares of probabilities, which are answers divided by 10.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No probabilities have these sums, for example because the answers were not divided by 10.</exception>
    public PurchaseProbability(MeanTally evidence, ExcludedAnswers excluded = default)
    {
        Evidence = BoundedMean.Checked(evidence, 0, 1);
        Excluded = excluded;
    }

    /// <inheritdoc cref="PurchaseProbability(MeanTally, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public PurchaseProbability(MeanTally evidence)
        : this(evidence, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Purchase probability",
        "Juster",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "sum of answers from 0 to 10 / (10 * valid answers)",
        "F. Juster, Consumer Buying Intentions and Purchase Probability, Journal of the American Statistical Association, 1966");

    /// <summary>The count, sum and sum of squares of the probabilities.</summary>
    public MeanTally Evidence { get; }

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
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">The answer, from 0 to 10; <see langword="null"/> when it was not given.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie between 0 and 10.</exception>
    public static PurchaseProbability FromAnswer(int? answer) => FromTally(RatingTally.FromAnswer(answer, RatingScale.ZeroToTen));

    /// <summary>Creates the mean from one answer.</summary>
    /// <param name="answer">The answer, from 0 to 10; <see langword="null"/> or NaN when it was not given.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie between 0 and 10.</exception>
    public static PurchaseProbability FromAnswer(double? answer) =>
        FromTally(RatingTally.FromAnswer(answer, RatingScale.ZeroToTen));

    /// <summary>Creates the mean from many answers.</summary>
    /// <param name="answers">Answers from 0 to 10.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static PurchaseProbability FromAnswers(ReadOnlySpan<int> answers) => FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <summary>Creates the mean from many answers, some of them missing.</summary>
    /// <param name="answers">Answers from 0 to 10; <see langword="null"/> for one that was not given.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10; the message names its position.</exception>
    public static PurchaseProbability FromAnswers(IEnumerable<int?> answers) => FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int})"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static PurchaseProbability FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static PurchaseProbability FromAnswers<TAnswer>(TAnswer[] answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static PurchaseProbability FromAnswers<TAnswer>(IEnumerable<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static PurchaseProbability FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <summary>Creates the mean from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    public static PurchaseProbability FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, RatingScale.ZeroToTen));

    /// <summary>Creates the mean from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale 0 to 10; the tally may be empty.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale.</exception>
    public static PurchaseProbability FromTally(RatingTally answers)
    {
        MeanTally sums = answers == default || answers.Scale == RatingScale.ZeroToTen
            ? answers.ToMean()
            : throw new ArgumentException($"answers must lie on the scale 0 to 10, but lie on {answers.Scale}", nameof(answers));
        return new(new(sums.N, sums.Sum / 10, sums.SumOfSquares!.Value / 100), answers.Excluded);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, 0, 1, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(PurchaseProbability baseline, double confidence = 0.95) =>
        BoundedMean.Change(Evidence, baseline.Evidence, 0, 1, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public PurchaseProbability Combine(PurchaseProbability other) => new(Evidence.Combine(other.Evidence), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static PurchaseProbability IJsonRecord<PurchaseProbability>.Json(JsonMembers<PurchaseProbability> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Excluded), x => x.Excluded));
}
