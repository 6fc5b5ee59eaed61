using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Gathers records by the period of their dates and by cluster; a cluster that goes on in the next period is another one there.</summary>
internal sealed class ClusterBuilder<TCluster, TKpi>(CalendarUnit unit)
    where TCluster : notnull
    where TKpi : struct, IKpi<TKpi>
{
    private readonly Dictionary<(CalendarPeriod Period, TCluster Cluster), Slot> slots = [];

    internal void Add(LocalDate date, TCluster cluster, in TKpi record)
    {
        ref Slot slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, (CalendarPeriod.Containing(unit, date), cluster), out bool known);
        TKpi.Accumulate(ref slot.Record, in record);
        slot.FirstDay = known && slot.FirstDay < date ? slot.FirstDay : date;
        slot.LastDay = known && slot.LastDay > date ? slot.LastDay : date;
    }

    internal KpiSeries<Clustered<TKpi>> ToSeries()
    {
        SeriesBuilder<Clustered<TKpi>> periods = new(unit);
        foreach (Slot slot in slots.Values)
        {
            periods.Add(slot.FirstDay, Clustered.OfCluster(slot.Record, "kpi"));
            periods.Add(slot.LastDay, default);
        }

        return periods.ToSeries();
    }

    private struct Slot
    {
        internal TKpi Record;
        internal LocalDate FirstDay;
        internal LocalDate LastDay;
    }
}
