using System.Linq.Expressions;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of rows that stand for many.</content>
internal static partial class GroupedTally
{
    internal static GroupedTally<TKpi> CountedTotal<TRow, TKpi>(
        IQueryable<TRow>[] rows,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKpi> ofOne = plan.RecordOfOne<TKpi>(kpi);
        Func<object, long> countOf = plan.CountOf(count);
        return new(plan.Queries(rows), groups => groups.Tally(ofOne, count: countOf));
    }

    internal static GroupedTally<Segments<TKey, TKpi>> CountedSegments<TRow, TKey, TKpi>(
        IQueryable<TRow>[] rows,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        GroupPlan plan = Plan(rows);
        Func<object, TKey> keyOf = plan.KeyOf<TKey>(key, nameof(key));
        Func<object, TKpi> ofOne = plan.RecordOfOne<TKpi>(kpi);
        Func<object, long> countOf = plan.CountOf(count);
        return new(plan.Queries(rows), groups => groups.TallyBy(keyOf, ofOne, count: countOf));
    }

    internal static GroupedTally<KpiSeries<TKpi>> CountedSeries<TRow, TDate, TKpi>(
        IQueryable<TRow>[] rows,
        CalendarUnit unit,
        Expression<Func<TRow, TDate>> date,
        Expression<Func<TRow, TKpi>> kpi,
        Expression<Func<TRow, long>> count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        GroupPlan plan = Plan(rows);
        Func<object, LocalDate> dayOf = plan.DayOf(date);
        Func<object, TKpi> ofOne = plan.RecordOfOne<TKpi>(kpi);
        Func<object, long> countOf = plan.CountOf(count);
        return new(plan.Queries(rows), groups => groups.TallyBy(unit, dayOf, ofOne, count: countOf));
    }
}
