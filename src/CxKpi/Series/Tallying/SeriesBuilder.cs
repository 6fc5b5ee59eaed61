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
    internal void Add(LocalDate date, in TKpi record) => Add(CalendarPeriod.Containing(unit, date), in record, date, date);

    /// <summary>Adds what another builder gathered of other rows.</summary>
    internal SeriesBuilder<TKpi> Combine(SeriesBuilder<TKpi> other)
    {
        foreach ((CalendarPeriod period, Slot slot) in other.slots)
        {
            Add(period, in slot.Record, slot.FirstDay, slot.LastDay);
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
    private void Add(CalendarPeriod period, in TKpi record, LocalDate firstDay, LocalDate lastDay)
    {
        ref Slot slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, period, out bool known);
        if (!known)
        {
            slot = new(record, firstDay, lastDay);
            return;
        }

        // A level is that of the latest day; those of one day add up.
        if (!TKpi.IsLevel || lastDay == slot.LastDay)
        {
            TKpi.Accumulate(ref slot.Record, in record);
        }
        else
        {
            slot.Record = lastDay > slot.LastDay ? slot.Record.Then(record) : record.Then(slot.Record);
        }

        slot.FirstDay = LocalDate.Min(slot.FirstDay, firstDay);
        slot.LastDay = LocalDate.Max(slot.LastDay, lastDay);
    }

    private struct Slot(TKpi record, LocalDate firstDay, LocalDate lastDay)
    {
        internal TKpi Record = record;
        internal LocalDate FirstDay = firstDay;
        internal LocalDate LastDay = lastDay;
    }
}
