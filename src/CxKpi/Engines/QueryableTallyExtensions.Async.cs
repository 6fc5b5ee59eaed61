using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>Tallies that do not wait for the engine.</content>
public static partial class QueryableTallyExtensions
{
    /// <summary>Tallies the rows of a database or of another engine into one record, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<TKpi> TallyAsync<TRow, TKpi>(this IQueryable<TRow> rows, Expression<Func<TRow, TKpi>> kpi, CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(One(rows), kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per segment, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Segments<TKey, TKpi>> TallyByAsync<TRow, TKey, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(One(rows), key, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}}, CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record, with clusters as the sampling units, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Clustered<TKpi>> TallyAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Total(One(rows), kpi, cluster).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per segment, with clusters as the sampling units, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Segments<TKey, Clustered<TKpi>>> TallyByAsync<TRow, TKey, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Segments(One(rows), key, kpi, cluster).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, with clusters as the sampling units,
    /// asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Clustered<TKpi>>> TallyByAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Series(One(rows), unit, date, kpi, cluster).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi, TCluster}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, TCluster}}, CancellationToken)"/>
    public static Task<KpiSeries<Clustered<TKpi>>> TallyByAsync<TRow, TKpi, TCluster>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        GroupedTally.Series(One(rows), unit, date, kpi, cluster).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record, weighted, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Weighted<TKpi>> TallyAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(One(rows), kpi, weight).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per segment, weighted, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Segments<TKey, Weighted<TKpi>>> TallyByAsync<TRow, TKey, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(One(rows), key, kpi, weight).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, weighted, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="weight">Returns the weight of a row; not negative.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<Weighted<TKpi>>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi, weight).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, decimal}}, CancellationToken)"/>
    public static Task<KpiSeries<Weighted<TKpi>>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(One(rows), unit, date, kpi, weight).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, instant, zone, kpi, asOf).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a database or of another engine into one record per calendar period, by the day of each time in a zone,
    /// asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row in UTC, with that kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, or the provider does not read asynchronously; the
    /// message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(One(rows), unit, time, zone, kpi, Dates.From(asOf)).ReadAsync(cancellationToken);
}
