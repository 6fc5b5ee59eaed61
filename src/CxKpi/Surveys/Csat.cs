using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer Satisfaction score (CSAT): the share of answers at or above an explicit cut.</summary>
/// <remarks>
/// <code>CSAT = satisfied / valid answers</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The usual cut on 1 to 5 is 4 and 5 (<see cref="TopBox.TwoOfFive"/>); there is no standard cut on 1 to 10.
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or cuts neither combine nor compare.
/// Source: the top-box method of market research; see N. Bendle et al., "Marketing Metrics", 2020.
/// <para>Pitfalls: copying a cut to another scale; calling the mean CSAT (see <see cref="MeanRating"/>); dropping neutral answers from the base;
/// comparing vendors that cut differently.</para>
/// <example>The answers 1 to 5 were given 20, 10, 10, 30 and 50 times: 80 of 120 are satisfied, which is 66.7 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Csat>))]
[TypeFormatterSource(typeof(KpiFormatters<Csat>))]
public readonly record struct Csat : IKpi<Csat>, IJsonRecord<Csat>
{
    /// <summary>Creates the score from counts.</summary>
    /// <param name="satisfied">The number of answers at or above the cut; not negative.</param>
    /// <param name="answers">The number of all valid answers, neutral ones included; not smaller than <paramref name="satisfied"/>.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public Csat(long satisfied, long answers, TopBox cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(satisfied, answers), answers), cut, excluded)
    {
    }

    /// <inheritdoc cref="Csat(long, long, TopBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Csat(long satisfied, long answers, TopBox cut)
        : this(satisfied, answers, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">Which answers the share counts.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    public Csat(ShareTally evidence, TopBox cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="Csat(ShareTally, TopBox, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Csat(ShareTally evidence, TopBox cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer Satisfaction score",
        "CSAT",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "answers at or above the cut / valid answers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020 (top-box method)");

    /// <summary>The number of answers at or above the cut.</summary>
    public long Satisfied => Evidence.Count;

    /// <summary>The number of all valid answers, which is the base.</summary>
    public long Answers => Evidence.N;

    /// <summary>Which answers count as satisfied.</summary>
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

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> when it was not given.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static Csat FromAnswer(int? answer, TopBox cut) => answer is { } given && cut.Scale.Contains(given)
        ? new(ShareTally.One(given >= cut.From), cut)
        : FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">An answer on the scale of the cut; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static Csat FromAnswer(double? answer, TopBox cut) =>
        FromTally(RatingTally.FromAnswer(answer, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the score from many answers.</summary>
    /// <param name="answers">Answers on the scale of the cut.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    [OverloadResolutionPriority(1)]
    public static Csat FromAnswers(ReadOnlySpan<int> answers, TopBox cut) => FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the score from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the cut; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static Csat FromAnswers(IEnumerable<int?> answers, TopBox cut) => FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, TopBox)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static Csat FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static Csat FromAnswers<TAnswer>(TAnswer[] answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Csat FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, TopBox)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Csat FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, TopBox cut)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the score from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The cut is the default value, which states no cut.</exception>
    public static Csat FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, TopBox cut)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, cut.Scale.Stated(nameof(cut))), cut);

    /// <summary>Creates the score from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">Which answers count as satisfied.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the cut's.</exception>
    public static Csat FromTally(RatingTally answers, TopBox cut) => new(cut.Count(answers), cut, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Csat baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public Csat Combine(Csat other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private TopBox Shared(Csat other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or cut", name);

    static Csat IJsonRecord<Csat>.Json(JsonMembers<Csat> json) => new(
        ShareJson.Of(json, nameof(Satisfied), nameof(Answers), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
