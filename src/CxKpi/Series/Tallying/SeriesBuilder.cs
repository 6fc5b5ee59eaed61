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
    internal void Add(LocalDate date, TKpi record) => Add(CalendarPeriod.Containing(unit, date), new(record, date, date));

    /// <summary>Adds what another builder gathered of other rows.</summary>
    internal SeriesBuilder<TKpi> Combine(SeriesBuilder<TKpi> other)
    {
        foreach ((CalendarPeriod period, Slot slot) in other.slots)
        {
            Add(period, slot);
        }

        return this;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(CalendarPeriod period, Slot own)
    {
        ref Slot slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, period, out bool known);
        if (!known)
        {
            slot = own;
            return;
        }

        // A level is that of the latest day; those of one day add up.
        slot.Record = !TKpi.IsLevel || own.LastDay == slot.LastDay ? slot.Record.Combine(own.Record)
            : own.LastDay > slot.LastDay ? slot.Record.Then(own.Record)
            : own.Record.Then(slot.Record);
        slot.FirstDay = LocalDate.Min(slot.FirstDay, own.FirstDay);
        slot.LastDay = LocalDate.Max(slot.LastDay, own.LastDay);
    }

    private struct Slot(TKpi record, LocalDate firstDay, LocalDate lastDay)
    {
        internal TKpi Record = record;
        internal LocalDate FirstDay = firstDay;
        internal LocalDate LastDay = lastDay;
    }
}
