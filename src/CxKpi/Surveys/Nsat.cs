using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>NSAT: net satisfaction as an index from 0 to 200, asked on a four-point scale without a middle.</summary>
/// <remarks>
/// <code>NSAT = 100 + 100 * (very satisfied - dissatisfied) / valid answers</code>
/// The value is an index in [0, 200] and is 100 when both groups are equal; <c>default</c> holds no data. "Dissatisfied" includes both dissatisfied answers;
/// "satisfied" counts only in the base. "Don't know" and "not applicable" do not belong to the base: count them as missing.
/// The answers are 1 (very dissatisfied), 2 (dissatisfied), 3 (satisfied) and 4 (very satisfied); see <see cref="Scale"/>.
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>.
/// Source: the NSAT standard of Microsoft IT, as described by S. Tauber, "Microsoft's metric: Net User Satisfaction", Medium, 2018.
/// <para>Pitfalls: adding 100 twice; using a five-point scale, which has a middle (it is refused here); leaving "don't know" in the base.
/// The standard prints a whole number; the value here is not rounded.</para>
/// <para>Other conventions: <see cref="NetSatisfaction"/> is a form from -100 to 100 with explicit bounds.</para>
/// <example>85 answer "very satisfied", 15 "don't know" and 37 "not applicable": NSAT is 200.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Nsat>))]
[TypeFormatterSource(typeof(KpiFormatters<Nsat>))]
public readonly record struct Nsat : IKpi<Nsat>, IJsonRecord<Nsat>
{
    private const int VerySatisfiedFrom = 4, DissatisfiedTo = 2;

    /// <summary>Creates the index from counts.</summary>
    /// <param name="verySatisfied">The number of answers "very satisfied"; not negative.</param>
    /// <param name="satisfied">The number of answers "satisfied", which count only in the base; not negative.</param>
    /// <param name="dissatisfied">The number of answers "dissatisfied" and "very dissatisfied"; not negative.</param>
    /// <param name="excluded">Missing ("don't know", "not applicable") and invalid answers, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public Nsat(long verySatisfied, long satisfied, long dissatisfied, ExcludedAnswers excluded = default)
        : this(new NetTally(Guard.NotNegative(verySatisfied), Guard.NotNegative(satisfied), Guard.NotNegative(dissatisfied)), excluded)
    {
    }

    /// <inheritdoc cref="Nsat(long, long, long, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Nsat(long verySatisfied, long satisfied, long dissatisfied)
        : this(verySatisfied, satisfied, dissatisfied, default)
    {
    }

    private Nsat(NetTally evidence, ExcludedAnswers excluded)
    {
        Evidence = evidence;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net satisfaction on four points",
        "NSAT",
        KpiUnit.Index,
        KpiDirection.HigherIsBetter,
        "100 + 100 * (very satisfied - dissatisfied) / valid answers; 0 to 200",
        "Microsoft IT, NSAT standard, as described by S. Tauber, Microsoft's metric: Net User Satisfaction, Medium, 2018");

    /// <summary>The scale of the question, from 1 (very dissatisfied) to 4 (very satisfied).</summary>
    public static RatingScale Scale { get; } = new(1, 4);

    /// <summary>The number of answers "very satisfied".</summary>
    public long VerySatisfied => Evidence.Positive;

    /// <summary>The number of answers "satisfied".</summary>
    public long Satisfied => Evidence.Neutral;

    /// <summary>The number of answers "dissatisfied" and "very dissatisfied".</summary>
    public long Dissatisfied => Evidence.Negative;

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The underlying counts. Their net score in points is the index minus 100.</summary>
    public NetTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => 100 + Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Answer;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals is { } net ? new(net.Numerator, net.Denominator, net.Scale, origin: 100) : null;

    /// <summary>Creates the index from one answer.</summary>
    /// <param name="answer">The answer, from 1 to 4; <see langword="null"/> for "don't know", "not applicable" or no answer.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie between 1 and 4.</exception>
    public static Nsat FromAnswer(int? answer) => FromTally(RatingTally.FromAnswer(answer, Scale));

    /// <summary>Creates the index from one answer.</summary>
    /// <param name="answer">The answer, from 1 to 4; <see langword="null"/> for "don't know", "not applicable" or no answer.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie between 1 and 4.</exception>
    public static Nsat FromAnswer(double? answer) =>
        FromTally(RatingTally.FromAnswer(answer, Scale));

    /// <summary>Creates the index from many answers.</summary>
    /// <param name="answers">Answers from 1 to 4.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 1 and 4; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static Nsat FromAnswers(ReadOnlySpan<int> answers) => FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <summary>Creates the index from many answers, some of them missing.</summary>
    /// <param name="answers">Answers from 1 to 4; <see langword="null"/> for "don't know", "not applicable" or no answer.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 1 and 4; the message names its position.</exception>
    public static Nsat FromAnswers(IEnumerable<int?> answers) => FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int})"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static Nsat FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static Nsat FromAnswers<TAnswer>(TAnswer[] answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nsat FromAnswers<TAnswer>(IEnumerable<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nsat FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Scale));

    /// <summary>Creates the index from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    public static Nsat FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, Scale));

    /// <summary>Creates the index from tallied answers.</summary>
    /// <param name="answers">The tallied answers on 1 to 4; the tally may be empty.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale.</exception>
    public static Nsat FromTally(RatingTally answers) => new(new NetBounds(Scale, VerySatisfiedFrom, DissatisfiedTo).Count(answers), answers.Excluded);

    KpiRange IKpi<Nsat>.GoalRange => new(0, 200);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.Rescaled(1, origin: 100).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Nsat baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public Nsat Combine(Nsat other) => new(Evidence.Combine(other.Evidence), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static Nsat IJsonRecord<Nsat>.Json(JsonMembers<Nsat> json) => new(
        json.Value(nameof(VerySatisfied), x => x.VerySatisfied),
        json.Value(nameof(Satisfied), x => x.Satisfied),
        json.Value(nameof(Dissatisfied), x => x.Dissatisfied),
        json.Record(nameof(Excluded), x => x.Excluded));
}
