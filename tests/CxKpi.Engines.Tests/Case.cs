using System.Linq.Expressions;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>One tally, as an engine does it and as memory does, from the same functions.</summary>
public sealed record Case(
    string Name,
    Func<IQueryable<Order>, object> ByEngine,
    Func<IQueryable<Order>, CancellationToken, Task<object>> Asynchronously,
    Func<IEnumerable<Order>, object> InMemory)
{
    public static Case Of<TKpi>(string name, Expression<Func<Order, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        new(name, rows => rows.Tally(kpi), async (rows, stop) => await rows.TallyAsync(kpi, stop), rows => rows.Tally(kpi.Compile()));

    public static Case Of<TKey, TKpi>(string name, Expression<Func<Order, TKey>> key, Expression<Func<Order, TKpi>> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        new(
            name,
            rows => rows.TallyBy(key, kpi),
            async (rows, stop) => await rows.TallyByAsync(key, kpi, stop),
            rows => rows.TallyBy(key.Compile(), kpi.Compile()));

    public static Case Of<TKpi>(string name, CalendarUnit unit, Expression<Func<Order, LocalDate>> day, Expression<Func<Order, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        new(
            name,
            rows => rows.TallyBy(unit, day, kpi),
            async (rows, stop) => await rows.TallyByAsync(unit, day, kpi, stop),
            rows => rows.TallyBy(unit, day.Compile(), kpi.Compile()));

    public static Case Of<TKpi>(string name, CalendarUnit unit, Expression<Func<Order, DateOnly>> day, Expression<Func<Order, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi> =>
        new(
            name,
            rows => rows.TallyBy(unit, day, kpi),
            async (rows, stop) => await rows.TallyByAsync(unit, day, kpi, stop),
            rows => rows.TallyBy(unit, day.Compile(), kpi.Compile()));

    public static Case Of<TKpi>(
        string name,
        CalendarUnit unit,
        Expression<Func<Order, Instant>> instant,
        string zone,
        Expression<Func<Order, TKpi>> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi>
    {
        DateTimeZone own = DateTimeZoneProviders.Tzdb[zone];
        return new(
            name,
            rows => rows.TallyBy(unit, instant, own, kpi, asOf),
            async (rows, stop) => await rows.TallyByAsync(unit, instant, own, kpi, asOf, stop),
            rows => rows.TallyBy(unit, instant.Compile(), own, kpi.Compile(), asOf));
    }

    public static Case Clustered<TKey, TKpi, TCluster>(
        string name, Expression<Func<Order, TKey>> key, Expression<Func<Order, TKpi>> kpi, Expression<Func<Order, TCluster>> cluster)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        new(
            name,
            rows => rows.TallyBy(key, kpi, cluster),
            async (rows, stop) => await rows.TallyByAsync(key, kpi, cluster, stop),
            rows => rows.TallyBy(key.Compile(), kpi.Compile(), cluster.Compile()));

    public static Case Weighted<TKey, TKpi>(
        string name, Expression<Func<Order, TKey>> key, Expression<Func<Order, TKpi>> kpi, Expression<Func<Order, decimal>> weight)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        new(
            name,
            rows => rows.TallyBy(key, kpi, weight),
            async (rows, stop) => await rows.TallyByAsync(key, kpi, weight, stop),
            rows => rows.TallyBy(key.Compile(), kpi.Compile(), weight.Compile()));

    public static Case Clustered<TKpi, TCluster>(
        string name,
        CalendarUnit unit,
        Expression<Func<Order, Instant>> instant,
        string zone,
        Expression<Func<Order, TKpi>> kpi,
        Expression<Func<Order, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        DateTimeZone own = DateTimeZoneProviders.Tzdb[zone];
        return new(
            name,
            rows => rows.TallyBy(unit, instant, own, kpi, cluster),
            async (rows, stop) => await rows.TallyByAsync(unit, instant, own, kpi, cluster, cancellationToken: stop),
            rows => rows.TallyBy(unit, instant.Compile(), own, kpi.Compile(), cluster.Compile()));
    }

    public static Case Weighted<TKpi>(
        string name,
        CalendarUnit unit,
        Expression<Func<Order, Instant>> instant,
        string zone,
        Expression<Func<Order, TKpi>> kpi,
        Expression<Func<Order, decimal>> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        DateTimeZone own = DateTimeZoneProviders.Tzdb[zone];
        return new(
            name,
            rows => rows.TallyBy(unit, instant, own, kpi, weight),
            async (rows, stop) => await rows.TallyByAsync(unit, instant, own, kpi, weight, cancellationToken: stop),
            rows => rows.TallyBy(unit, instant.Compile(), own, kpi.Compile(), weight.Compile()));
    }

    public override string ToString() => Name;
}
