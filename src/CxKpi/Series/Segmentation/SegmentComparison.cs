using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Whether segments differ, and which: each beside all others together, judged among as many comparisons as there are segments.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
/// <remarks>
/// <code>
/// p(i) = p-value of segment i less all others together, times the number of segments
/// while the least p lies below 1 − confidence: that segment stands out, and the others are compared again without it
/// </code>
/// <para>
/// One segment that lies apart is part of what every other is compared with, and makes these look apart too. It is therefore put aside before the others are
/// judged, and one bad segment does not make a good one. Segments that lie as far apart as each other are put aside together, so that no order decides.
/// </para>
/// <para>
/// Some segment always comes first. With 50 answers each, the best and the worst of ten equal segments lie 34 NPS points apart on average, and compared with
/// each other they differ "beyond chance" in most cases. A segment is therefore named only when it stands out after all have been allowed for:
/// where nothing differs, any is named in at most 1 − confidence of cases. Other methods than Holm's can be asked for; see <see cref="Method"/>.
/// </para>
/// <para>A segment is compared with its complement and not with the total, of which it is a part. Of many segments the 32 that stand out most are compared
/// again after one is put aside, and all of them again before the last word.</para>
/// Source: after S. Holm, "A simple sequentially rejective multiple test procedure", 1979, whose steps these are.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class SegmentComparison<TKey> : IReadOnlyList<SegmentDifference<TKey>>, ILocalizedFace, IJsonRecord<SegmentComparison<TKey>>
    where TKey : notnull
{
    private readonly SegmentDifference<TKey>[] segments;
    private readonly KpiDirection direction;

    internal SegmentComparison(SegmentDifference<TKey>[] segments, KpiDirection direction, double confidence)
    {
        this.segments = segments;
        this.direction = direction;
        Confidence = confidence;
        PValue = segments.Min(segment => segment.AdjustedPValue);
        Best = segments.Where(segment => segment.Verdict.IsAhead()).MaxBy(segment => Sign * segment.Value);
        Worst = segments.Where(segment => segment.Verdict.IsBehind()).MinBy(segment => Sign * segment.Value);
    }

    /// <summary>The confidence level at which the segments were judged together.</summary>
    public double Confidence { get; }

    /// <summary>How the p-values were adjusted.</summary>
    public MultiplicityMethod Method { get; internal init; }

    /// <summary>The p-value of the statement that no segment differs; <see langword="null"/> when fewer than two segments can be compared.</summary>
    public double? PValue { get; }

    /// <summary>Whether any segment differs from the others.</summary>
    public bool Differ => PValue < 1 - Confidence;

    /// <summary>
    /// The best of the segments that are better than all others together, or the highest for a KPI without a good direction; <see langword="null"/> when
    /// there is no evidence that any is.
    /// </summary>
    public SegmentDifference<TKey>? Best { get; }

    /// <summary>
    /// The worst of the segments that are worse than all others together, or the lowest for a KPI without a good direction; <see langword="null"/> when
    /// there is no evidence that any is.
    /// </summary>
    public SegmentDifference<TKey>? Worst { get; }

    /// <summary>The number of segments.</summary>
    public int Count => segments.Length;

    /// <summary>The segment at a position.</summary>
    /// <param name="index">The position, in the order in which the segments were first seen.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public SegmentDifference<TKey> this[int index] => segments[Guard.Position(index, segments.Length, "comparison")];

    /// <summary>Enumerates the segments in the order in which they were first seen.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<SegmentDifference<TKey>> GetEnumerator() => ((IEnumerable<SegmentDifference<TKey>>)segments).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The segments that stand out at either end, or that there is no evidence of any, in English.</summary>
    /// <returns>Text for display, such as <c>best: North 82.4%; worst: South 73.6%</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The segments that stand out at either end, or that there is no evidence of any.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language) => TerminalText.Clean(Ends(Phrases.For(language)));

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
            words.SegmentsComparedCaption,
            words.SegmentLabel,
            words.ValueLabel,
            words.DifferenceLabel,
            words.AdjustedPValueLabel,
            words.VerdictLabel);
        foreach (SegmentDifference<TKey> segment in segments)
        {
            table.Row(
                TableLabel.Of(TableLabel.OfKey(segment.Key)),
                segment.Shown(words),
                segment.Change?.ToString("V", words) ?? "",
                words.PValue(segment.AdjustedPValue) ?? "",
                words.Verdict(segment.Verdict));
        }

        return table.Note(Ends(words)).ToHtml();
    }

    private int Sign => direction == KpiDirection.LowerIsBetter ? -1 : 1;

    private string Ends(Phrases words)
    {
        if (PValue is null)
        {
            return words.NothingToCompare;
        }

        bool isNeutral = direction == KpiDirection.Neutral;
        string ends = Phrases.JoinNotEmpty(
            words.Semicolon,
            Best is { } best ? (isNeutral ? words.HighestSegment : words.BestSegment) + words.Colon + best.Named(words) : "",
            Worst is { } worst ? (isNeutral ? words.LowestSegment : words.WorstSegment) + words.Colon + worst.Named(words) : "");
        return ends.Length > 0 ? ends : words.NoEvidenceThatSegmentsDiffer;
    }

    static SegmentComparison<TKey> IJsonRecord<SegmentComparison<TKey>>.Json(JsonMembers<SegmentComparison<TKey>> json)
    {
        SegmentComparison<TKey> result = json.Result;
        json.Value(nameof(Confidence), x => x.Confidence);
        json.Value(nameof(Method), x => x.Method);
        json.Optional(nameof(PValue), x => x.PValue);
        json.Value(nameof(Differ), x => x.Differ);
        json.Optional(nameof(Best), x => x.Best, AnyConverter<SegmentDifference<TKey>>.Instance);
        json.Optional(nameof(Worst), x => x.Worst, AnyConverter<SegmentDifference<TKey>>.Instance);
        json.List("Segments", x => x);
        return result;
    }
}
