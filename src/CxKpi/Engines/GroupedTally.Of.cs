using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <summary>Makes the tallies that engines do from what a caller says of a row; the groups are then tallied here as rows are.</summary>
[RequiresDynamicCode(GroupPlan.Reason)]
[RequiresUnreferencedCode(GroupPlan.Reason)]
internal static class GroupedTally
{
    internal static GroupedTally<TKpi> Total<TRow, TKpi>(IReadOnlyList<IQueryable<TRow>> rows, Expression<Func<TRow, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Expression record = plan.Record(kpi);
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
        return new(plan.Queries(rows), groups => groups.Tally(ofGroup));
    }

    internal static GroupedTally<Weighted<TKpi>> Total<TRow, TKpi>(
        IReadOnlyList<IQueryable<TRow>> rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, decimal>> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Expression record = plan.Record(kpi, weight);
        Func<object, Weighted<TKpi>> ofGroup = plan.Reader<Weighted<TKpi>>(record);
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
        Expression record = plan.Record(kpi), unit = plan.Here(cluster, nameof(cluster));
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
        Func<object, TCluster> clusterOf = plan.KeyReader<TCluster>(unit, nameof(cluster));
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
        Expression segment = plan.Here(key, nameof(key)), record = plan.Record(kpi);
        Func<object, TKey> keyOf = plan.KeyReader<TKey>(segment, nameof(key));
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
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
        Expression segment = plan.Here(key, nameof(key)), record = plan.Record(kpi, weight);
        Func<object, TKey> keyOf = plan.KeyReader<TKey>(segment, nameof(key));
        Func<object, Weighted<TKpi>> ofGroup = plan.Reader<Weighted<TKpi>>(record);
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
        Expression segment = plan.Here(key, nameof(key)), record = plan.Record(kpi), unit = plan.Here(cluster, nameof(cluster));
        Func<object, TKey> keyOf = plan.KeyReader<TKey>(segment, nameof(key));
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
        Func<object, TCluster> clusterOf = plan.KeyReader<TCluster>(unit, nameof(cluster));
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
        Expression day = plan.Here(date, nameof(date)), record = plan.Record(kpi);
        Func<object, LocalDate> dayOf = plan.DayReader(day);
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
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
        Expression day = plan.Here(date, nameof(date)), record = plan.Record(kpi, weight);
        Func<object, LocalDate> dayOf = plan.DayReader(day);
        Func<object, Weighted<TKpi>> ofGroup = plan.Reader<Weighted<TKpi>>(record);
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
        Expression day = plan.Here(date, nameof(date)), record = plan.Record(kpi), own = plan.Here(cluster, nameof(cluster));
        Func<object, LocalDate> dayOf = plan.DayReader(day);
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
        Func<object, TCluster> clusterOf = plan.KeyReader<TCluster>(own, nameof(cluster));
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
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        Guard.NotNull(zone);
        GroupPlan plan = Plan(rows);
        GroupTimes times = GroupTimes.Of(plan, Guard.NotNull(time), zone);
        Expression record = plan.Record(kpi);
        Func<object, TKpi> ofGroup = plan.Reader<TKpi>(record);
        times.Prepare(plan);
        return new(plan.Queries(rows), async (groups, fetch) =>
        {
            DayClock clock = new();
            KpiSeries<TKpi> series = groups.TallyBy(unit, group => times.Add(group, clock), ofGroup);
            if (asOf is null && clock.NeedsMinutes)
            {
                await times.CountMinutes(clock, groups, Plan(rows), rows, fetch).ConfigureAwait(false);
            }

            return TallyExtensions.InZone(series, clock, zone, asOf);
        });
    }

    private static GroupPlan Plan<TRow>(IReadOnlyList<IQueryable<TRow>> rows) => new(typeof(TRow), rows[0].Provider.GetType());
}
