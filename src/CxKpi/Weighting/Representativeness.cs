namespace CxKpi.Practices;

/// <summary>Whether a sample represents the population, and what weighting it changes in a KPI.</summary>
/// <remarks>
/// For each characteristic the shares of the sample stand beside those of the population; the KPI stands as observed and weighted, by cells for one
/// characteristic and by raking for several. Where the population is that of the people invited, the report also says how evenly they answered, and what the
/// value would be if all who stayed silent were at either end: <code>rate * value + (1 - rate) * end</code>
/// Source: B. Schouten, F. Cobben and J. Bethlehem, 2009; C. Manski, Partial Identification of Probability Distributions, 2003 (bounds).
/// <para>Pitfalls: a sample can have the right mix in all characteristics that are known and still be one of the pleased and the angry.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record Representativeness : ILocalizedFace
{
    private readonly KpiTable bothFigures;

    private Representativeness(KpiTable figures, KpiDefinition definition, string? currency, SampleWeights weights)
    {
        bothFigures = figures;
        Definition = definition;
        Currency = currency;
        Weights = weights;
    }

    /// <summary>The name, unit and direction of the KPI.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The estimate without weights; <see langword="null"/> when its value is undefined.</summary>
    public Estimate? Raw { get; private init; }

    /// <summary>The weighted estimate; <see langword="null"/> when there are no weights, as <see cref="Weights"/> explains, or its value is
    /// undefined.</summary>
    public Estimate? Weighted { get; private init; }

    /// <summary>The weights, or why there are none.</summary>
    public SampleWeights Weights { get; }

    /// <summary>Each characteristic in the sample and in the population.</summary>
    public IReadOnlyList<MarginFit> Margins { get; private init; } = ValueList<MarginFit>.Empty;

    /// <summary>The share of the people invited whose answers the value rests on; <see langword="null"/> when the population is not that of those
    /// invited.</summary>
    public double? ResponseRate { get; private init; }

    /// <summary>The value if all who did not answer were at the lowest end of the KPI; <see langword="null"/> without a response rate or an end.</summary>
    public double? WorstCaseLower { get; private init; }

    /// <summary>The value if all who did not answer were at the highest end of the KPI; <see langword="null"/> without a response rate or an end.</summary>
    public double? WorstCaseUpper { get; private init; }

    /// <summary>Reports on a sample.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="records">The record of each row, in the order of the rows; each holds one observation at most.</param>
    /// <param name="margins">The characteristics whose distribution over the population is known; of the same rows.</param>
    /// <param name="populationWasInvited">Whether the sizes of the population are the numbers of people who were invited, of whom the rows are those who
    /// answered.</param>
    /// <param name="confidence">The confidence level of intervals and tests, between 0 and 1, both excluded.</param>
    /// <returns>The report. Where the sample cannot be weighted, it says why and holds everything else.</returns>
    /// <exception cref="ArgumentNullException">An argument or a margin is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no margin, records and margins have different numbers of rows, the confidence does not lie
    /// between 0 and 1, or more people of a category answered than were invited.</exception>
    /// <exception cref="ArgumentException">A record cannot be weighted, as <see cref="CxKpi.Weighted.FromObservation"/> says.</exception>
    public static Representativeness Of<TKpi>(
        IEnumerable<TKpi> records,
        IEnumerable<PopulationMargin> margins,
        bool populationWasInvited = false,
        double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Confidence(confidence);
        TKpi[] rows = [.. Guard.NotNull(records)];
        PopulationMargin[] known = [.. Guard.NotNull(margins)];
        SampleWeights weights = SampleWeights.Rake(known);
        if (rows.Length != known[0].Rows)
        {
            throw Guard.Outside(nameof(records), FormattableString.Invariant($"must have one record for each of {known[0].Rows} rows"), rows.Length);
        }

        // Each row is looked at as one to be weighted, whether or not there are weights.
        TKpi raw = CxKpi.Weighted.OfObservations(rows.Select(row => (row, 1m)), nameof(records)).Total;
        Estimate? plain = raw.Estimate(confidence), weighted = weights.HasWeights ? weights.Estimate(rows, confidence) : null;
        double? rate = populationWasInvited ? raw.N / known[0].Population : null;
        string label = TKpi.Definition.Symbol;
        KpiTableRow observed = KpiTable.Row(label, raw, null, confidence);
        KpiTable figures = KpiTable.About<TKpi>(
            ReportLanguage.English,
            weights.HasWeights ? [observed, KpiTable.Row(label, weights.Weigh(rows), null, confidence) with { Estimate = weighted }] : [observed]);
        return new(figures, TKpi.Definition, raw.Currency, weights)
        {
            Raw = plain,
            Weighted = weighted,
            Margins = ValueList.Of(known.Select(margin => new MarginFit(margin, populationWasInvited, confidence))),
            ResponseRate = rate,
            WorstCaseLower = rate * raw.Value + (1 - rate) * raw.GoalRange.Lowest,
            WorstCaseUpper = rate * raw.Value + (1 - rate) * raw.GoalRange.Highest,
        };
    }
}
