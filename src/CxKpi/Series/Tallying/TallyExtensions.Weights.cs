using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of rows that have weights, such as answers that stand for unequal numbers of customers.</content>
public static partial class TallyExtensions
{
    /// <summary>Tallies all rows into one weighted record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <returns>The combined record.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative; the message names the position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    public static Weighted<TKpi> Tally<TRow, TKpi>(this IEnumerable<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, decimal> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.Tally(WeighedBy(kpi, weight));
    }

    /// <summary>Tallies the rows into one weighted record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <returns>The records in the order in which their segments were first seen.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is; the message then names the position of its row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative; the message names the position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    public static Segments<TKey, Weighted<TKpi>> TallyBy<TRow, TKey, TKpi>(
        this IEnumerable<TRow> rows,
        Func<TRow, TKey> key,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(key, WeighedBy(kpi, weight));
    }

    /// <summary>Tallies the rows into one weighted record per calendar period, by the local date of each row.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <remarks>
    /// The first and the last period are marked incomplete as those of
    /// <see cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi})"/> are.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a weight is negative; the message then names the
    /// position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, LocalDate> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(unit, date, WeighedBy(kpi, weight));
    }

    /// <summary>Tallies the rows into one weighted record per calendar period, by the local date of each row's instant in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <remarks>
    /// The first and the last period are marked incomplete as those of
    /// <see cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, Instant}, DateTimeZone, Func{TRow, TKpi}, Instant?)"/> are.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a weight is negative; the message then names the
    /// position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, Instant> instant,
        DateTimeZone zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(unit, instant, zone, WeighedBy(kpi, weight), asOf);
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi}, Func{TRow, decimal})"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateOnly> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(unit, date, WeighedBy(kpi, weight));
    }

    /// <summary>Tallies the rows into one weighted record per calendar period, by the local date of each row's time in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row; its own distance from UTC says when it was, and the zone which day it was there.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a weight is negative; the message then names the
    /// position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTimeOffset> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(unit, time, zone, WeighedBy(kpi, weight), asOf);
    }

    /// <summary>Tallies the rows into one weighted record per calendar period, by the local date of each row's time in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row, in UTC or in local time as its kind says; a time without a kind is refused.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, a time has no kind, or a weight is negative; the message
    /// then names the position of its row.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals, or the record of a row holds several observations.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTime> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, decimal> weight,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        return rows.TallyBy(unit, time, zone, WeighedBy(kpi, weight), asOf);
    }

    private static Func<TRow, Weighted<TKpi>> WeighedBy<TRow, TKpi>(Func<TRow, TKpi> kpi, Func<TRow, decimal> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        Guard.NotNull(weight);
        long position = 0;
        return row => Weighted.OfObservation(
            kpi(row), Guard.NotNegativeAt(weight(row), position, nameof(weight)), nameof(kpi), nameof(weight), position++);
    }
}
