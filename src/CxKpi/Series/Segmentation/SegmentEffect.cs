namespace CxKpi;

/// <summary>What one segment contributes to the change of a total: by its own value, and by its part of the total.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SegmentEffect<TKey> : ILocalizedFace
    where TKey : notnull
{
    private readonly KpiDefinition definition;
    private readonly string? currency;

    internal SegmentEffect(TKey key, KpiDefinition definition, string? currency)
    {
        Key = key;
        this.definition = definition;
        this.currency = currency;
    }

    /// <summary>The key of the segment.</summary>
    public TKey Key { get; }

    /// <summary>The segment's value before, in the KPI's unit; <see langword="null"/> when it had no data.</summary>
    public double? Before { get; internal init; }

    /// <summary>The segment's value after, in the KPI's unit; <see langword="null"/> when it has no data.</summary>
    public double? After { get; internal init; }

    /// <summary>The segment's part of what the total divided by before, in [0, 1].</summary>
    public double ShareBefore { get; internal init; }

    /// <summary>The segment's part of what the total divides by after, in [0, 1].</summary>
    public double ShareAfter { get; internal init; }

    /// <summary>How far the segment moved the total by a value of its own that changed, in the KPI's unit; 0 where it has data on one side only.</summary>
    public double RateEffect { get; internal init; }

    /// <summary>How far the segment moved the total by becoming a larger or smaller part of it, in the KPI's unit.</summary>
    /// <value>Positive when a segment above the total grew or one below it shrank.</value>
    public double MixEffect { get; internal init; }

    /// <summary>Both effects together.</summary>
    public double Effect => RateEffect + MixEffect;

    /// <summary>The segment and its effects as text in English.</summary>
    /// <returns>Text for display, such as <c>phone: rate effect −1.2 pp, mix effect +3.0 pp</c>.</returns>
    public override string ToString() => TerminalText.Clean(In(Phrases.English));

    internal string Named() => TableLabel.Of(TableLabel.OfKey(Key));

    internal string Shown(double? value, Phrases words) => words.Value(definition, value, currency);

    internal string Moved(double effect, Phrases words) => words.Change(definition, effect, currency);

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.MixAndRateCaption)
        .Fact(words.SegmentLabel, Named())
        .Fact(words.BeforeLabel, Shown(Before, words))
        .Fact(words.AfterLabel, Shown(After, words))
        .Fact(words.RateEffectLabel, Moved(RateEffect, words))
        .Fact(words.MixEffectLabel, Moved(MixEffect, words))
        .ToHtml();

    private string In(Phrases words) =>
        $"{Named()}{words.Colon}{words.RateEffectLabel} {Moved(RateEffect, words)}, {words.MixEffectLabel} {Moved(MixEffect, words)}";
}
