using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Agents, shops or other segments in the order of a share, each with the ranks that it may well have.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
/// <remarks>
/// <code>
/// funnel limits = those between which a segment of n observations lies by chance if it is like all together; both tails at (1 − confidence)/(2·segments)
/// shrunk        = expected share of the segment, where its count is binomial and the shares of all segments follow a beta distribution
/// rank limits   = quantiles of the segment's rank over 2,000 draws of all shares together (a fixed seed)
/// </code>
/// <para>
/// The first and the last of a plain list are mostly the smallest segments, whose shares vary most by chance. A segment is called better or worse only beyond
/// its funnel limits: where no segment differs, any is in at most 1 − confidence of cases. The shrunk value is the segment's own, drawn towards
/// the mean of the segments, the more the fewer observations it has and the less the segments differ. That mean is not the total: where segments differ, a
/// large one counts for little more in it than a small one, so that beside a very large segment a shrunk value may lie further from the total than the
/// segment's own. The spread of the segments is itself not known exactly, and the limits allow for that. Rank limits hold for one segment at a time; where
/// they are as wide as the table, the order says nothing.
/// </para>
/// <para>
/// Segments without data are left out. Observations are taken as independent: clusters are refused. What differs between segments need not be their doing:
/// other customers, other products and other hours make other shares.
/// </para>
/// Sources: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", 2005; C. L. Christiansen and C. N. Morris, "Hierarchical Poisson
/// regression modeling", 1997, for the uniform prior of the shrinkage; H. Goldstein and D. J. Spiegelhalter, "League tables and their limitations", 1996.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class LeagueTable<TKey> : IReadOnlyList<LeagueEntry<TKey>>, ILocalizedFace, IJsonRecord<LeagueTable<TKey>>
    where TKey : notnull
{
    private readonly LeagueEntry<TKey>[] entries;
    private readonly Func<long, (double Lower, double Upper)> limits;

    internal LeagueTable(
        LeagueEntry<TKey>[] entries,
        KpiDefinition definition,
        double? total,
        double confidence,
        Func<long, (double Lower, double Upper)> limits)
    {
        this.entries = entries;
        this.limits = limits;
        Definition = definition;
        Total = total;
        Confidence = confidence;
    }

    /// <summary>The value of all segments together, in the KPI's unit; <see langword="null"/> without data.</summary>
    public double? Total { get; }

    /// <summary>The confidence level of all limits.</summary>
    public double Confidence { get; }

    internal KpiDefinition Definition { get; }

    /// <summary>The number of segments with data.</summary>
    public int Count => entries.Length;

    /// <summary>The segment at a position.</summary>
    /// <param name="index">The position, from the best rank.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public LeagueEntry<TKey> this[int index] => entries[Guard.Position(index, entries.Length, "table")];

    /// <summary>Enumerates the segments from the best rank; those of equal rank in the order in which they were first seen.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<LeagueEntry<TKey>> GetEnumerator() => ((IEnumerable<LeagueEntry<TKey>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The funnel limits of a segment of a size, in the KPI's unit.</summary>
    internal (double Lower, double Upper) LimitsAt(long n) => limits(n);

    /// <summary>The segments with their ranks, one a line, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The segments with their ranks, one a line.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return Count == 0
            ? words.NoData
            : string.Join(Environment.NewLine, entries.Select(entry => TerminalText.Clean(entry.In(words))));
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
            words.LeagueCaption,
            words.SegmentLabel,
            words.RankLabel,
            words.ValueLabel,
            words.ObservationsLabel,
            words.FunnelLimitsLabel,
            words.VerdictLabel,
            words.ShrunkLabel);
        foreach (LeagueEntry<TKey> entry in entries)
        {
            table.Row(
                entry.Named(),
                entry.RankIn(words),
                entry.Shown(entry.Value, words),
                words.Count(entry.N),
                entry.FunnelIn(words),
                words.Verdict(entry.Verdict),
                entry.ShrunkIn(words));
        }

        return table.Note(Total is { } total ? words.Total + words.Colon + words.Value(Definition, total) : words.NoData).ToHtml();
    }

    static LeagueTable<TKey> IJsonRecord<LeagueTable<TKey>>.Json(JsonMembers<LeagueTable<TKey>> json)
    {
        LeagueTable<TKey> result = json.Result;
        json.Optional(nameof(Total), x => x.Total);
        json.Value(nameof(Confidence), x => x.Confidence);
        json.List("Entries", x => x);
        return result;
    }
}
