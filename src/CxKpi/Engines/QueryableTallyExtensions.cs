using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Methods that tally the rows of a query, with the same functions as in memory: a database or another engine groups and counts, and only its groups are read.
/// </summary>
/// <remarks>
/// What the functions say of columns (members of a row, comparisons, functions of the base class library that the provider knows) is worked out by the engine;
/// calls of this library and of your own, divisions and conversions are done here, once for each group. Amounts given to <c>RatioTally.Row</c>,
/// <c>RatioTally.FromTotals</c>, <c>MeanTally.One</c> or a constructor such as that of <see cref="AverageOrderValue"/> are added up by the engine.
/// </remarks>
[RequiresDynamicCode(GroupPlan.Reason)]
[RequiresUnreferencedCode(GroupPlan.Reason)]
public static partial class QueryableTallyExtensions
{
    /// <summary>Tallies the rows of a database or of another engine into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static TKpi Tally<TRow, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(One(rows), kpi).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TKpi>> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(One(rows), key, kpi).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).Read();

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}})"/>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static Clustered<TKpi> Tally<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Total(One(rows), kpi, cluster).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per segment, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static Segments<TKey, Clustered<TKpi>> TallyBy<TRow, TKey, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Segments(One(rows), key, kpi, cluster).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Series(One(rows), unit, date, kpi, cluster).Read();

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi, TCluster}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, TCluster}})"/>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Series(One(rows), unit, date, kpi, cluster).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record, weighted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static Weighted<TKpi> Tally<TRow, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKpi>> kpi, Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(One(rows), kpi, weight).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per segment, weighted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    public static Segments<TKey, Weighted<TKpi>> TallyBy<TRow, TKey, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(One(rows), key, kpi, weight).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, weighted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi, weight).Read();

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, decimal}})"/>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi, weight).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, asOf).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row in UTC, with that kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).Read();

    private static IQueryable<TRow>[] One<TRow>(IQueryable<TRow> rows) => [Guard.NotNull(rows)];
}
