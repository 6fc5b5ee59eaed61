using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>The queries of the tallies.</content>
public static partial class QueryableTallyExtensions
{
    /// <summary>The query that tallies the rows into one record: what an engine is asked, for those who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(One(rows), kpi).Queries[0];

    /// <summary>The query that tallies the rows into one record per segment: what an engine is asked, for those who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKey, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TKpi>> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(One(rows), key, kpi).Queries[0];

    /// <summary>The query that tallies the rows into one record per calendar period: what an engine is asked, for those who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).Queries[0];

    /// <inheritdoc cref="ToGroupedQuery{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}})"/>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).Queries[0];

    /// <summary>The query that tallies the rows into one record per calendar period, by the day of each time in a zone: what an engine is asked, for those
    /// who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, asOf).Queries[0];

    /// <summary>The query that tallies the rows into one record per calendar period, by the day of each time in a zone: what an engine is asked, for those
    /// who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).Queries[0];

    /// <summary>The query that tallies the rows into one record per calendar period, by the day of each time in a zone: what an engine is asked, for those
    /// who want to read it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row in UTC, with that kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The query; each of its rows is a group with its columns, its count and its sums.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static IQueryable ToGroupedQuery<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).Queries[0];
}
