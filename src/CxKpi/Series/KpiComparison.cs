using System.Globalization;

namespace CxKpi;

/// <summary>One KPI before and after: a line of the chart <see cref="Charts.Comparison"/>.</summary>
/// <remarks>It is created by <see cref="Of"/>, so that KPIs of different types can be in one list.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiComparison : ILocalizedFace
{
    private KpiComparison(KpiDefinition definition, KpiBasis basis)
    {
        Definition = definition;
        Basis = basis;
    }

    /// <summary>The definition of the KPI.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; private init; }

    /// <summary>What the value after rests on.</summary>
    public KpiBasis Basis { get; }

    /// <summary>The estimate before; <see langword="null"/> when there is no data.</summary>
    public Estimate? Before { get; private init; }

    /// <summary>The estimate after; <see langword="null"/> when there is no data.</summary>
    public Estimate? After { get; private init; }

    /// <summary>The change from before to after; <see langword="null"/> when either is undefined.</summary>
    public Change? Change { get; private init; }

    /// <summary>Compares two records of a KPI.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="before">The earlier record.</param>
    /// <param name="after">The later record, which must rest on other observations.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The two records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static KpiComparison Of<TKpi>(TKpi before, TKpi after, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> => new(TKpi.Definition, KpiBasis.Of(after))
        {
            Currency = after.Currency ?? before.Currency,
            Before = before.Estimate(confidence),
            After = after.Estimate(confidence),
            Change = HeldRecords.ChangeFrom(after, before, confidence, nameof(before)),
        };

    /// <summary>The KPI's short name, the change and its verdict, which rests on sampling error only.</summary>
    /// <returns>Text for display, such as <c>NPS +12.0 (better, sampling error only)</c>.</returns>
    public override string ToString() => TerminalText.Clean(Caption(Phrases.English));

    private string Caption(Phrases words) => $"{words.Named(words.Symbol(Definition), Definition, Basis)} "
        + (Change is { } change ? $"{words.Change(Definition, change.Difference, Currency)} ({words.VerdictOfPair(change.Verdict)})" : words.Undefined);

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(Caption(words))
            .Fact(words.NameLabel, words.Name(Definition))
            .Fact(words.BeforeLabel, words.Value(Definition, Before?.Value, Currency, After?.Value))
            .Fact(words.AfterLabel, words.Value(Definition, After?.Value, Currency))
            .Fact(words.ChangeLabel, Change is { } change ? words.Change(Definition, change.Difference, Currency, After?.Value) : null)
            .Fact(
                Change is { } known ? words.IntervalAt(known.Confidence) : "",
                words.ChangeInterval(Definition, Change?.Lower, Change?.Upper, Currency, After?.Value ?? Change?.Difference))
            .Fact(words.PValueLabel, words.PValue(Change?.PValue))
            .ToHtml();
    }
}
