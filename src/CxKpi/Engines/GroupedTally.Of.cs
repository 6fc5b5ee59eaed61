using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <summary>Makes the tallies that engines do from what a caller says of a row; the groups are then tallied here as rows are.</summary>
[RequiresDynamicCode(GroupPlan.Reason)]
[RequiresUnreferencedCode(GroupPlan.Reason)]
internal static partial class GroupedTally
{
    internal static GroupedTally<TKpi> Total<TRow, TKpi>(IReadOnlyList<IQueryable<TRow>> rows, Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        return new(plan.Queries(rows), groups => groups.Tally(ofGroup));
    }

    internal static GroupedTally<Weighted<TKpi>> Total<TRow, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, Weighted<TKpi>> ofGroup = plan.RecordOf<TKpi>(kpi, weight);
        return new(plan.Queries(rows), groups => groups.Tally(ofGroup));
    }

    internal static GroupedTally<Clustered<TKpi>> Total<TRow, TKpi, TCluster>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        Func<object, TCluster> clusterOf = plan.KeyOf<TCluster>(cluster, nameof(cluster));
        return new(plan.Queries(rows), groups => groups.Tally(ofGroup, clusterOf));
    }

    internal static GroupedTally<Segments<TKey, TKpi>> Segments<TRow, TKey, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKey> keyOf = plan.KeyOf<TKey>(key, nameof(key));
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        return new(plan.Queries(rows), groups => groups.TallyBy(keyOf, ofGroup));
    }

    internal static GroupedTally<Segments<TKey, Weighted<TKpi>>> Segments<TRow, TKey, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKey> keyOf = plan.KeyOf<TKey>(key, nameof(key));
        Func<object, Weighted<TKpi>> ofGroup = plan.RecordOf<TKpi>(kpi, weight);
        return new(plan.Queries(rows), groups => groups.TallyBy(keyOf, ofGroup));
    }

    internal static GroupedTally<Segments<TKey, Clustered<TKpi>>> Segments<TRow, TKey, TKpi, TCluster>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKey> keyOf = plan.KeyOf<TKey>(key, nameof(key));
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        Func<object, TCluster> clusterOf = plan.KeyOf<TCluster>(cluster, nameof(cluster));
        return new(plan.Queries(rows), groups => groups.TallyBy(keyOf, ofGroup, clusterOf));
    }

    internal static GroupedTally<KpiSeries<TKpi>> Series<TRow, TDate, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TDate>> date,
        Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        GroupPlan plan = Plan(rows);
        Func<object, LocalDate> dayOf = plan.DayOf(date);
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        return new(plan.Queries(rows), groups => groups.TallyBy(unit, dayOf, ofGroup));
    }

    internal static GroupedTally<KpiSeries<Weighted<TKpi>>> Series<TRow, TDate, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        GroupPlan plan = Plan(rows);
        Func<object, LocalDate> dayOf = plan.DayOf(date);
        Func<object, Weighted<TKpi>> ofGroup = plan.RecordOf<TKpi>(kpi, weight);
        return new(plan.Queries(rows), groups => groups.TallyBy(unit, dayOf, ofGroup));
    }

    internal static GroupedTally<KpiSeries<Clustered<TKpi>>> Series<TRow, TDate, TKpi, TCluster>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.Defined(unit);
        GroupPlan plan = Plan(rows);
        Func<object, LocalDate> dayOf = plan.DayOf(date);
        Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
        Func<object, TCluster> clusterOf = plan.KeyOf<TCluster>(cluster, nameof(cluster));
        return new(plan.Queries(rows), groups => groups.TallyBy(unit, dayOf, ofGroup, clusterOf));
    }

    /// <summary>The series of rows with times, whose days are those of a zone.</summary>
    internal static GroupedTally<KpiSeries<TKpi>> InZone<TRow, TTime, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Instant? asOf)
        where TKpi : struct, IKpi<TKpi> =>
        SeriesInZone<TRow, TKpi>(rows, unit, time, zone, asOf, plan =>
        {
            Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
            return (groups, dayOf) => groups.TallyBy(unit, dayOf, ofGroup);
        });

    internal static GroupedTally<KpiSeries<Weighted<TKpi>>> InZone<TRow, TTime, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight,
        Instant? asOf)
        where TKpi : struct, IKpi<TKpi> =>
        SeriesInZone<TRow, Weighted<TKpi>>(rows, unit, time, zone, asOf, plan =>
        {
            Func<object, Weighted<TKpi>> ofGroup = plan.RecordOf<TKpi>(kpi, weight);
            return (groups, dayOf) => groups.TallyBy(unit, dayOf, ofGroup);
        });

    internal static GroupedTally<KpiSeries<Clustered<TKpi>>> InZone<TRow, TTime, TKpi, TCluster>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        Expression<Func<TRow, TTime>> time,
        DateTimeZone zone,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, TCluster>> cluster,
        Instant? asOf)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        SeriesInZone<TRow, Clustered<TKpi>>(rows, unit, time, zone, asOf, plan =>
        {
            Func<object, TKpi> ofGroup = plan.RecordOf<TKpi>(kpi);
            Func<object, TCluster> clusterOf = plan.KeyOf<TCluster>(cluster, nameof(cluster));
            return (groups, dayOf) => groups.TallyBy(unit, dayOf, ofGroup, clusterOf);
        });

    private static GroupedTally<KpiSeries<TKpi>> SeriesInZone<TRow, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        CalendarUnit unit,
        LambdaExpression time,
        DateTimeZone zone,
        Instant? asOf,
        Func<GroupPlan, Func<IReadOnlyList<object>, Func<object, LocalDate>, KpiSeries<TKpi>>> tallyOf)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        Guard.NotNull(zone);
        GroupPlan plan = Plan(rows);
        GroupTimes times = new(plan, Guard.NotNull(time), zone);
        Func<IReadOnlyList<object>, Func<object, LocalDate>, KpiSeries<TKpi>> tally = tallyOf(plan);
        return new(plan.Queries(rows), async (groups, fetch) =>
        {
            DayClock clock = new();
            KpiSeries<TKpi> series = tally(groups, group => times.Add(group, clock));
            if (asOf is null && clock.NeedsMinutes)
            {
                await times.CountMinutes(clock, groups, Plan(rows), rows, fetch).ConfigureAwait(false);
            }

            return TallyExtensions.InZone(series, clock, zone, asOf);
        });
    }

    private static GroupPlan Plan<TRow>(IReadOnlyList<IQueryable<TRow>> rows) => new(typeof(TRow), rows[0].Provider.GetType());
}
