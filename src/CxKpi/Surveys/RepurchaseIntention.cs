using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Repurchase intention: the share of answers that state the intention to buy again.</summary>
/// <remarks>
/// <code>repurchase intention = intending / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The question is answered by yes or no (<see cref="TopBox.Yes"/>), or on a scale from "definitely not" to "definitely" of which an explicit cut takes the
/// top one or two answers.
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales, cuts or targets neither combine nor compare.
/// Source: the intention question with top-box counting; see N. Bendle et al., "Marketing Metrics", 2020.
/// <para>Pitfalls: reporting it as repurchase, which is observed and mostly lower; mixing the intention to buy for oneself with the intention to give
/// (<see cref="Target"/>); copying a cut to another scale.</para>
/// <para>Other conventions: <see cref="PurchaseProbability"/> asks for the probability itself.</para>
/// <example>45 of 60 say yes, which is 75 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RepurchaseIntention>))]
[TypeFormatterSource(typeof(KpiFormatters<RepurchaseIntention>))]
public readonly record struct RepurchaseIntention : IKpi<RepurchaseIntention>, IJsonRecord<RepurchaseIntention>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="intending">The number of answers at or above the cut; not negative.</param>
    /// <param name="answers">The number of all valid answers; not smaller than <paramref name="intending"/>.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part is larger than the whole, or the target is not a named value.</exception>
    public RepurchaseIntention(long intending, long answers, TopBox cut, RepurchaseTarget? target = null, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(intending, answers), answers), cut, target, excluded)
    {
    }

    /// <inheritdoc cref="RepurchaseIntention(long, long, TopBox, RepurchaseTarget?, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RepurchaseIntention(long intending, long answers, TopBox cut)
        : this(intending, answers, cut, null, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">Which answers the share counts.</param>
    /// <param name="target">Whether the intention is for oneself or a gift; <see langword="null"/> when it is not stated.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public RepurchaseIntention(ShareTally evidence, TopBox cut, RepurchaseTarget? target = null, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Target = target is { } named ? Guard.Defined(named, nameof(target)) : null;
        Excluded = excluded;
    }

    /// <inheritdoc cref="RepurchaseIntention(ShareTally, TopBox, RepurchaseTarget?, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RepurchaseIntention(ShareTally evidence, TopBox cut)
        : this(evidence, cut, null, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Repurchase intention",
        "Repurchase intention",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "answers that state the intention / valid answers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020 (intentions, top-box method)");

    /// <summary>The number of answers at or above the cut.</summary>
    public long Intending => Evidence.Count;

    /// <summary>The number of all valid answers, which is the base.</summary>
    public long Answers => Evidence.N;

    /// <summary>Which answers count as an intention to buy.</summary>
    public TopBox Cut { get; }

    /// <summary>For whom the respondents would buy; <see langword="null"/> when it was not asked.</summary>
    public RepurchaseTarget? Target { get; }

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
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Cut(Cut), SurveyRules.Target(Target));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one answer to a yes-or-no question.</summary>
    /// <param name="intends">Whether the respondent intends to buy again; <see langword="null"/> when the question was not answered.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is not a named value.</exception>
    public static RepurchaseIntention FromAnswer(bool? intends, RepurchaseTarget? target = null) =>
        FromAnswer(intends is { } yes ? (yes ? 1 : 0) : null, TopBox.Yes, target);

    /// <inheritdoc cref="FromAnswer(bool?, RepurchaseTarget?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static RepurchaseIntention FromAnswer(bool? intends) => FromAnswer(intends, null);

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> when it was not given.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale, or the target is not a named value.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static RepurchaseIntention FromAnswer(int? answer, TopBox cut, RepurchaseTarget? target = null) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswer(int?, TopBox, RepurchaseTarget?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static RepurchaseIntention FromAnswer(int? answer, TopBox cut) => FromAnswer(answer, cut, null);

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale, or the target is not a named value.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static RepurchaseIntention FromAnswer(double? answer, TopBox cut, RepurchaseTarget? target = null) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswer(double?, TopBox, RepurchaseTarget?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static RepurchaseIntention FromAnswer(double? answer, TopBox cut) => FromAnswer(answer, cut, null);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale (the message names its position), or the target is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static RepurchaseIntention FromAnswers(ReadOnlySpan<int> answers, TopBox cut, RepurchaseTarget? target = null) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <summary>Creates the share from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale (the message names its position), or the target is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static RepurchaseIntention FromAnswers(IEnumerable<int?> answers, TopBox cut, RepurchaseTarget? target = null) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, TopBox, RepurchaseTarget?)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static RepurchaseIntention FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, TopBox cut, RepurchaseTarget? target = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox, RepurchaseTarget?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static RepurchaseIntention FromAnswers<TAnswer>(TAnswer[] answers, TopBox cut, RepurchaseTarget? target = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox, RepurchaseTarget?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RepurchaseIntention FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, TopBox cut, RepurchaseTarget? target = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox, RepurchaseTarget?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RepurchaseIntention FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, TopBox cut, RepurchaseTarget? target = null)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <summary>Creates the share from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position. The target
    /// is not a named value.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static RepurchaseIntention FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, TopBox cut, RepurchaseTarget? target = null)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, cut.Scale.Stated(nameof(cut))), cut, target);

    /// <summary>Creates the share from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">Which answers count as an intention to buy.</param>
    /// <param name="target">For whom the respondents would buy; <see langword="null"/> when it was not asked.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is not a named value.</exception>
    public static RepurchaseIntention FromTally(RatingTally answers, TopBox cut, RepurchaseTarget? target = null) =>
        new(cut.Count(answers), cut, target, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(RepurchaseIntention baseline, double confidence = 0.95)
    {
        SharedCut(baseline);
        SharedTarget(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public RepurchaseIntention Combine(RepurchaseIntention other) =>
        new(Evidence.Combine(other.Evidence), SharedCut(other), SharedTarget(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private TopBox SharedCut(RepurchaseIntention other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or cut", name);

    private RepurchaseTarget? SharedTarget(RepurchaseIntention other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Target, other, other.Target, "target", name);

    static RepurchaseIntention IJsonRecord<RepurchaseIntention>.Json(JsonMembers<RepurchaseIntention> json) => new(
        ShareJson.Of(json, nameof(Intending), nameof(Answers), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Optional(nameof(Target), x => x.Target),
        json.Record(nameof(Excluded), x => x.Excluded));
}
