using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Dissatisfied share: the share of answers at or below an explicit cut, the bottom boxes of a satisfaction scale.</summary>
/// <remarks>
/// <code>dissatisfied share = dissatisfied / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// On 1 to 5 the usual cut is 1 and 2 (<see cref="BottomBox.TwoOfFive"/>).
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or cuts neither combine nor compare.
/// Source: the bottom-box counterpart of the top-box method; see N. Bendle et al., "Marketing Metrics", 2020.
/// <para>Pitfalls: taking it for one minus <see cref="Csat"/>, since neutral answers belong to neither; copying a cut to another scale;
/// dropping neutral answers from the base.</para>
/// <para>Other conventions: some help desks count everything below the top as bad, including the neutral middle; choose a cut that says so.</para>
/// <example>The answers 1 to 5 were given 20, 10, 10, 30 and 50 times: 30 of 120 are dissatisfied, which is 25 %, while 66.7 % are satisfied.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<DissatisfiedShare>))]
[TypeFormatterSource(typeof(KpiFormatters<DissatisfiedShare>))]
public readonly record struct DissatisfiedShare : IKpi<DissatisfiedShare>, IJsonRecord<DissatisfiedShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="dissatisfied">The number of answers at or below the cut; not negative.</param>
    /// <param name="answers">The number of all valid answers, neutral ones included; not smaller than <paramref name="dissatisfied"/>.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public DissatisfiedShare(long dissatisfied, long answers, BottomBox cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(dissatisfied, answers), answers), cut, excluded)
    {
    }

    /// <inheritdoc cref="DissatisfiedShare(long, long, BottomBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public DissatisfiedShare(long dissatisfied, long answers, BottomBox cut)
        : this(dissatisfied, answers, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">Which answers the share counts.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    public DissatisfiedShare(ShareTally evidence, BottomBox cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="DissatisfiedShare(ShareTally, BottomBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public DissatisfiedShare(ShareTally evidence, BottomBox cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Dissatisfied share",
        "DSAT",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "answers at or below the cut / valid answers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020 (bottom-box method)");

    /// <summary>The number of answers at or below the cut.</summary>
    public long Dissatisfied => Evidence.Count;

    /// <summary>The number of all valid answers, which is the base.</summary>
    public long Answers => Evidence.N;

    /// <summary>Which answers count as dissatisfied.</summary>
    public BottomBox Cut { get; }

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
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static DissatisfiedShare FromAnswer(int? answer, BottomBox cut) => FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static DissatisfiedShare FromAnswer(double? answer, BottomBox cut) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static DissatisfiedShare FromAnswers(ReadOnlySpan<int> answers, BottomBox cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static DissatisfiedShare FromAnswers(IEnumerable<int?> answers, BottomBox cut) =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, BottomBox)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static DissatisfiedShare FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, BottomBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, BottomBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static DissatisfiedShare FromAnswers<TAnswer>(TAnswer[] answers, BottomBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, BottomBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static DissatisfiedShare FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, BottomBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, BottomBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static DissatisfiedShare FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, BottomBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static DissatisfiedShare FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, BottomBox cut)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the share from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">Which answers count as dissatisfied.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    public static DissatisfiedShare FromTally(RatingTally answers, BottomBox cut) => new(cut.Count(answers), cut, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(DissatisfiedShare baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public DissatisfiedShare Combine(DissatisfiedShare other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private BottomBox Shared(DissatisfiedShare other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or cut", name);

    static DissatisfiedShare IJsonRecord<DissatisfiedShare>.Json(JsonMembers<DissatisfiedShare> json) => new(
        ShareJson.Of(json, nameof(Dissatisfied), nameof(Answers), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
