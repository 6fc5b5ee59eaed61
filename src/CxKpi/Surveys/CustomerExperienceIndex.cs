using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer Experience Index by the method that Forrester used from 2007 to 2013: the mean of three net scores.</summary>
/// <remarks>
/// <code>index = (net needs + net ease + net enjoyment) / 3, each net = 100 * (high - low) / valid answers</code>
/// The value is in points from -100 to 100. It is undefined as long as one question has no answers; <c>default</c> holds no data.
/// The three questions, usually answered on 1 to 5, are whether the experience met the customer's needs, was easy, and was enjoyable.
/// The usual bounds take 4 and 5 as high and 1 and 2 as low (<see cref="NetBounds.OneToFive"/>).
/// Each question has its own base. The same people answer all three. Records of respondents know how their answers go together, which limits and changes allow
/// for. Counts per question do not show it: their limits are the means of the three questions' limits, which is safe but wider than needed, and a change
/// has no p-value. Adding such counts to respondents leaves this unknown.
/// The number of observations shown is the smallest of the three bases.
/// It can be created from one respondent, three <see cref="RatingTally"/> values, or three <see cref="NetTally"/> values.
/// Records with different scales or bounds neither combine nor compare.
/// Source: Forrester Research, "Customer Experience Index", 2007 to 2013. It was written CxPi until 2011 and CXi from 2012 on; the method is the same.
/// <para>Pitfalls: confusing it with Forrester's present CX Index, a different, proprietary model from 0 to 100; pooling the three questions into one,
/// which weights them by their numbers of answers.</para>
/// <para>Other conventions: "customer satisfaction index" also means a weighted 0 to 100 index (<see cref="SatisfactionIndex"/>)
/// or a mix of CSAT, NPS and CES (<see cref="CompositeScore"/>).</para>
/// <example>Net scores of +60, +40 and +30 give an index of +43.3.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerExperienceIndex>))]
[TypeFormatterSource(typeof(KpiFormatters<CustomerExperienceIndex>))]
public readonly record struct CustomerExperienceIndex : IKpi<CustomerExperienceIndex>, IJsonRecord<CustomerExperienceIndex>
{
    private const double Third = 1.0 / 3;

    /// <summary>Creates the index from the counts of its three questions.</summary>
    /// <param name="needs">The counts of high, middle and low answers to "did it meet your needs".</param>
    /// <param name="ease">The counts of high, middle and low answers to "was it easy".</param>
    /// <param name="enjoyment">The counts of high, middle and low answers to "was it enjoyable".</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <param name="excluded">Missing and invalid answers of all three questions, which are left out of the base.</param>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public CustomerExperienceIndex(NetTally needs, NetTally ease, NetTally enjoyment, NetBounds bounds, ExcludedAnswers excluded = default)
    {
        bounds.Scale.Require(ScaleDirection.HigherIsBetter, nameof(CustomerExperienceIndex), nameof(bounds));
        Needs = needs;
        Ease = ease;
        Enjoyment = enjoyment;
        Bounds = bounds;
        Excluded = excluded;
    }

    private CustomerExperienceIndex(NetTally needs, NetTally ease, NetTally enjoyment, NetBounds bounds, ExcludedAnswers excluded, CrossProducts products)
        : this(needs, ease, enjoyment, bounds, excluded) =>
        Products = products;

    /// <inheritdoc cref="CustomerExperienceIndex(NetTally, NetTally, NetTally, NetBounds, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CustomerExperienceIndex(NetTally needs, NetTally ease, NetTally enjoyment, NetBounds bounds)
        : this(needs, ease, enjoyment, bounds, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer Experience Index",
        "CxPi",
        KpiUnit.NetPoints,
        KpiDirection.HigherIsBetter,
        "(net needs + net ease + net enjoyment) / 3",
        "Forrester Research, Customer Experience Index, 2007 to 2013");

    /// <summary>The answers to "did it meet your needs"; their net score is <see cref="NetTally.Value"/>.</summary>
    public NetTally Needs { get; }

    /// <summary>The answers to "was it easy".</summary>
    public NetTally Ease { get; }

    /// <summary>The answers to "was it enjoyable".</summary>
    public NetTally Enjoyment { get; }

    /// <summary>Which answers are high and which are low.</summary>
    public NetBounds Bounds { get; }

    /// <summary>Missing and invalid answers of all three questions, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>How the answers of respondents go together, coded 1, 0 and -1.</summary>
    internal CrossProducts Products { get; }

    /// <summary>The counts of the three questions in this order: needs, ease, enjoyment.</summary>
    public IReadOnlyList<NetTally> Evidence => [Needs, Ease, Enjoyment];

    /// <inheritdoc/>
    public double? Value => (Needs.Value + Ease.Value + Enjoyment.Value) / 3;

    /// <inheritdoc/>
    public long N => Math.Min(Needs.N, Math.Min(Ease.N, Enjoyment.N));

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Bounds(Bounds));

    /// <summary>Creates the index from the three answers of one respondent.</summary>
    /// <param name="needs">The answer to "did it meet your needs"; <see langword="null"/> when it was not given.</param>
    /// <param name="ease">The answer to "was it easy"; <see langword="null"/> when it was not given.</param>
    /// <param name="enjoyment">The answer to "was it enjoyable"; <see langword="null"/> when it was not given.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The bounds are the default value, or lower is better on their scale.</exception>
    public static CustomerExperienceIndex FromRespondent(int? needs, int? ease, int? enjoyment, NetBounds bounds)
    {
        CustomerExperienceIndex one = FromTallies(
            RatingTally.FromQuestion(needs, bounds.Scale.Stated(nameof(bounds)), nameof(needs)),
            RatingTally.FromQuestion(ease, bounds.Scale, nameof(ease)),
            RatingTally.FromQuestion(enjoyment, bounds.Scale, nameof(enjoyment)),
            bounds);
        return new(one.Needs, one.Ease, one.Enjoyment, bounds, one.Excluded, CrossProducts.Of(Code(one.Needs), Code(one.Ease), Code(one.Enjoyment)));

        static long? Code(NetTally answer) => answer.N == 0 ? null : answer.Positive - answer.Negative;
    }

    /// <summary>Creates the index from tallied answers.</summary>
    /// <param name="needs">The tallied answers to "did it meet your needs"; the tally may be empty.</param>
    /// <param name="ease">The tallied answers to "was it easy"; the tally may be empty.</param>
    /// <param name="enjoyment">The tallied answers to "was it enjoyable"; the tally may be empty.</param>
    /// <param name="bounds">Which answers are high and which are low.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">Answers lie on another scale than the bounds, or on that scale lower is better.</exception>
    public static CustomerExperienceIndex FromTallies(RatingTally needs, RatingTally ease, RatingTally enjoyment, NetBounds bounds) =>
        new(
            bounds.Count(needs, nameof(needs)),
            bounds.Count(ease, nameof(ease)),
            bounds.Count(enjoyment, nameof(enjoyment)),
            bounds,
            needs.Excluded.Combine(ease.Excluded).Combine(enjoyment.Excluded));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => (OfRespondents(confidence) ?? DependentParts.Estimate(
        Value,
        [Third, Third, Third],
        [Needs.Estimate(confidence), Ease.Estimate(confidence), Enjoyment.Estimate(confidence)],
        confidence,
        lowest: -100))?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerExperienceIndex baseline, double confidence = 0.95)
    {
        Shared(baseline);
        Estimate? own = OfRespondents(confidence), other = baseline.OfRespondents(confidence);
        Change? change = own is { } mine && other is { } theirs
            ? BoundedIntervals.Change(mine, theirs, -100, 100, confidence)
            : DependentParts.Change(
                Value,
                baseline.Value,
                [Third, Third, Third],
                [
                    Needs.ChangeFrom(baseline.Needs, confidence),
                    Ease.ChangeFrom(baseline.Ease, confidence),
                    Enjoyment.ChangeFrom(baseline.Enjoyment, confidence),
                ],
                confidence)?.With(DependentParts.Alike(own, other));
        return change?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CustomerExperienceIndex Combine(CustomerExperienceIndex other) => new(
        Needs.Combine(other.Needs),
        Ease.Combine(other.Ease),
        Enjoyment.Combine(other.Enjoyment),
        Shared(other),
        Excluded.Combine(other.Excluded),
        Products.Combine(other.Products, HasAnswers, other.HasAnswers));

    private bool HasAnswers => Needs.N > 0 || Ease.N > 0 || Enjoyment.N > 0;

    /// <summary>The estimate with the covariances of respondents; <see langword="null"/> where these are not known.</summary>
    private Estimate? OfRespondents(double confidence) => DependentParts.Estimate(
        Value, [100 * Third, 100 * Third, 100 * Third], [Question(Needs), Question(Ease), Question(Enjoyment)], Products, confidence, -100, 100);

    private static (long N, double Mean, double Deviations) Question(NetTally answers)
    {
        double mean = (double)(answers.Positive - answers.Negative) / answers.N;
        return (answers.N, mean, answers.Positive + answers.Negative - answers.N * mean * mean);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private NetBounds Shared(CustomerExperienceIndex other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Bounds, other, other.Bounds, "scale or bounds", name);

    static CustomerExperienceIndex IJsonRecord<CustomerExperienceIndex>.Json(JsonMembers<CustomerExperienceIndex> json) => new(
        json.Record(nameof(Needs), x => x.Needs),
        json.Record(nameof(Ease), x => x.Ease),
        json.Record(nameof(Enjoyment), x => x.Enjoyment),
        json.Record(nameof(Bounds), x => x.Bounds),
        json.Record(nameof(Excluded), x => x.Excluded),
        json.OptionalRecord(nameof(Products), x => x.Products == default ? null : (CrossProducts?)x.Products) ?? default);
}
