using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>Clusters and weights by the days of a zone.</content>
public static partial class QueryableTallyExtensions
{
    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, cluster, asOf).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, cluster, Dates.From(asOf)).Read();

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi, TCluster}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, TimeZoneInfo,
    /// Expression{Func{TRow, TKpi}}, Expression{Func{TRow, TCluster}}, DateTimeOffset?)"/>
    /// <remarks>The times must be in UTC, with that kind.</remarks>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, cluster, Dates.From(asOf)).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// weighted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; a weight is negative; or a time lies before February 1972
    /// or after 2069.</exception>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, weight, asOf).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// weighted.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; a weight is negative; or a time lies before February 1972
    /// or after 2069.</exception>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, weight, Dates.From(asOf)).Read();

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, TimeZoneInfo, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, decimal}}, DateTimeOffset?)"/>
    /// <remarks>The times must be in UTC, with that kind.</remarks>
    public static KpiSeries<Weighted<TKpi>> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, weight, Dates.From(asOf)).Read();

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// with clusters as the sampling units, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Clustered<TKpi>>> TallyByAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        Instant? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, cluster, asOf).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// with clusters as the sampling units, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Clustered<TKpi>>> TallyByAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, cluster, Dates.From(asOf)).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi, TCluster}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, TimeZoneInfo,
    /// Expression{Func{TRow, TKpi}}, Expression{Func{TRow, TCluster}}, DateTimeOffset?, CancellationToken)"/>
    /// <remarks>The times must be in UTC, with that kind.</remarks>
    public static Task<KpiSeries<Clustered<TKpi>>> TallyByAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, cluster, Dates.From(asOf)).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// weighted, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; a weight is negative; or a time lies before February 1972
    /// or after 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Weighted<TKpi>>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        Instant? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, weight, asOf).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// weighted, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; a weight is negative; or a time lies before February 1972
    /// or after 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Weighted<TKpi>>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, weight, Dates.From(asOf)).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, TimeZoneInfo, Expression{Func{TRow,
    /// TKpi}}, Expression{Func{TRow, decimal}}, DateTimeOffset?, CancellationToken)"/>
    /// <remarks>The times must be in UTC, with that kind.</remarks>
    public static Task<KpiSeries<Weighted<TKpi>>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, Dates.Zone(zone), kpi, weight, Dates.From(asOf)).ReadAsync(cancellationToken);
}
