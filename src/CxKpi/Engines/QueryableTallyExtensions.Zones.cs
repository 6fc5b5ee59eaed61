using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>Time zones of the base class library.</content>
public static partial class QueryableTallyExtensions
{
    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, Instant}}, DateTimeZone, Expression{Func{TRow, TKpi}}, Instant?)"/>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, instant, Dates.Zone(zone), kpi, asOf);

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, DateTimeZone, Expression{Func{TRow, TKpi}},
    /// DateTimeOffset?)"/>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, time, Dates.Zone(zone), kpi, asOf);

    /// <inheritdoc
    /// cref="TallyBy{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTime}}, DateTimeZone, Expression{Func{TRow, TKpi}},
    /// DateTimeOffset?)"/>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        TallyBy(rows, unit, time, Dates.Zone(zone), kpi, asOf);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, Instant}}, DateTimeZone, Expression{Func{TRow, TKpi}}, Instant?,
    /// CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, Instant>> instant,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        TallyByAsync(rows, unit, instant, Dates.Zone(zone), kpi, asOf, cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTimeOffset}}, DateTimeZone, Expression{Func{TRow, TKpi}},
    /// DateTimeOffset?, CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTimeOffset>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        TallyByAsync(rows, unit, time, Dates.Zone(zone), kpi, asOf, cancellationToken);

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IQueryable{TRow}, CalendarUnit, Expression{Func{TRow, DateTime}}, DateTimeZone, Expression{Func{TRow, TKpi}},
    /// DateTimeOffset?, CancellationToken)"/>
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IQueryable<TRow> rows,
        CalendarUnit unit,
        Expression<Func<TRow, DateTime>> time,
        TimeZoneInfo zone,
        Expression<Func<TRow, TKpi>> kpi,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi> =>
        TallyByAsync(rows, unit, time, Dates.Zone(zone), kpi, asOf, cancellationToken);
}
