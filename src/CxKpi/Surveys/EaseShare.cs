using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Ease share: the share of answers at or above an explicit threshold of an ease scale, the customers who found it easy.</summary>
/// <remarks>
/// <code>ease share = easy / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The statement is the one of Customer Effort Score 2.0, "The company made it easy for me to handle my issue", answered from 1 (disagree) to 7 (agree);
/// the usual threshold on that scale is 5 (<see cref="TopBox.ThreeOfSeven"/>).
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or thresholds neither combine nor compare.
/// Source: M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013.
/// <para>Pitfalls: using "5 or more" on another scale, which is only the top answer on 1 to 5 and nearly everybody on 1 to 10;
/// using an effort scale, where a high answer is bad (it is refused here);
/// reading 80 % as the share who will come back, when it says that 80 % found it easy.</para>
/// <para>Other conventions: "CES" and "CES 2.0" are used both for this share and for the mean (<see cref="CustomerEaseScore"/>), and some use
/// the net score (<see cref="NetEase"/>). State which one is used.</para>
/// <example>The answers 1 to 7 were given 2, 3, 5, 10, 20, 35 and 25 times: with the threshold 5, 80 of 100 found it easy, which is 80 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EaseShare>))]
[TypeFormatterSource(typeof(KpiFormatters<EaseShare>))]
public readonly record struct EaseShare : IKpi<EaseShare>, IJsonRecord<EaseShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="easy">The number of answers at or above the threshold; not negative.</param>
    /// <param name="answers">The number of all valid answers, neutral ones included; not smaller than <paramref name="easy"/>.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public EaseShare(long easy, long answers, TopBox cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(easy, answers), answers), cut, excluded)
    {
    }

    /// <inheritdoc cref="EaseShare(long, long, TopBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public EaseShare(long easy, long answers, TopBox cut)
        : this(easy, answers, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">Which answers the share counts.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    public EaseShare(ShareTally evidence, TopBox cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="EaseShare(ShareTally, TopBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public EaseShare(ShareTally evidence, TopBox cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Ease share",
        "Easy",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "answers at or above the threshold / valid answers",
        "M. Dixon, N. Toman, R. DeLisi, The Effortless Experience, 2013");

    /// <summary>The number of answers at or above the threshold.</summary>
    public long Easy => Evidence.Count;

    /// <summary>The number of all valid answers, which is the base.</summary>
    public long Answers => Evidence.N;

    /// <summary>The scale and the threshold from which an answer counts as easy.</summary>
    public TopBox Cut { get; }

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Answer;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Cut(Cut));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> when it was not given.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswer(int? answer, TopBox cut) => FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswer(double? answer, TopBox cut) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static EaseShare FromAnswers(ReadOnlySpan<int> answers, TopBox cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromAnswers(IEnumerable<int?> answers, TopBox cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, TopBox)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static EaseShare FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static EaseShare FromAnswers<TAnswer>(TAnswer[] answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static EaseShare FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static EaseShare FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static EaseShare FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, TopBox cut)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as easy.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    public static EaseShare FromTally(RatingTally answers, TopBox cut) => new(cut.Count(answers), cut, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(EaseShare baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public EaseShare Combine(EaseShare other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private TopBox Shared(EaseShare other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or cut", name);

    static EaseShare IJsonRecord<EaseShare>.Json(JsonMembers<EaseShare> json) => new(
        ShareJson.Of(json, nameof(Easy), nameof(Answers), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
