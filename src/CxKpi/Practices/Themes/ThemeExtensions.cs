using CxKpi.Practices;
using NodaTime;

namespace CxKpi;

/// <summary>Follows themes over time.</summary>
public static class ThemeExtensions
{
    /// <summary>The share of mentions of every theme by period.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="rows">The rows, such as comments or contacts.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">The date of a row.</param>
    /// <param name="themes">The themes of a row: none, one or several; a theme that is named twice counts once.</param>
    /// <returns>A series for each theme, by its name in ordinal order; a period in which nobody mentions it is a share of 0.</returns>
    /// <exception cref="ArgumentNullException">An argument, or the themes of a row, are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A theme is <see langword="null"/> or blank.</exception>
    public static IReadOnlyDictionary<string, KpiSeries<MentionShare>> TallyThemesBy<TRow>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, LocalDate> date,
        Func<TRow, IEnumerable<string>> themes)
    {
        Guard.NotNull(date);
        TRow[] given = [.. Guard.NotNull(rows)];
        (LocalDate Day, ThemeTally<MentionShare> Tally)[] days =
        [
            .. given.GroupBy(date).Select(day => (day.Key, ThemeTally.Of(day, themes, _ => default(MentionShare)))),
        ];
        SortedDictionary<string, KpiSeries<MentionShare>> series = new(StringComparer.Ordinal);
        foreach (string theme in days.SelectMany(day => day.Tally, (_, theme) => theme.Name).Distinct(StringComparer.Ordinal))
        {
            series.Add(
                theme,
                days.TallyBy(unit, day => day.Day, day => new MentionShare(day.Tally.Find(theme)?.Mentions ?? new ShareTally(0, day.Tally.N))));
        }

        return series.AsReadOnly();
    }
}
