using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer orientation in the manner of the SOCO scale: the mean of the respondents' scores on a questionnaire of several items.</summary>
/// <remarks>
/// <code>customer orientation = sum of respondents' scores / respondents with a score</code>
/// The value is in scale points and lies between the scale's ends; <c>default</c> holds no data. A respondent's score is <see cref="ItemScale.Score"/>.
/// Respondents who answered too few items have no score and are counted as missing.
/// The interval is Wilson's on the effective number of respondents, with Student's quantile, and stays on the scale.
/// It can be created from one respondent, many respondents, or a <see cref="MeanTally"/>. Records with different questionnaires neither combine nor compare.
/// Source: R. Saxe, B. Weitz, "The SOCO Scale: A Measure of the Customer Orientation of Salespeople", Journal of Marketing Research, 1982;
/// any other questionnaire whose items are summed or averaged works the same way.
/// <para>Pitfalls: leaving reverse-worded items as they are; pooling all items of all respondents, which gives more weight to people who answered more and
/// narrows the interval; comparing forms of different length or with different items. This is not the trademarked diagnostic of customer culture that is
/// sometimes called COS, which has no public formula.</para>
/// <example>Four items, the last two reverse-worded, were answered 5, 4, 1 and 2 on 1 to 5: (5 + 4 + 5 + 4) / 4 = 4.5.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerOrientation>))]
[TypeFormatterSource(typeof(KpiFormatters<CustomerOrientation>))]
public readonly record struct CustomerOrientation : IKpi<CustomerOrientation>, IJsonRecord<CustomerOrientation>
{
    /// <summary>Creates the mean from the sums of the respondents' scores.</summary>
    /// <param name="evidence">The count, sum and sum of squares of the scores.</param>
    /// <param name="items">The questionnaire.</param>
    /// <param name="excluded">Respondents without a score because they answered too few items, and invalid ones; they are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No scores on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public CustomerOrientation(MeanTally evidence, ItemScale items, ExcludedAnswers excluded = default)
    {
        items.Scale.Require(ScaleDirection.HigherIsBetter, nameof(CustomerOrientation), nameof(items));
        Evidence = BoundedMean.Checked(evidence, items.Scale.Lowest, items.Scale.Highest);
        Items = items;
        Excluded = excluded;
    }

    /// <inheritdoc cref="CustomerOrientation(MeanTally, ItemScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CustomerOrientation(MeanTally evidence, ItemScale items)
        : this(evidence, items, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer orientation",
        "SOCO",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of respondents' scores / respondents with a score",
        "R. Saxe, B. Weitz, The SOCO Scale: A Measure of the Customer Orientation of Salespeople, Journal of Marketing Research, 1982");

    /// <summary>The count, sum and sum of squares of the respondents' scores.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The questionnaire.</summary>
    public ItemScale Items { get; }

    /// <summary>Respondents without a score, who are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Items(Items));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the mean from the answers of one respondent.</summary>
    /// <param name="answers">One answer per item, in order; <see langword="null"/> for one that was not given.</param>
    /// <param name="items">The questionnaire.</param>
    /// <returns>The mean; a respondent who answered too few items is counted as missing and adds nothing to the base.</returns>
    /// <exception cref="ArgumentException">The number of answers is not the number of items, or lower is better on the scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    public static CustomerOrientation FromRespondent(ReadOnlySpan<int?> answers, ItemScale items) => items.Score(answers) is { } score
        ? new(MeanTally.One(score), items)
        : new(default, items, new ExcludedAnswers(missing: 1));

    /// <inheritdoc cref="FromRespondent(ReadOnlySpan{int?}, ItemScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static CustomerOrientation FromRespondent(int?[] answers, ItemScale items) =>
        FromRespondent(new ReadOnlySpan<int?>(Guard.NotNull(answers)), items);

    /// <summary>Creates the mean from the answers of many respondents.</summary>
    /// <param name="respondents">One array per respondent with one answer per item, in order; <see langword="null"/> for an answer that was not given.</param>
    /// <param name="items">The questionnaire.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondents"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A respondent is <see langword="null"/> (the message names its position), the number of answers is not the number of
    /// items, or lower is better on the scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static CustomerOrientation FromRespondents(IEnumerable<int?[]> respondents, ItemScale items)
    {
        CustomerOrientation all = new(default, items);
        foreach (int?[] answers in items.Each(respondents))
        {
            all = all.Combine(FromRespondent(answers, items));
        }

        return all;
    }

    /// <inheritdoc cref="FromRespondents(IEnumerable{int?[]}, ItemScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static CustomerOrientation FromRespondents<TAnswer>(IEnumerable<TAnswer?[]> respondents, ItemScale items)
        where TAnswer : struct, INumber<TAnswer> =>
        FromRespondents(items.Whole(respondents), items);

    /// <inheritdoc cref="FromRespondents{TAnswer}(IEnumerable{TAnswer?[]}, ItemScale)"/>
    public static CustomerOrientation FromRespondents<TAnswer>(IEnumerable<TAnswer[]> respondents, ItemScale items)
        where TAnswer : struct, INumber<TAnswer> =>
        FromRespondents(items.Whole(respondents), items);

    KpiRange IKpi<CustomerOrientation>.GoalRange => Items.Scale.Range;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Items.Scale.Lowest, Items.Scale.Highest, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerOrientation baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(Evidence, baseline.Evidence, Items.Scale.Lowest, Items.Scale.Highest, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CustomerOrientation Combine(CustomerOrientation other) =>
        new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private ItemScale Shared(CustomerOrientation other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Items, other, other.Items, "questionnaire", name);

    static CustomerOrientation IJsonRecord<CustomerOrientation>.Json(JsonMembers<CustomerOrientation> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Items), x => x.Items),
        json.Record(nameof(Excluded), x => x.Excluded));
}
