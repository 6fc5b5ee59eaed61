namespace CxKpi;

/// <summary>A segment in a league table: its share, what chance allows it, what is known of it among the others, and the ranks that it may have.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LeagueEntry<TKey> : ILocalizedFace
    where TKey : notnull
{
    private readonly KpiDefinition definition;

    internal LeagueEntry(TKey key, KpiDefinition definition)
    {
        Key = key;
        this.definition = definition;
    }

    /// <summary>The key of the segment.</summary>
    public TKey Key { get; }

    /// <summary>The number of observations.</summary>
    public long N { get; internal init; }

    /// <summary>The segment's own value, in the KPI's unit.</summary>
    public double Value { get; internal init; }

    /// <summary>The lower limit of what chance allows a segment of this size around the total, judged among all segments; in the KPI's unit.</summary>
    public double FunnelLower { get; internal init; }

    /// <summary>The upper limit of what chance allows a segment of this size around the total, judged among all segments; in the KPI's unit.</summary>
    public double FunnelUpper { get; internal init; }

    /// <summary>What the funnel limits say of the value: better, worse, higher or lower beyond them, or no evidence.</summary>
    public ChangeVerdict Verdict { get; internal init; }

    /// <summary>The value drawn towards the mean of the segments as far as the segment's size and their spread advise, in the KPI's unit.</summary>
    /// <remarks>In that mean a large segment counts for little more than a small one where segments differ, unlike in the total.</remarks>
    public double Shrunk { get; internal init; }

    /// <summary>The lower limit of the shrunk value.</summary>
    public double ShrunkLower { get; internal init; }

    /// <summary>The upper limit of the shrunk value.</summary>
    public double ShrunkUpper { get; internal init; }

    /// <summary>The rank by the shrunk value; 1 is the best, or the highest for a KPI without a good direction. Equal values share a rank.</summary>
    public int Rank { get; internal init; }

    /// <summary>The best rank that the segment may well have.</summary>
    public int RankFrom { get; internal init; }

    /// <summary>The worst rank that the segment may well have.</summary>
    public int RankTo { get; internal init; }

    /// <summary>The segment, its shrunk value and its ranks as text in English.</summary>
    /// <returns>Text for display, such as <c>North 82.4% (shrunk towards the mean of the segments 81.0% [77.9%, 84.0%], rank 1 [1, 3])</c>.</returns>
    public override string ToString() => TerminalText.Clean(In(Phrases.English));

    internal string Named() => TableLabel.Of(TableLabel.OfKey(Key));

    internal string Shown(double value, Phrases words) => words.Value(definition, value);

    internal string ShrunkIn(Phrases words) => $"{Shown(Shrunk, words)} [{Shown(ShrunkLower, words)}, {Shown(ShrunkUpper, words)}]";

    internal string RankIn(Phrases words) => $"{words.Count(Rank)} [{words.Count(RankFrom)}, {words.Count(RankTo)}]";

    internal string FunnelIn(Phrases words) => words.Interval(definition, FunnelLower, FunnelUpper);

    internal string In(Phrases words) =>
        $"{Named()} {Shown(Value, words)} ({words.ShrunkLabel} {ShrunkIn(words)}, {words.RankLabel} {RankIn(words)})";

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.LeagueCaption)
        .Fact(words.SegmentLabel, Named())
        .Fact(words.ValueLabel, Shown(Value, words))
        .Fact(words.ObservationsLabel, words.Count(N))
        .Fact(words.FunnelLimitsLabel, FunnelIn(words))
        .Fact(words.VerdictLabel, words.Verdict(Verdict))
        .Fact(words.ShrunkLabel, ShrunkIn(words))
        .Fact(words.RankLabel, RankIn(words))
        .ToHtml();
}
