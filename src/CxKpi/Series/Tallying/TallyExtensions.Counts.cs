using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of rows that stand for many, such as an answer with the number of customers who gave it.</content>
public static partial class TallyExtensions
{
    /// <summary>Tallies all counted rows into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a third function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The combined record, the same as that of every observation in a row of its own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative; the message names the position of its row.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static TKpi Tally<TRow, TKpi>(this IEnumerable<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, long> count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        return Counted(rows, count).Tally(own => kpi(own.Row).Times(own.Count));
    }

    /// <summary>Tallies counted rows into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a third function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The records in the order in which their segments were first seen.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is; the message then names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative; the message names the position of its row.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(
        this IEnumerable<TRow> rows,
        Func<TRow, TKey> key,
        Func<TRow, TKpi> kpi,
        Func<TRow, long> count)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        return Counted(rows, count).TallyBy(own => key(own.Row), own => kpi(own.Row).Times(own.Count));
    }

    /// <summary>Tallies counted rows into one record per calendar period, by the local date of each row.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar. Count by day, so that it can be told whether the last period is complete.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a count is negative.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, LocalDate> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, long> count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(date);
        Guard.NotNull(kpi);
        return Counted(rows, count).TallyBy(unit, own => date(own.Row), own => kpi(own.Row).Times(own.Count));
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi}, Func{TRow, long})"/>
    [OverloadResolutionPriority(-2)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateOnly> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, long> count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(date);
        return TallyBy(rows, unit, row => LocalDate.FromDateOnly(date(row)), kpi, count: count);
    }

    private static IEnumerable<(TRow Row, long Count)> Counted<TRow>(IEnumerable<TRow> rows, Func<TRow, long> count)
    {
        Guard.NotNull(rows);
        Guard.NotNull(count);
        return rows.Select((row, position) => (row, Guard.NotNegativeAt(count(row), position, nameof(rows), ", count"))).Where(own => own.Item2 > 0);
    }
}
