using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer orientation (SOCO style): the mean of the respondents' scores on a questionnaire of several items, in scale points.</summary>
/// <remarks>
/// <code>customer orientation = sum of respondents' scores / respondents with a score</code>
/// Scale points between the scale's ends; <c>default</c> holds no data. A respondent's score is <see cref="ItemScale.Score"/>; those who answered too few
/// items have none and are counted as missing. Student's interval over respondents, cut at the ends of the scale.
/// Source: R. Saxe, B. Weitz, "The SOCO Scale: A Measure of the Customer Orientation of Salespeople", Journal of Marketing Research, 1982;
/// any other summated scale works alike.
/// <para>Pitfalls: reverse-worded items left as they are; pooling all items of all respondents, which weighs people by how much they answered and narrows the
/// interval; comparing forms of different length or items. It is not the trademarked diagnostic of customer culture that some call COS,
/// which has no public formula.</para>
/// <example>Four items, the last two reverse-worded, answered 5, 4, 1 and 2 on 1 to 5: (5 + 4 + 5 + 4) / 4 = 4.5.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<CustomerOrientation>))]
public readonly record struct CustomerOrientation : IKpi<CustomerOrientation>
{
    /// <summary>Creates the mean from the sums of the respondents' scores.</summary>
    /// <param name="evidence">Count, sum and sum of squares of the scores.</param>
    /// <param name="items">The questionnaire.</param>
    /// <param name="excluded">Respondents who answered too few items, and invalid ones, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No scores on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    [JsonConstructor]
    public CustomerOrientation(MeanTally evidence, ItemScale items, ExcludedAnswers excluded = default)
    {
        items.Scale.Require(ScaleDirection.HigherIsBetter, nameof(CustomerOrientation), nameof(items));
        Evidence = BoundedMean.Checked(evidence, items.Scale.Lowest, items.Scale.Highest);
        Items = items;
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer orientation",
        "SOCO",
        KpiUnit.ScalePoints,
        KpiDirection.HigherIsBetter,
        "sum of respondents' scores / respondents with a score",
        "R. Saxe, B. Weitz, The SOCO Scale: A Measure of the Customer Orientation of Salespeople, Journal of Marketing Research, 1982");

    /// <summary>Count, sum and sum of squares of the respondents' scores.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The questionnaire.</summary>
    public ItemScale Items { get; }

    /// <summary>Respondents without a score, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The mean of one respondent.</summary>
    /// <param name="answers">One answer per item, in order; <see langword="null"/> for one that was not given.</param>
    /// <param name="items">The questionnaire.</param>
    /// <returns>The mean; no base when too few items were answered.</returns>
    /// <exception cref="ArgumentException">There is not one answer per item, or on the scale lower is better.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    public static CustomerOrientation FromRespondent(ReadOnlySpan<int?> answers, ItemScale items) => items.Score(answers) is { } score
        ? new(MeanTally.One(score), items)
        : new(default, items, new ExcludedAnswers(missing: 1));

    /// <summary>The mean of many respondents.</summary>
    /// <param name="respondents">One answer per item of each respondent, in order; <see langword="null"/> for one that was not given.</param>
    /// <param name="items">The questionnaire.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondents"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A respondent is <see langword="null"/> (the message names its position) or has not one answer per item, or on the
    /// scale lower is better.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    public static CustomerOrientation FromRespondents(IEnumerable<int?[]> respondents, ItemScale items)
    {
        CustomerOrientation all = new(default, items);
        foreach (int?[] answers in ItemScale.Each(respondents))
        {
            all = all.Combine(FromRespondent(answers, items));
        }

        return all;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Items.Scale.Lowest, Items.Scale.Highest, confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerOrientation baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public CustomerOrientation Combine(CustomerOrientation other) =>
        new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Count, format, formatProvider);

    private ItemScale Shared(CustomerOrientation other) => SharedRule.Of(this, Items, other, other.Items, "questionnaire");
}
