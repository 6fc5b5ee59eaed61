using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of several databases that hold parts of the rows.</content>
public static partial class QueryableTallyExtensions
{
    /// <summary>Tallies the rows of several databases, read side by side, into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. When a database fails, the others are stopped and its own exception is thrown: there is no
    /// result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<TKpi> TallyAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Total(All(shards), kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of several databases, read side by side, into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. Segments come in the order in which the engine gives them. When a database fails, the others
    /// are stopped and its own exception is thrown: there is no result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Segments<TKey, TKpi>> TallyByAsync<TRow, TKey, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Segments(All(shards), key, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of several databases, read side by side, into one record per calendar period.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. When a database fails, the others are stopped and its own exception is thrown: there is no
    /// result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(All(shards), unit, date, kpi).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IEnumerable{IQueryable{TRow}}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.Series(All(shards), unit, date, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of several databases, read side by side, into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row, such as <c>Dates.FromUtc(row.At)</c> of a column without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. When a database fails, the others are stopped and its own exception is thrown: there is no
    /// result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(All(shards), unit, instant, zone, kpi, asOf).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of several databases, read side by side, into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. When a database fails, the others are stopped and its own exception is thrown: there is no
    /// result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(All(shards), unit, time, zone, kpi, Dates.From(asOf)).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of several databases, read side by side, into one record per calendar period, by the day of each time in a zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="shards">The rows of each database, with a connection of its own.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row in UTC, with that kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row, from its columns.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of all rows in one database. When a database fails, the others are stopped and its own exception is thrown: there is no
    /// result of a part.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or adds up what may be missing, there is no shard, or a provider does not read
    /// asynchronously; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value; or a time lies before February 1972 or after
    /// 2069.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IEnumerable<IQueryable<TRow>> shards,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.InZone(All(shards), unit, time, zone, kpi, Dates.From(asOf)).ReadAsync(cancellationToken);

    private static IQueryable<TRow>[] All<TRow>(IEnumerable<IQueryable<TRow>> shards)
    {
        IQueryable<TRow>[] all = [.. Guard.NotNull(shards)];
        return all.Length == 0 ? throw new ArgumentException("shards must hold at least one query", nameof(shards))
            : all.All(shard => shard is not null) ? all
            : throw new ArgumentException("shards must not hold null", nameof(shards));
    }
}
