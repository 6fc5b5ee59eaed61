using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Secure customers: the share of respondents who are fully satisfied, sure to buy again and sure to recommend, all three at once.</summary>
/// <remarks>
/// <code>secure customers = respondents who reach all three cuts / respondents who answered all three questions</code>
/// The value is a fraction in [0, 1]; <c>default</c> holds no data. Respondents with a missing answer are counted apart.
/// It follows the Secure Customer Index of Burke, Inc., a protected name; which answers count is stated by the <see cref="Cut"/>, because scales differ.
/// It can be created from counts, one respondent, or many. Records with different cuts neither combine nor compare.
/// Source: D. Brandt, "Customer Satisfaction Indexing", American Marketing Association, 1996.
/// <para>Pitfalls: multiplying the three top boxes, as if the answers had nothing to do with each other; averaging them, which calls a customer secure who
/// will not come back; comparing with figures whose scales have four points.</para>
/// <para>Other conventions: those who reach only some of the cuts are called favourable, vulnerable or at risk, by rules that differ.</para>
/// <example>Of 200 respondents 130 are fully satisfied, 110 sure to buy again and 100 sure to recommend, 84 all three: 42 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SecureCustomers>))]
[TypeFormatterSource(typeof(KpiFormatters<SecureCustomers>))]
public readonly record struct SecureCustomers : IKpi<SecureCustomers>, IJsonRecord<SecureCustomers>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="secure">The number of respondents who reach all three cuts; not negative, not more than <paramref name="respondents"/>.</param>
    /// <param name="respondents">The number of respondents who answered all three questions; not negative.</param>
    /// <param name="cut">From which answers on a customer counts as secure.</param>
    /// <param name="excluded">Respondents with a missing answer, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public SecureCustomers(long secure, long respondents, SecureCustomerCut cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(secure, respondents), respondents), cut, excluded)
    {
    }

    /// <inheritdoc cref="SecureCustomers(long, long, SecureCustomerCut, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SecureCustomers(long secure, long respondents, SecureCustomerCut cut)
        : this(secure, respondents, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">From which answers on a customer counts as secure.</param>
    /// <param name="excluded">Respondents with a missing answer, which are left out of the base.</param>
    public SecureCustomers(ShareTally evidence, SecureCustomerCut cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="SecureCustomers(ShareTally, SecureCustomerCut, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SecureCustomers(ShareTally evidence, SecureCustomerCut cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Secure customers",
        "Secure customers",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "respondents who reach all three cuts / respondents who answered all three questions",
        "D. Brandt, Customer Satisfaction Indexing, American Marketing Association, 1996");

    /// <summary>The number of respondents who reach all three cuts.</summary>
    public long Secure => Evidence.Count;

    /// <summary>The number of respondents who answered all three questions.</summary>
    public long Respondents => Evidence.N;

    /// <summary>From which answers on a customer counts as secure.</summary>
    public SecureCustomerCut Cut { get; }

    /// <summary>Respondents with a missing answer, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        SurveyRules.Cut(Cut.Satisfaction, nameof(Cut.Satisfaction), words => words.OnSatisfaction),
        SurveyRules.Cut(Cut.Repurchase, nameof(Cut.Repurchase), words => words.OnRepurchase),
        SurveyRules.Cut(Cut.Recommendation, nameof(Cut.Recommendation), words => words.OnRecommendation));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one respondent.</summary>
    /// <param name="satisfaction">The answer to the question on satisfaction; <see langword="null"/> when it was not given.</param>
    /// <param name="repurchase">The answer to the question on buying again; <see langword="null"/> when it was not given.</param>
    /// <param name="recommendation">The answer to the question on recommending; <see langword="null"/> when it was not given.</param>
    /// <param name="cut">From which answers on a customer counts as secure.</param>
    /// <returns>The share; a respondent with a missing answer is counted as missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on its scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value.</exception>
    public static SecureCustomers FromRespondent(int? satisfaction, int? repurchase, int? recommendation, SecureCustomerCut cut)
    {
        RatingTally first = RatingTally.FromQuestion(satisfaction, cut.Satisfaction.Scale.Stated(nameof(cut)), nameof(satisfaction));
        RatingTally second = RatingTally.FromQuestion(repurchase, cut.Repurchase.Scale, nameof(repurchase));
        RatingTally third = RatingTally.FromQuestion(recommendation, cut.Recommendation.Scale, nameof(recommendation));
        return first.Missing + second.Missing + third.Missing > 0
            ? new(default(ShareTally), cut, new ExcludedAnswers(missing: 1))
            : new(
                ShareTally.One(cut.Satisfaction.Count(first).Count + cut.Repurchase.Count(second).Count + cut.Recommendation.Count(third).Count == 3),
                cut);
    }

    /// <summary>Creates the share from many respondents.</summary>
    /// <param name="respondents">The answers of each to the three questions; <see langword="null"/> for one that was not given.</param>
    /// <param name="cut">From which answers on a customer counts as secure.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondents"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on its scale; the message names the position of its respondent.</exception>
    /// <exception cref="ArgumentException">The cut is the default value.</exception>
    public static SecureCustomers FromRespondents(
        IEnumerable<(int? Satisfaction, int? Repurchase, int? Recommendation)> respondents,
        SecureCustomerCut cut)
    {
        cut.Satisfaction.Scale.Stated(nameof(cut));
        SecureCustomers total = new(default(ShareTally), cut);
        long position = 0;
        foreach ((int? satisfaction, int? repurchase, int? recommendation) in Guard.NotNull(respondents))
        {
            total = total.Combine(FromRespondent(
                RatingTally.Whole(satisfaction, cut.Satisfaction.Scale, nameof(respondents), position, ", satisfaction"),
                RatingTally.Whole(repurchase, cut.Repurchase.Scale, nameof(respondents), position, ", repurchase"),
                RatingTally.Whole(recommendation, cut.Recommendation.Scale, nameof(respondents), position++, ", recommendation"),
                cut));
        }

        return total;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SecureCustomers baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public SecureCustomers Combine(SecureCustomers other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private SecureCustomerCut Shared(SecureCustomers other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "cut", name);

    static SecureCustomers IJsonRecord<SecureCustomers>.Json(JsonMembers<SecureCustomers> json) => new(
        ShareJson.Of(json, nameof(Secure), nameof(Respondents), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
