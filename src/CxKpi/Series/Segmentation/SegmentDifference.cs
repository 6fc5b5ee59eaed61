namespace CxKpi;

/// <summary>A segment beside all other segments together.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SegmentDifference<TKey> : ILocalizedFace
    where TKey : notnull
{
    private readonly KpiDefinition definition;
    private readonly string? currency;

    internal SegmentDifference(TKey key, KpiDefinition definition, string? currency)
    {
        Key = key;
        this.definition = definition;
        this.currency = currency;
    }

    /// <summary>The key of the segment.</summary>
    public TKey Key { get; }

    /// <summary>The segment's value in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; internal init; }

    /// <summary>
    /// The segment less all others together, without those that stood out before it, judged as if it were the only comparison; <see langword="null"/> when
    /// either value is undefined.
    /// </summary>
    public Change? Change { get; internal init; }

    /// <summary>The p-value of the change among those of all segments, step by step or by another method; <see langword="null"/> when it has none.</summary>
    public double? AdjustedPValue { get; internal init; }

    /// <summary>What the adjusted p-value says: that the segment differs from the others, by more than chance does in any of so many segments.</summary>
    public ChangeVerdict Verdict { get; internal init; }

    /// <summary>The value in words.</summary>
    internal string Shown(Phrases words) => words.Value(definition, Value, currency);

    /// <summary>The key and the value in words.</summary>
    internal string Named(Phrases words) => $"{TableLabel.Of(TableLabel.OfKey(Key))} {Shown(words)}";

    /// <summary>The key, the value, the change and the verdict among all segments as text in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        $"{TerminalText.Clean(Named(Phrases.English))}: {Change?.ToString("V", null) ?? "-"} ({KpiText.P(AdjustedPValue)}, {Verdict})";

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.SegmentsComparedCaption)
        .Fact(words.SegmentLabel, Named(words))
        .Fact(words.DifferenceLabel, Change?.ToString("V", words))
        .Fact(words.AdjustedPValueLabel, words.PValue(AdjustedPValue))
        .Fact(words.VerdictLabel, words.Verdict(Verdict))
        .ToHtml();
}
