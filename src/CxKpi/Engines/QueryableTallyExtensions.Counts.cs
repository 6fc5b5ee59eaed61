using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of rows that stand for many, such as an answer with the number of customers who gave it; the engine adds up the numbers.</content>
public static partial class QueryableTallyExtensions
{
    /// <summary>Tallies the counted rows of a database or of another engine into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static TKpi Tally<TRow, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedTotal(One(rows), kpi, count).Read();

    /// <summary>Tallies the counted rows of a database or of another engine into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSegments(One(rows), key, kpi, count).Read();

    /// <summary>Tallies the counted rows of a database or of another engine into one record per calendar period.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing; the message names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a count is negative.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSeries(One(rows), unit, date, kpi, count).Read();

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, long}})"/>
    [OverloadResolutionPriority(-2)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSeries(One(rows), unit, date, kpi, count).Read();

    /// <summary>Tallies the counted rows of a database or of another engine into one record, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing, or the provider does not read asynchronously; the message
    /// names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static Task<TKpi> TallyAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedTotal(One(rows), kpi, count).ReadAsync(cancellationToken);

    /// <summary>Tallies the counted rows of a database or of another engine into one record per segment, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, from its columns; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory. Segments come in the order in which the engine gives them.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing, or the provider does not read asynchronously; the message
    /// names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static Task<Segments<TKey, TKpi>> TallyByAsync<TRow, TKey, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSegments(One(rows), key, kpi, count).ReadAsync(cancellationToken);

    /// <summary>Tallies the counted rows of a database or of another engine into one record per calendar period, asynchronously.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row, from its columns.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function takes a whole row, or a count may be missing, or the provider does not read asynchronously; the message
    /// names the expression.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a count is negative.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    [OverloadResolutionPriority(-1)]
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSeries(One(rows), unit, date, kpi, count).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TKpi}},
    /// Expression{Func{TRow, long}}, CancellationToken)"/>
    [OverloadResolutionPriority(-2)]
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        GroupedTally.CountedSeries(One(rows), unit, date, kpi, count).ReadAsync(cancellationToken);
}
