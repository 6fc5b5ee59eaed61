namespace CxKpi.Practices;

/// <summary>Counts coded answers or contacts.</summary>
public static class ThemeTally
{
    /// <summary>Counts the themes of rows, and the KPI with and without each.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, such as comments or contacts.</param>
    /// <param name="themes">The themes of a row: none, one or several; a theme that is named twice counts once.</param>
    /// <param name="kpi">The KPI of a row.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException">An argument, or the themes of a row, are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A theme is <see langword="null"/> or blank, or records were gathered under different rules.</exception>
    public static ThemeTally<TKpi> Of<TRow, TKpi>(IEnumerable<TRow> rows, Func<TRow, IEnumerable<string>> themes, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(themes);
        Guard.NotNull(kpi);
        Dictionary<ValueList<string>, (long Rows, TKpi Record)> sets = [];
        long position = 0;
        foreach (TRow row in rows)
        {
            ValueList<string> set = Set(themes(row) ?? throw LogKey.Null(nameof(themes), position), position++);
            (long count, TKpi record) = sets.GetValueOrDefault(set);
            sets[set] = (count + 1, record.Combine(kpi(row)));
        }

        return new(sets);
    }

    private static ValueList<string> Set(IEnumerable<string> themes, long position)
    {
        SortedSet<string> distinct = new(StringComparer.Ordinal);
        foreach (string theme in themes)
        {
            if (string.IsNullOrWhiteSpace(theme))
            {
                string rule = FormattableString.Invariant($"{nameof(themes)} must not hold a blank one (at position {position})");
                throw new ArgumentException(rule, nameof(themes));
            }

            distinct.Add(theme);
        }

        return ValueList.Of(distinct);
    }
}
