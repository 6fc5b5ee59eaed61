using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Methods that tally the rows of a query from an answer, which the engine groups by, and a function of it, which is called here: the same as
/// <see cref="QueryableTallyExtensions"/> for programs that are trimmed or compiled ahead of time.
/// </summary>
public static class QueryableAnswerExtensions
{
    /// <summary>Tallies the rows of a query into one record, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TKpi Tally<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        Total(rows, answer, kpi).Read();

    /// <summary>Tallies the rows of a query into one record, asynchronously, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The provider does not read asynchronously.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<TKpi> TallyAsync<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        Total(rows, answer, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a query into one record per segment, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, which the engine groups by.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        Segments(rows, key, answer, kpi).Read();

    /// <summary>Tallies the rows of a query into one record per segment, asynchronously, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="key">Returns the segment of a row, which the engine groups by.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="ArgumentException">The provider does not read asynchronously.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<Segments<TKey, TKpi>> TallyByAsync<TRow, TKey, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        Segments(rows, key, answer, kpi).ReadAsync(cancellationToken);

    /// <summary>Tallies the rows of a query into one record per calendar period, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, which the engine groups by.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        Series(rows, unit, date, day => day, answer, kpi).Read();

    /// <summary>Tallies the rows of a query into one record per calendar period, asynchronously, from an answer and a function of it.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TAnswer">The type of what the record is made from: a column, or an anonymous type of several.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, as a query of a LINQ provider.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, which the engine groups by.</param>
    /// <param name="answer">Returns what the record of a row is made from, which the engine groups by.</param>
    /// <param name="kpi">Returns the record of an answer; called here, once for each group.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The provider does not read asynchronously.</exception>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, LocalDate>> date,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        Series(rows, unit, date, day => day, answer, kpi).ReadAsync(cancellationToken);

    /// <inheritdoc
    /// cref="TallyBy{TRow, TAnswer, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TAnswer}},
    /// Func{TAnswer, TKpi})"/>
    public static KpiSeries<TKpi> TallyBy<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        Series(rows, unit, date, LocalDate.FromDateOnly, answer, kpi).Read();

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TAnswer, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, LocalDate}}, Expression{Func{TRow, TAnswer}},
    /// Func{TAnswer, TKpi}, CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TAnswer, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateOnly>> date,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        Series(rows, unit, date, LocalDate.FromDateOnly, answer, kpi).ReadAsync(cancellationToken);

    private static GroupedTally<TKpi> Total<TRow, TAnswer, TKpi>(IQueryable<TRow> rows, Expression<Func<TRow, TAnswer>> answer, Func<TAnswer, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        return new(
            [Guard.NotNull(rows).GroupBy(Guard.NotNull(answer)).Select(group => new Tuple<TAnswer, long>(group.Key, group.LongCount()))],
            groups => groups.Cast<Tuple<TAnswer, long>>().Tally(group => kpi(group.Item1).Times(group.Item2)));
    }

    private static GroupedTally<Segments<TKey, TKpi>> Segments<TRow, TKey, TAnswer, TKpi>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TAnswer>> answer, Func<TAnswer, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        return new(
            [Grouped(rows, Guard.NotNull(key), Guard.NotNull(answer))],
            groups => Read<TKey, TAnswer>(groups)
                .TallyBy(group => group.Item1.Item1 ?? throw LogKey.Null(nameof(key)), group => kpi(group.Item1.Item2).Times(group.Item2)));
    }

    private static GroupedTally<KpiSeries<TKpi>> Series<TRow, TDate, TAnswer, TKpi>(
        IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TDate>> date,
        Func<TDate, LocalDate> toDate,
        Expression<Func<TRow, TAnswer>> answer,
        Func<TAnswer, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        Guard.NotNull(kpi);
        return new(
            [Grouped(rows, Guard.NotNull(date), Guard.NotNull(answer))],
            groups => Read<TDate, TAnswer>(groups)
                .TallyBy(unit, group => toDate(group.Item1.Item1), group => kpi(group.Item1.Item2).Times(group.Item2)));
    }

    private static IEnumerable<Tuple<Tuple<TKey, TAnswer>, long>> Read<TKey, TAnswer>(IEnumerable<object> groups) =>
        groups.Cast<Tuple<Tuple<TKey, TAnswer>, long>>();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The properties of the tuple are named here, and so are kept.")]
    private static IQueryable<Tuple<Tuple<TKey, TAnswer>, long>> Grouped<TRow, TKey, TAnswer>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TAnswer>> answer)
    {
        // Providers take a constructor for a key when they are told which property each argument becomes.
        Type pair = typeof(Tuple<TKey, TAnswer>);
        Expression[] columns = [key.Body, new Replacement(answer.Parameters[0], key.Parameters[0]).Visit(answer.Body)];
        NewExpression both = Expression.New(
            pair.GetConstructor([typeof(TKey), typeof(TAnswer)])!,
            columns,
            pair.GetProperty(nameof(Tuple<,>.Item1))!,
            pair.GetProperty(nameof(Tuple<,>.Item2))!);
        return Guard.NotNull(rows)
            .GroupBy(Expression.Lambda<Func<TRow, Tuple<TKey, TAnswer>>>(both, key.Parameters))
            .Select(group => new Tuple<Tuple<TKey, TAnswer>, long>(group.Key, group.LongCount()));
    }
}
