namespace CxKpi;

/// <content>Fewer segments from many: levels of a hierarchy, margins of a table, and small segments together.</content>
public sealed partial class Segments<TKey, TKpi>
{
    /// <summary>Combines segments into larger ones: the sites of a country, the countries of a table of countries and channels.</summary>
    /// <typeparam name="TOuter">The type of the key that identifies a larger segment.</typeparam>
    /// <param name="outer">The larger segment that a segment belongs to.</param>
    /// <returns>The larger segments, in the order in which they were first seen. Their total is the total of these segments.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A segment has no larger one, or records of different rules would be combined.</exception>
    public Segments<TOuter, TKpi> RollUp<TOuter>(Func<TKey, TOuter> outer)
        where TOuter : notnull
    {
        Guard.NotNull(outer);
        try
        {
            return records.TallyBy(segment => outer(segment.Key) ?? throw LogKey.Null(nameof(outer)), segment => segment.Value);
        }
        catch (ArgumentException error) when (error.ParamName is "other")
        {
            throw HeldRecords.Blame(error, Here, OneRule);
        }
    }

    /// <summary>Combines the segments that are too small to be shown into one, so that nobody can work out any of them.</summary>
    /// <remarks>
    /// A single small segment that is left out is the total less the others. At least two are therefore combined: where only one is too small, or the small
    /// ones together still are, the next smallest joins them. The total stays the same. Segments without data show no figure and are left as they are. Where
    /// all segments together hold fewer observations, one part remains that is as small as the total.
    /// </remarks>
    /// <param name="least">The least number of observations with which a segment is shown; at least 1.</param>
    /// <param name="together">The key of the combined segment, such as "other"; no segment may have it.</param>
    /// <returns>The segments that are large enough in their order, and the combined one last; these segments where none is too small.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="together"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is below 1.</exception>
    /// <exception cref="ArgumentException">A segment has the key of the combined one, or records of different rules would be combined.</exception>
    public Segments<TKey, TKpi> SuppressBelow(long least, TKey together)
    {
        Guard.Positive(least);
        ArgumentNullException.ThrowIfNull(together);
        if (records.ContainsKey(together))
        {
            string key = TerminalText.Clean(TableLabel.OfKey(together));
            throw new ArgumentException($"{nameof(together)} must be a key that no segment has, but there is a segment {key}", nameof(together));
        }

        KeyValuePair<TKey, TKpi>[] smallest = [.. records.Where(segment => segment.Value.N > 0).OrderBy(segment => segment.Value.N)];
        int folded = smallest.TakeWhile(segment => segment.Value.N < least).Count();
        if (folded == 0)
        {
            return this;
        }

        Int128 n = 0;
        for (int i = 0; i < smallest.Length && (i < folded || i < 2 || n < least); i++)
        {
            n += smallest[i].Value.N;
            folded = Math.Max(folded, i + 1);
        }

        HashSet<TKey> hidden = new(smallest.Take(folded).Select(segment => segment.Key), records.Comparer);
        Dictionary<TKey, TKpi> shown = new(records.Where(segment => !hidden.Contains(segment.Key)), records.Comparer)
        {
            [together] = Together(smallest.Take(folded)),
        };
        return new(shown);
    }
}
