using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>High effort share: the share of answers at or above an explicit threshold of an effort scale; lower is better.</summary>
/// <remarks>
/// <code>high effort share = high effort / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The scale asks for effort, so its top is the bad end. On 1 (very low) to 5 (very high) the usual answers are 4 and 5
/// (<see cref="EffortThreshold.TwoOfFive"/>).
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or thresholds neither combine nor compare.
/// Source of the question: M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review, 2010;
/// the share above a threshold is the top-box method of survey practice.
/// <para>Pitfalls: using an ease scale, where a high answer is good (it is refused here; see <see cref="EaseShare"/>); taking one minus this share for the
/// share of little effort, since the middle belongs to neither; copying a threshold to another scale; dropping middle answers from the base.</para>
/// <para>Other conventions: the mean effort (<see cref="CustomerEffortScore"/>) and the net score (<see cref="NetLowEffort"/>).
/// State which one is used.</para>
/// <example>The answers 1 to 5 were given 40, 30, 15, 10 and 5 times: 15 of 100 report much effort, which is 15 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<HighEffortShare>))]
[TypeFormatterSource(typeof(KpiFormatters<HighEffortShare>))]
public readonly record struct HighEffortShare : IKpi<HighEffortShare>, IJsonRecord<HighEffortShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="highEffort">The number of answers at or above the threshold, which report much effort; not negative.</param>
    /// <param name="answers">The number of all valid answers, neutral ones included; not smaller than <paramref name="highEffort"/>.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public HighEffortShare(long highEffort, long answers, EffortThreshold cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(highEffort, answers), answers), cut, excluded)
    {
    }

    /// <inheritdoc cref="HighEffortShare(long, long, EffortThreshold, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public HighEffortShare(long highEffort, long answers, EffortThreshold cut)
        : this(highEffort, answers, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">Which answers the share counts.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    public HighEffortShare(ShareTally evidence, EffortThreshold cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="HighEffortShare(ShareTally, EffortThreshold, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public HighEffortShare(ShareTally evidence, EffortThreshold cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "High effort share",
        "High effort",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "answers at or above the threshold of an effort scale / valid answers",
        "M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review, 2010 (question)");

    /// <summary>The number of answers at or above the threshold, which report much effort.</summary>
    public long HighEffort => Evidence.Count;

    /// <summary>The number of all valid answers, which is the base.</summary>
    public long Answers => Evidence.N;

    /// <summary>The scale and the threshold from which an answer counts as much effort.</summary>
    public EffortThreshold Cut { get; }

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
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static HighEffortShare FromAnswer(int? answer, EffortThreshold cut) => FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static HighEffortShare FromAnswer(double? answer, EffortThreshold cut) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static HighEffortShare FromAnswers(ReadOnlySpan<int> answers, EffortThreshold cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static HighEffortShare FromAnswers(IEnumerable<int?> answers, EffortThreshold cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, EffortThreshold)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static HighEffortShare FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, EffortThreshold cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, EffortThreshold)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static HighEffortShare FromAnswers<TAnswer>(TAnswer[] answers, EffortThreshold cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, EffortThreshold)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static HighEffortShare FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, EffortThreshold cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, EffortThreshold)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static HighEffortShare FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, EffortThreshold cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static HighEffortShare FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, EffortThreshold cut)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">The scale and the threshold from which an answer counts as much effort.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    public static HighEffortShare FromTally(RatingTally answers, EffortThreshold cut) => new(cut.Count(answers), cut, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(HighEffortShare baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public HighEffortShare Combine(HighEffortShare other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private EffortThreshold Shared(HighEffortShare other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or cut", name);

    static HighEffortShare IJsonRecord<HighEffortShare>.Json(JsonMembers<HighEffortShare> json) => new(
        ShareJson.Of(json, nameof(HighEffort), nameof(Answers), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
