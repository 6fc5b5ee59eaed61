using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net Promoter Score: the share of promoters minus the share of detractors, in points.</summary>
/// <remarks>
/// <code>NPS = 100 * (promoters - detractors) / (promoters + passives + detractors)</code>
/// The value is in points from -100 to 100, printed with its sign and without a percent sign; <c>default</c> holds no data.
/// The question is "How likely are you to recommend ... to a friend or colleague?", answered from 0 to 10; promoters answer 9 or 10, passives 7 or 8,
/// detractors 0 to 6.
/// It can be created from counts, one answer, many answers (a span or a sequence, missing ones included) or a <see cref="RatingTally"/>, each with an
/// <see cref="NpsMapping"/> for another scale. Records with different mappings neither combine nor compare.
/// Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, 2003. Source of the interval: B. Rocks,
/// "Interval Estimation for the Net Promoter Score", The American Statistician, 2016.
/// <para>Asked of employees, about the company as a place to work, it is the eNPS: the same record under another name.</para>
/// <para>Pitfalls: asking from 1 to 10 (accepted here only through an <see cref="NpsMapping"/>, which flags the score); leaving the passives out of the base;
/// counting a missing answer as a passive; averaging the scores of segments; subtracting rounded percentages, or counts instead of shares;
/// reading 0 as poor and 50 as excellent everywhere, since usual scores differ by country, sector and way of asking;
/// and mixing in one series answers given right after a contact (transactional) with answers about the whole relationship (relational),
/// which are two different measures.</para>
/// <example>The answers 10, 9, 9, 7 and 3 are three promoters, one passive and one detractor: the score is +40.</example>
/// Net Promoter, NPS and related marks are registered by Bain &amp; Company, NICE Satmetrix and Fred Reichheld.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Nps>))]
[TypeFormatterSource(typeof(KpiFormatters<Nps>))]
public readonly record struct Nps : IKpi<Nps>, IJsonRecord<Nps>
{
    private const int PassiveFrom = 7, PromoterFrom = 9, Missing = 11;

    // The record of each answer, and of a missing one in the place after them.
    private static readonly Nps[] ByAnswer =
    [
        .. Enumerable.Range(0, Missing).Select(answer => answer switch
        {
            >= PromoterFrom => new Nps(1, 0, 0),
            >= PassiveFrom => new Nps(0, 1, 0),
            _ => new Nps(0, 0, 1),
        }),
        new(0, 0, 0, new ExcludedAnswers(missing: 1)),
    ];

    // A number, not the reference: storing a reference costs a write barrier for every row of a tally.
    private readonly long packedMapping;
    private readonly long roundedBy;

    /// <summary>Creates the score from the three counts.</summary>
    /// <param name="promoters">The number of answers 9 and 10; not negative.</param>
    /// <param name="passives">The number of answers 7 and 8, which are part of the base; not negative.</param>
    /// <param name="detractors">The number of answers 0 to 6; not negative.</param>
    /// <param name="excluded">Missing and invalid answers, which are left out of the base.</param>
    /// <param name="mappedFrom">The mapping by which answers from another scale were read; <see langword="null"/> for the standard question.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public Nps(long promoters, long passives, long detractors, ExcludedAnswers excluded = default, NpsMapping? mappedFrom = null)
    {
        Promoters = Guard.NotNegative(promoters);
        Passives = Guard.NotNegative(passives);
        Detractors = Guard.NotNegative(detractors);
        _ = Guard.Sum("answers", promoters, passives, detractors);
        Excluded = excluded;
        packedMapping = mappedFrom?.Pack() ?? 0;
    }

    /// <inheritdoc cref="Nps(long, long, long, ExcludedAnswers, NpsMapping)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Nps(long promoters, long passives, long detractors)
        : this(promoters, passives, detractors, default, null)
    {
    }

    private Nps(NetTally evidence, ExcludedAnswers excluded, NpsMapping? mappedFrom)
        : this(evidence.Positive, evidence.Neutral, evidence.Negative, excluded, mappedFrom) =>
        roundedBy = evidence.RoundedBy;

    // Sums of valid counts are valid, only their total can overflow; written field by field because this is the hot path of every tally.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Nps(in Nps a, in Nps b, long mapping)
    {
        Promoters = Guard.Add(a.Promoters, b.Promoters, nameof(Promoters));
        Passives = Guard.Add(a.Passives, b.Passives, nameof(Passives));
        Detractors = Guard.Add(a.Detractors, b.Detractors, nameof(Detractors));
        roundedBy = Guard.Add(a.roundedBy, b.roundedBy, nameof(roundedBy));
        _ = Guard.Add(Guard.Add(Promoters, Passives, nameof(N)), Detractors, nameof(N));
        Excluded = a.Excluded.Combine(b.Excluded);
        packedMapping = mapping;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net Promoter Score",
        "NPS",
        KpiUnit.NetPoints,
        KpiDirection.HigherIsBetter,
        "100 * (promoters - detractors) / answers",
        "F. Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003");

    /// <summary>The number of promoters: answers 9 and 10.</summary>
    public long Promoters { get; }

    /// <summary>The number of passives: answers 7 and 8.</summary>
    public long Passives { get; }

    /// <summary>The number of detractors: answers 0 to 6.</summary>
    public long Detractors { get; }

    /// <summary>Missing and invalid answers, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The mapping by which answers from another scale were read; <see langword="null"/> for the standard question.</summary>
    public NpsMapping? MappedFrom => NpsMapping.Unpack(packedMapping);

    /// <summary>The counts, with every interval that a net score can have.</summary>
    public NetTally Evidence => new(Promoters, Passives, Detractors, roundedBy);

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Answer;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Mapping(MappedFrom));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">The answer, from 0 to 10; <see langword="null"/> when it was not given.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie between 0 and 10.</exception>
    public static Nps FromAnswer(int? answer)
    {
        // A table, because the branches of a comparison would be guessed wrong at every other answer.
        int given = answer ?? Missing;
        return ByAnswer[answer.HasValue && unchecked((uint)given >= Missing) ? OffScale(given) : given];
    }

    /// <summary>Creates the score from one answer.</summary>
    /// <param name="answer">The answer, from 0 to 10; <see langword="null"/> or NaN when it was not given.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie between 0 and 10.</exception>
    public static Nps FromAnswer(double? answer) =>
        FromTally(RatingTally.FromAnswer(answer, RatingScale.ZeroToTen));

    /// <summary>Creates the score from one answer on another scale and flags it as mapped.</summary>
    /// <param name="answer">An answer on the mapping's scale; <see langword="null"/> when it was not given.</param>
    /// <param name="mapping">How the answer is read as promoter, passive or detractor.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the mapping's scale.</exception>
    public static Nps FromAnswer(int? answer, NpsMapping mapping) => FromTally(RatingTally.FromAnswer(answer, Guard.NotNull(mapping).Scale), mapping);

    /// <summary>Creates the score from one answer on another scale and flags it as mapped.</summary>
    /// <param name="answer">An answer on the mapping's scale; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="mapping">How the answer is read as promoter, passive or detractor.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the mapping's scale.</exception>
    public static Nps FromAnswer(double? answer, NpsMapping mapping) =>
        FromTally(RatingTally.FromAnswer(answer, Guard.NotNull(mapping).Scale), mapping);

    /// <summary>Creates the score from many answers.</summary>
    /// <param name="answers">Answers from 0 to 10.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static Nps FromAnswers(ReadOnlySpan<int> answers) => FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <summary>Creates the score from many answers, some of them missing.</summary>
    /// <param name="answers">Answers from 0 to 10; <see langword="null"/> for one that was not given.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie between 0 and 10; the message names its position.</exception>
    public static Nps FromAnswers(IEnumerable<int?> answers) => FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int})"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static Nps FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static Nps FromAnswers<TAnswer>(TAnswer[] answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nps FromAnswers<TAnswer>(IEnumerable<TAnswer> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer})"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nps FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, RatingScale.ZeroToTen));

    /// <summary>Creates the score from counts of answers.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    public static Nps FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, RatingScale.ZeroToTen));

    /// <summary>Creates the score from many answers on another scale and flags it as mapped.</summary>
    /// <param name="answers">Answers on the mapping's scale.</param>
    /// <param name="mapping">How the answers are read as promoters, passives and detractors.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the mapping's scale; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static Nps FromAnswers(ReadOnlySpan<int> answers, NpsMapping mapping) =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <summary>Creates the score from many answers on another scale, some of them missing, and flags it as mapped.</summary>
    /// <param name="answers">Answers on the mapping's scale; <see langword="null"/> for one that was not given.</param>
    /// <param name="mapping">How the answers are read as promoters, passives and detractors.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> or <paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the mapping's scale; the message names its position.</exception>
    public static Nps FromAnswers(IEnumerable<int?> answers, NpsMapping mapping) =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, NpsMapping)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static Nps FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, NpsMapping mapping)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NpsMapping)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static Nps FromAnswers<TAnswer>(TAnswer[] answers, NpsMapping mapping)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NpsMapping)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nps FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, NpsMapping mapping)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, NpsMapping)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static Nps FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, NpsMapping mapping)
        where TAnswer : struct, INumber<TAnswer> =>
        FromTally(RatingTally.FromAnswers(answers, Guard.NotNull(mapping).Scale), mapping);

    /// <summary>Creates the score from the published percentages of promoters and detractors and the number of answers.</summary>
    /// <param name="promoters">The share of promoters as a fraction in [0, 1], such as 0.61 for 61 %.</param>
    /// <param name="detractors">The share of detractors as a fraction in [0, 1].</param>
    /// <param name="n">The number of answers; at least 1, because percentages without their base have no interval and cannot be added to others.</param>
    /// <param name="decimals">The number of decimals of the percentages, from 0 to 10: 0 for 61 %, 1 for 61.3 %.</param>
    /// <returns>The score, whose limits allow for the rounding and are flagged <see cref="EstimateFlags.RoundedFigures"/>. A score alone has no door:
    /// two equal scores can have very different errors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share does not lie between 0 and 1 or has more decimals, the base is below 1, no count out of
    /// <paramref name="n"/> is rounded to a share, or both together are more than everybody.</exception>
    public static Nps FromPublished(decimal promoters, decimal detractors, long n, int decimals = 0) =>
        new(NetTally.FromPublished(promoters, detractors, n, decimals, nameof(promoters), nameof(detractors)), default, null);

    /// <summary>Creates the score from counts of answers on another scale and flags it as mapped.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.</param>
    /// <param name="mapping">How the answers are read as promoters, passives and detractors.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    public static Nps FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, NpsMapping mapping)
        where TCount : struct, IBinaryInteger<TCount> =>
        FromTally(RatingTally.FromCounts(counts, Guard.NotNull(mapping).Scale), mapping);

    /// <summary>Creates the score from tallied answers to the standard question.</summary>
    /// <param name="answers">The tallied answers on the scale 0 to 10; the tally may be empty.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale, for which a mapping must be passed.</exception>
    public static Nps FromTally(RatingTally answers)
    {
        if (answers == default)
        {
            return default;
        }

        return answers.Scale == RatingScale.ZeroToTen
            ? new(answers.Net(PromoterFrom, PassiveFrom - 1), answers.Excluded, null)
            : throw new ArgumentException(
                $"answers must lie on the scale 0 to 10, but lie on {answers.Scale}; pass a mapping to use another scale",
                nameof(answers));
    }

    /// <summary>Creates the score from tallied answers on another scale and flags it as mapped.</summary>
    /// <param name="answers">The tallied answers on the mapping's scale; the tally may be empty.</param>
    /// <param name="mapping">How the answers are read as promoters, passives and detractors.</param>
    /// <returns>The score, which can be neither combined nor compared with standard ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The answers lie on another scale than the mapping's.</exception>
    public static Nps FromTally(RatingTally answers, NpsMapping mapping)
    {
        Guard.NotNull(mapping);
        if (answers == default)
        {
            return new(0, 0, 0, default, mapping);
        }

        return answers.Scale == mapping.Scale
            ? new(answers.Net(mapping.PromoterFrom, mapping.PassiveFrom - 1), answers.Excluded, mapping)
            : throw new ArgumentException($"answers must lie on the mapping's scale {mapping.Scale}, but lie on {answers.Scale}", nameof(answers));
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Evidence.Estimate(confidence)?.With(MappedFrom is null ? EstimateFlags.None : EstimateFlags.NonStandardScale).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Nps baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Nps Combine(Nps other) => packedMapping == other.packedMapping ? new(in this, in other, packedMapping) : CombineApart(other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IKpi<Nps>.Accumulate(ref Nps total, in Nps record) =>
        total = new(in total, in record, total.packedMapping == record.packedMapping ? record.packedMapping : SharedMapping(in total, in record));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SharedMapping(in Nps total, in Nps record) => total.Shared(record, "other")?.Pack() ?? 0;

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Nps CombineApart(Nps other) => new(in this, in other, Shared(other)?.Pack() ?? 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int OffScale(int answer) => (int)RatingTally.FromAnswer(answer, RatingScale.ZeroToTen).N;

    private NpsMapping? Shared(Nps other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, MappedFrom, other, other.MappedFrom, "mapping", name);

    static Nps IJsonRecord<Nps>.Json(JsonMembers<Nps> json) => new(
        new NetTally(
            Guard.NotNegative(json.Value(nameof(Promoters), x => x.Promoters), "promoters"),
            Guard.NotNegative(json.Value(nameof(Passives), x => x.Passives), "passives"),
            Guard.NotNegative(json.Value(nameof(Detractors), x => x.Detractors), "detractors"),
            json.OrDefault(nameof(NetTally.RoundedBy), x => x.roundedBy)),
        json.Record(nameof(Excluded), x => x.Excluded),
        json.OptionalRecord(nameof(MappedFrom), x => x.MappedFrom));
}
