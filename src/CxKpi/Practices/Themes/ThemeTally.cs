using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>Which themes are mentioned, by how many, and what becomes of a KPI with and without each: the most frequent first (Pareto).</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
/// <remarks>
/// <code>
/// mentioned by     = rows with the theme / rows
/// share of mentions = rows with the theme / sum of that over all themes
/// effect           = KPI of all rows - KPI of the rows without the theme
/// lift of a pair   = rows with both · rows / (rows with one · rows with the other)
/// </code>
/// <para>
/// A row may have several themes, so shares of rows add up to more than 1. The effect is what those who mention a theme do to the whole today; it is not what
/// would be won if the cause went away, since who complains of one thing often complains of another.
/// </para>
/// <para>The coding, by keywords or by a model, is the caller's, and its errors are in no interval.</para>
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ThemeTally<TKpi> : IReadOnlyList<Theme<TKpi>>, ILocalizedFace, IJsonRecord<ThemeTally<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    // Rows with the same set of themes are one entry: everything follows from these.
    private readonly Dictionary<ValueList<string>, (long Rows, TKpi Record)> sets;
    private readonly Theme<TKpi>[] themes;

    internal ThemeTally(Dictionary<ValueList<string>, (long Rows, TKpi Record)> sets)
    {
        this.sets = sets;
        N = sets.Values.Aggregate(0L, (sum, set) => Guard.Add(sum, set.Rows, nameof(N)));
        Total = Together(sets.Values.Select(set => set.Record));
        themes = Ranked();
    }

    /// <summary>The number of rows.</summary>
    public long N { get; }

    /// <summary>The KPI over all rows.</summary>
    public TKpi Total { get; }

    /// <summary>The rows with any theme, of all rows.</summary>
    public ShareTally Coded => new(N - sets.Where(set => set.Key.Count == 0).Sum(set => set.Value.Rows), N);

    /// <summary>The number of themes.</summary>
    public int Count => themes.Length;

    /// <summary>The theme at a position.</summary>
    /// <param name="index">The position, the most frequent first and equally frequent ones by name.</param>
    /// <returns>The theme.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public Theme<TKpi> this[int index] => themes[Guard.Position(index, themes.Length, "tally")];

    /// <summary>The theme of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The theme; <see langword="null"/> when no row mentions it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    public Theme<TKpi>? Find(string name)
    {
        Guard.NotNull(name);
        return Array.Find(themes, theme => string.Equals(theme.Name, name, StringComparison.Ordinal));
    }

    /// <summary>The fewest themes that make up a part of all mentions, such as 80 %: the "vital few" of a Pareto analysis.</summary>
    /// <param name="part">The part of all mentions, above 0 and up to 1.</param>
    /// <returns>The most frequent themes up to the first with which the part is reached; empty when there is no theme.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> does not lie between 0 and 1, or is 0.</exception>
    public IReadOnlyList<Theme<TKpi>> MakingUp(double part)
    {
        Guard.Positive(Guard.Probability(part), nameof(part));
        int reached = Array.FindIndex(themes, theme => theme.CumulativeShare >= part);
        return themes[..(reached + 1)];
    }

    /// <summary>The themes that are mentioned together, the most frequent pair first.</summary>
    /// <returns>The pairs that at least one row mentions.</returns>
    public IReadOnlyList<ThemePair> CoMentions()
    {
        Dictionary<(int, int), long> pairs = [];
        Dictionary<string, int> places = themes.Select((theme, i) => (theme.Name, i)).ToDictionary(x => x.Name, x => x.i, StringComparer.Ordinal);
        foreach ((ValueList<string> set, (long rows, _)) in sets)
        {
            int[] own = [.. set.Select(name => places[name]).Order()];
            for (int i = 0; i < own.Length; i++)
            {
                for (int j = i + 1; j < own.Length; j++)
                {
                    pairs[(own[i], own[j])] = pairs.GetValueOrDefault((own[i], own[j])) + rows;
                }
            }
        }

        return
        [
            .. pairs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => new ThemePair(
                themes[pair.Key.Item1].Name,
                themes[pair.Key.Item2].Name,
                new(pair.Value, N),
                (double)pair.Value / themes[pair.Key.Item1].Mentions.Count * N / themes[pair.Key.Item2].Mentions.Count)),
        ];
    }

    /// <summary>Adds the rows of another tally.</summary>
    /// <param name="other">The tally of other rows.</param>
    /// <returns>The tally over both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public ThemeTally<TKpi> Combine(ThemeTally<TKpi> other)
    {
        Dictionary<ValueList<string>, (long Rows, TKpi Record)> all = new(sets);
        foreach ((ValueList<string> set, (long rows, TKpi record)) in Guard.NotNull(other).sets)
        {
            (long known, TKpi mine) = all.GetValueOrDefault(set);
            all[set] = (Guard.Add(known, rows), mine.Combine(record));
        }

        return new(all);
    }

    /// <summary>Enumerates the themes, the most frequent first.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Theme<TKpi>> GetEnumerator() => ((IEnumerable<Theme<TKpi>>)themes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The themes as text in English, one line each.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        themes.Length == 0 ? Phrases.English.NoData : string.Join(Environment.NewLine, themes.Select(theme => theme.ToString()));

    /// <summary>An HTML table of the themes, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the themes, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(
            words.ThemesCaption,
            words.ThemeLabel,
            words.MentionedByLabel,
            words.PartOfMentionsLabel,
            words.CumulativeShareLabel,
            words.WithThemeLabel,
            words.WithoutThemeLabel,
            words.EffectOnTotalLabel);
        foreach (Theme<TKpi> theme in themes)
        {
            table.Row(
                TableLabel.Of(theme.Name),
                $"{words.Percent(theme.Mentions.Value!.Value)} ({words.Count(theme.Mentions.Count)})",
                words.Percent(theme.ShareOfMentions),
                words.Percent(theme.CumulativeShare),
                words.Value(TKpi.Definition, theme.With.Value, theme.With.Currency),
                words.Value(TKpi.Definition, theme.Without.Value, theme.Without.Currency),
                theme.Effect is { } effect ? KpiText.Difference(TKpi.Definition.Unit, effect, words, Total.Currency) : "");
        }

        return table.Note(themes.Length == 0 ? words.NoData : null).ToHtml();
    }

    private static TKpi Together(IEnumerable<TKpi> records) => records.Aggregate(default(TKpi), (all, record) => all.Combine(record));

    private Theme<TKpi>[] Ranked()
    {
        (string Name, long Rows)[] counts =
        [
            .. sets.SelectMany(set => set.Key, (set, name) => (name, set.Value.Rows))
                .GroupBy(mention => mention.name, StringComparer.Ordinal)
                .Select(mentions => (mentions.Key, mentions.Sum(mention => mention.Rows)))
                .OrderByDescending(theme => theme.Item2)
                .ThenBy(theme => theme.Key, StringComparer.Ordinal),
        ];
        long all = counts.Sum(theme => theme.Rows), soFar = 0;
        List<Theme<TKpi>> ranked = [];
        foreach ((string name, long rows) in counts)
        {
            soFar += rows;
            TKpi without = Together(sets.Where(set => !set.Key.Contains(name, StringComparer.Ordinal)).Select(set => set.Value.Record));
            ranked.Add(new(name)
            {
                Mentions = new(rows, N),
                ShareOfMentions = (double)rows / all,
                CumulativeShare = (double)soFar / all,
                With = Together(sets.Where(set => set.Key.Contains(name, StringComparer.Ordinal)).Select(set => set.Value.Record)),
                Without = without,
                Effect = Total.Value - without.Value,
            });
        }

        return [.. ranked];
    }

    static ThemeTally<TKpi> IJsonRecord<ThemeTally<TKpi>>.Json(JsonMembers<ThemeTally<TKpi>> json)
    {
        ThemeTally<TKpi> result = json.Result;
        json.Value(nameof(N), x => x.N);
        json.Any(nameof(Total), x => x.Total);
        json.Record(nameof(Coded), x => x.Coded);
        json.List("Themes", x => x);
        return result;
    }
}
