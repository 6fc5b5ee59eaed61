using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>Tallies by calendar period of rows whose dates and times are those of the base class library.</content>
public static partial class TallyExtensions
{
    /// <summary>Tallies the rows into one record per calendar period, by the date of each row.</summary>
    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi})"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(this IEnumerable<TRow> rows, CalendarUnit unit, Func<TRow, DateOnly> date, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(date);
        return TallyBy(rows, unit, row => LocalDate.FromDateOnly(date(row)), kpi);
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, Instant}, DateTimeZone, Func{TRow, TKpi}, Instant?)"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, Instant> instant,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, instant, Dates.Zone(zone), kpi, asOf);

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row's time in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row; its own distance from UTC says when it was, and the zone which day it was there.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series. The last period is incomplete where that of instants is: when it ends after <paramref name="asOf"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTimeOffset> time,
        DateTimeZone zone,
        Func<TRow, TKpi> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(time);
        return TallyBy(rows, unit, row => Dates.From(time(row)), zone, kpi, Dates.From(asOf));
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, DateTimeOffset}, DateTimeZone, Func{TRow, TKpi}, DateTimeOffset?)"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTimeOffset> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, time, Dates.Zone(zone), kpi, asOf);

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row's time in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row, whose kind must be UTC or local; <see cref="Dates.FromUtc(DateTime)"/> reads one without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="asOf">The time until which the rows were gathered, such as <c>DateTime.UtcNow</c>; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series. The last period is incomplete where that of instants is: when it ends after <paramref name="asOf"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a time has no kind; the message names its
    /// position.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTime> time,
        DateTimeZone zone,
        Func<TRow, TKpi> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(time);
        long position = 0;
        return TallyBy(rows, unit, row => Dates.From(time(row), position++, nameof(rows)), zone, kpi, Dates.From(asOf));
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, DateTime}, DateTimeZone, Func{TRow, TKpi}, DateTimeOffset?)"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTime> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, time, Dates.Zone(zone), kpi, asOf);
}
