using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Gathers records by the period of their dates, together with the days that the rows of each period span.</summary>
internal sealed class SeriesBuilder<TKpi>(CalendarUnit unit)
    where TKpi : struct, IKpi<TKpi>
{
    private readonly Dictionary<CalendarPeriod, Slot> slots = [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(LocalDate date, TKpi record)
    {
        ref Slot slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, CalendarPeriod.Containing(unit, date), out bool known);
        slot.Record = !TKpi.IsLevel || !known || date == slot.LastDay ? slot.Record.Combine(record)
            : date > slot.LastDay ? slot.Record.Then(record)
            : record.Then(slot.Record);
        slot.FirstDay = known && slot.FirstDay < date ? slot.FirstDay : date;
        slot.LastDay = known && slot.LastDay > date ? slot.LastDay : date;
    }

    internal KpiSeries<TKpi> ToSeries()
    {
        List<DaySpan> spans = [.. slots.Select(slot => new DaySpan(slot.Key, slot.Value.FirstDay, slot.Value.LastDay))];
        return new(unit, slots.ToDictionary(slot => slot.Key, slot => slot.Value.Record))
        {
            IncompleteAtStart = DaySpan.FirstBeginsLate(spans) is true ? 1 : 0,
            IncompleteAtEnd = DaySpan.LastEndsEarly(spans) is true ? 1 : 0,
        };
    }

    private struct Slot
    {
        internal TKpi Record;
        internal LocalDate FirstDay;
        internal LocalDate LastDay;
    }
}
