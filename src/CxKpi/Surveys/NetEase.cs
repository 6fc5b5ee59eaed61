using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net ease: the share of customers who found it easy minus the share of those who did not, in points.</summary>
/// <remarks>
/// <code>net ease = 100 * (easy - difficult) / valid answers</code>
/// The value is in points from -100 to 100, printed with its sign and without a percent sign; <c>default</c> holds no data.
/// The usual bounds on the ease scale 1 to 7 are 6 and 7 against 1 to 3, with 4 and 5 in between (<see cref="NetBounds.OneToSeven"/>).
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or bounds neither combine nor compare.
/// Source of the question: M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013; the net form is a convention of survey vendors.
/// <para>Pitfalls: using an effort scale, where a high answer is bad (it is refused here; see <see cref="NetLowEffort"/>);
/// publishing scores with other bounds under the same name.</para>
/// <para>Other conventions: the mean (<see cref="CustomerEaseScore"/>) and the share above a threshold (<see cref="EaseShare"/>).
/// State which one is used.</para>
/// <example>The answers 1 to 7 were given 2, 3, 5, 10, 20, 35 and 25 times: 60 easy and 10 difficult of 100 give +50.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetEase>))]
[TypeFormatterSource(typeof(KpiFormatters<NetEase>))]
public readonly record struct NetEase : IKpi<NetEase>, IJsonRecord<NetEase>
{
    /// <summary>Creates the score from the three counts.</summary>
    /// <param name="easy">The number of answers at or above the upper bound; not negative.</param>
    /// <param name="neutral">The number of answers in between, which are part of the base; not negative.</param>
    /// <param name="difficult">The number of answers at or below the lower bound; not negative.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public NetEase(long easy, long neutral, long difficult, NetBounds bounds, ExcludedAnswers excluded = default)
        : this(new NetTally(Guard.NotNegative(easy), Guard.NotNegative(neutral), Guard.NotNegative(difficult)), bounds, excluded)
    {
    }

    /// <inheritdoc cref="NetEase(long, long, long, NetBounds, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public NetEase(long easy, long neutral, long difficult, NetBounds bounds)
        : this(easy, neutral, difficult, bounds, default)
    {
    }

    private NetEase(NetTally evidence, NetBounds bounds, ExcludedAnswers excluded)
    {
        bounds.Scale.Require(ScaleDirection.HigherIsBetter, nameof(NetEase), nameof(bounds));
        Evidence = evidence;
        Bounds = bounds;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net ease",
        "Net ease",
        KpiUnit.NetPoints,
        KpiDirection.HigherIsBetter,
        "100 * (easy - difficult) / valid answers",
        "M. Dixon, N. Toman, R. DeLisi, The Effortless Experience, 2013");

    /// <summary>The number of answers at or above the upper bound.</summary>
    public long Easy => Evidence.Positive;

    /// <summary>The number of answers in between.</summary>
    public long Neutral => Evidence.Neutral;

    /// <summary>The number of answers at or below the lower bound.</summary>
    public long Difficult => Evidence.Negative;

    /// <summary>Which answers are high and which are low.</summary>
    public NetBounds Bounds { get; }

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The counts, with every interval that a net score can have.</summary>
    public NetTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Answer;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Bounds(Bounds));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">An answer on the scale of the bounds; <see langword="null"/> when it was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    public static NetEase FromAnswer(int? answer, NetBounds bounds) => FromTally(RatingTally.FromAnswer(answer, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">An answer on the scale of the bounds; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    public static NetEase FromAnswer(double? answer, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswer(answer, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from many answers.</summary>
    /// <param name="answers">Answers on the scale of the bounds.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    [OverloadResolutionPriority(1)]
    public static NetEase FromAnswers(ReadOnlySpan<int> answers, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the bounds; <see langword="null"/> for one that was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    public static NetEase FromAnswers(IEnumerable<int?> answers, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, NetBounds)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static NetEase FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static NetEase FromAnswers<TAnswer>(TAnswer[] answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static NetEase FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static NetEase FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    public static NetEase FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, NetBounds bounds)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the bounds; the tally may be empty.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the bounds, or on that scale lower is better.</exception>
    public static NetEase FromTally(RatingTally answers, NetBounds bounds) => new(bounds.Count(answers), bounds, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetEase baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public NetEase Combine(NetEase other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private NetBounds Shared(NetEase other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Bounds, other, other.Bounds, "scale or bounds", name);

    static NetEase IJsonRecord<NetEase>.Json(JsonMembers<NetEase> json) => new(
        json.Value(nameof(Easy), x => x.Easy),
        json.Value(nameof(Neutral), x => x.Neutral),
        json.Value(nameof(Difficult), x => x.Difficult),
        json.Record(nameof(Bounds), x => x.Bounds),
        json.Record(nameof(Excluded), x => x.Excluded));
}
