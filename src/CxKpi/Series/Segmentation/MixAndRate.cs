using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The change of a total split into what its segments did and what became of their parts in it.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
/// <remarks>
/// <code>
/// share(i)       = denominator of segment i / denominator of all, such as its part of the answers
/// rate effect(i) = (share after(i) + share before(i))/2 · (value after(i) − value before(i))
/// mix effect(i)  = (share after(i) − share before(i)) · ((value after(i) + value before(i))/2 − (total after + total before)/2)
/// sum of all     = total after − total before
/// </code>
/// <para>
/// The form is symmetric: exchanging before and after changes the signs and nothing else, and no interaction is left over. A segment that came or left has no
/// value on one side; all that it does is mix. The effects are in the KPI's unit. They are what the figures add up to and are no test: <see cref="Change"/>
/// says whether the total changed beyond chance.
/// </para>
/// <para>
/// The rates can all fall while the total rises, because the good segments grew. <see cref="IsReversed"/> names this reversal, which is known as Simpson's
/// paradox.
/// </para>
/// Sources: E. M. Kitagawa, "Components of a difference between two rates", 1955; E. H. Simpson, "The interpretation of interaction in contingency tables",
/// 1951.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class MixAndRate<TKey> : IReadOnlyList<SegmentEffect<TKey>>, ILocalizedFace, IJsonRecord<MixAndRate<TKey>>
    where TKey : notnull
{
    private readonly SegmentEffect<TKey>[] segments;
    private readonly KpiDefinition definition;

    internal MixAndRate(SegmentEffect<TKey>[] segments, KpiDefinition definition, Change change)
    {
        this.segments = segments;
        this.definition = definition;
        Change = change;
        RateEffect = segments.Sum(segment => segment.RateEffect);
        MixEffect = segments.Sum(segment => segment.MixEffect);
        int[] moved = [.. segments.Where(x => x is { Before: not null, After: not null }).Select(x => Math.Sign(x.After!.Value - x.Before!.Value))];
        IsReversed = moved.Length > 1 && moved[0] != 0 && Math.Sign(change.Difference) == -moved[0] && moved.All(sign => sign == moved[0]);
    }

    /// <summary>The change of the total, with its interval.</summary>
    public Change Change { get; }

    /// <summary>How far the segments' own values moved the total, in the KPI's unit.</summary>
    public double RateEffect { get; }

    /// <summary>How far the parts of the segments in the total moved it, in the KPI's unit.</summary>
    public double MixEffect { get; }

    /// <summary>
    /// Whether the total moved one way and every segment with data on both sides, at least two, the other way (Simpson's reversal). The segments then say what
    /// happened to customers, and the total who they were.
    /// </summary>
    public bool IsReversed { get; }

    /// <summary>The number of segments.</summary>
    public int Count => segments.Length;

    /// <summary>The segment at a position.</summary>
    /// <param name="index">The position: the segments of after in their order, then those that were there before only.</param>
    /// <returns>The effects of the segment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public SegmentEffect<TKey> this[int index] => segments[Guard.Position(index, segments.Length, "effects")];

    /// <summary>Enumerates the segments: those of after in their order, then those that were there before only.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<SegmentEffect<TKey>> GetEnumerator() => ((IEnumerable<SegmentEffect<TKey>>)segments).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The change and its two effects, in English.</summary>
    /// <returns>Text for display, such as <c>+2.0 pp: rate effect −3.0 pp, mix effect +5.0 pp</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The change and its two effects.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string effects = $"{words.RateEffectLabel} {Moved(RateEffect, words)}, {words.MixEffectLabel} {Moved(MixEffect, words)}";
        return $"{Moved(Change.Difference, words)}{words.Colon}{effects}{(IsReversed ? words.Semicolon + words.TotalReversed : "")}";
    }

    /// <summary>An HTML table of the segments, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the segments, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(
            words.MixAndRateCaption,
            words.SegmentLabel,
            words.BeforeLabel,
            words.AfterLabel,
            words.RateEffectLabel,
            words.MixEffectLabel);
        foreach (SegmentEffect<TKey> segment in segments)
        {
            table.Row(
                segment.Named(),
                $"{segment.Shown(segment.Before, words)} ({words.Percent(segment.ShareBefore)})",
                $"{segment.Shown(segment.After, words)} ({words.Percent(segment.ShareAfter)})",
                segment.Moved(segment.RateEffect, words),
                segment.Moved(segment.MixEffect, words));
        }

        double? before = Change.Baseline;
        table.Row(
            words.Total,
            words.Value(definition, before, Change.Currency),
            words.Value(definition, before + Change.Difference, Change.Currency),
            Moved(RateEffect, words),
            Moved(MixEffect, words));
        return table.Note(IsReversed ? words.TotalReversed : "").ToHtml();
    }

    private string Moved(double effect, Phrases words) => words.Change(definition, effect, Change.Currency);

    static MixAndRate<TKey> IJsonRecord<MixAndRate<TKey>>.Json(JsonMembers<MixAndRate<TKey>> json)
    {
        MixAndRate<TKey> result = json.Result;
        json.Record(nameof(Change), x => x.Change);
        json.Value(nameof(RateEffect), x => x.RateEffect);
        json.Value(nameof(MixEffect), x => x.MixEffect);
        json.Value(nameof(IsReversed), x => x.IsReversed);
        json.List("Segments", x => x);
        return result;
    }
}
