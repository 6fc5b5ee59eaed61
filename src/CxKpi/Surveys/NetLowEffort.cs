using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net low effort: the share of customers who report little effort minus the share of those who report much, in points.</summary>
/// <remarks>
/// <code>net low effort = 100 * (low effort - high effort) / valid answers</code>
/// The value is in points from -100 to 100, printed with its sign and without a percent sign; <c>default</c> holds no data. Higher is better.
/// The scale asks for effort, so low answers are the good ones. The usual bounds on 1 (very low) to 5 (very high) are 1 and 2 against 4 and 5
/// (<see cref="NetBounds.Effort"/>).
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Records with different scales or bounds neither combine nor compare.
/// Source of the question: M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review, 2010.
/// <para>Pitfalls: using an ease scale, where a high answer is good (it is refused here; see <see cref="NetEase"/>);
/// putting both versions into one series.</para>
/// <para>Other conventions: the mean effort (<see cref="CustomerEffortScore"/>), where lower is better.</para>
/// <example>The answers 1 to 5 were given 40, 30, 15, 10 and 5 times: 70 low and 15 high of 100 give +55.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetLowEffort>))]
[TypeFormatterSource(typeof(KpiFormatters<NetLowEffort>))]
public readonly record struct NetLowEffort : IKpi<NetLowEffort>, IJsonRecord<NetLowEffort>
{
    /// <summary>Creates the score from the three counts.</summary>
    /// <param name="lowEffort">The number of answers at or below the lower bound, which report little effort; not negative.</param>
    /// <param name="neutral">The number of answers in between, which are part of the base; not negative.</param>
    /// <param name="highEffort">The number of answers at or above the upper bound, which report much effort; not negative.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public NetLowEffort(long lowEffort, long neutral, long highEffort, NetBounds bounds, ExcludedAnswers excluded = default)
        : this(new NetTally(Guard.NotNegative(lowEffort), Guard.NotNegative(neutral), Guard.NotNegative(highEffort)), bounds, excluded)
    {
    }

    /// <inheritdoc cref="NetLowEffort(long, long, long, NetBounds, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public NetLowEffort(long lowEffort, long neutral, long highEffort, NetBounds bounds)
        : this(lowEffort, neutral, highEffort, bounds, default)
    {
    }

    private NetLowEffort(NetTally evidence, NetBounds bounds, ExcludedAnswers excluded)
    {
        bounds.Scale.Require(ScaleDirection.LowerIsBetter, nameof(NetLowEffort), nameof(bounds));
        Evidence = evidence;
        Bounds = bounds;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net low effort",
        "Net low effort",
        KpiUnit.NetPoints,
        KpiDirection.HigherIsBetter,
        "100 * (low effort - high effort) / valid answers",
        "M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review, 2010");

    /// <summary>The number of answers at or below the lower bound, which report little effort.</summary>
    public long LowEffort => Evidence.Positive;

    /// <summary>The number of answers in between.</summary>
    public long Neutral => Evidence.Neutral;

    /// <summary>The number of answers at or above the upper bound, which report much effort.</summary>
    public long HighEffort => Evidence.Negative;

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
    /// <exception cref="ArgumentException">The bounds are the default value, or higher is better on their scale.</exception>
    public static NetLowEffort FromAnswer(int? answer, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswer(answer, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">An answer on the scale of the bounds; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or higher is better on their scale.</exception>
    public static NetLowEffort FromAnswer(double? answer, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswer(answer, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from many answers.</summary>
    /// <param name="answers">Answers on the scale of the bounds.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or higher is better on their scale.</exception>
    [OverloadResolutionPriority(1)]
    public static NetLowEffort FromAnswers(ReadOnlySpan<int> answers, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from many answers, some of them missing.</summary>
    /// <param name="answers">Answers on the scale of the bounds; <see langword="null"/> for one that was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or higher is better on their scale.</exception>
    public static NetLowEffort FromAnswers(IEnumerable<int?> answers, NetBounds bounds) =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, NetBounds)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static NetLowEffort FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static NetLowEffort FromAnswers<TAnswer>(TAnswer[] answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static NetLowEffort FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NetBounds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static NetLowEffort FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, NetBounds bounds)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or higher is better on their scale.</exception>
    public static NetLowEffort FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, NetBounds bounds)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, bounds.Scale.Stated(nameof(bounds))), bounds);

    /// <summary>Creates the score from tallied answers.</summary>
    /// <param name="answers">The tallied answers on the scale of the bounds; the tally may be empty.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale than the bounds, or on that scale higher is better.</exception>
    public static NetLowEffort FromTally(RatingTally answers, NetBounds bounds) => new(bounds.Count(answers), bounds, answers.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetLowEffort baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public NetLowEffort Combine(NetLowEffort other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private NetBounds Shared(NetLowEffort other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Bounds, other, other.Bounds, "scale or bounds", name);

    static NetLowEffort IJsonRecord<NetLowEffort>.Json(JsonMembers<NetLowEffort> json) => new(
        json.Value(nameof(LowEffort), x => x.LowEffort),
        json.Value(nameof(Neutral), x => x.Neutral),
        json.Value(nameof(HighEffort), x => x.HighEffort),
        json.Record(nameof(Bounds), x => x.Bounds),
        json.Record(nameof(Excluded), x => x.Excluded));
}
