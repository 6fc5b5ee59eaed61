using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>What became of the tickets of a log: the tally of the times of those that ended, and the numbers of those without one.</summary>
internal readonly record struct TicketTimes(DurationTally Ended, long Open, long ClosedWithout, long Invalid)
{
    /// <summary>What the rule of a malformed ticket adds where its time is working time.</summary>
    internal const string NorCenturiesAfter = ", and not more than a hundred years after";

    /// <summary>A time of a ticket as working time; a malformed one stays as it is, and one of more than a hundred years is malformed too.</summary>
    internal static WorkingTime<TTime> Working<TTime>(TTime time, BusinessCalendar calendar, Func<Ticket, IEnumerable<Interval>>? pauses)
        where TTime : struct, ITicketTime =>
        new(time, Guard.NotNull(calendar), pauses);

    /// <summary>Reads one time per ticket: <see langword="null"/> for one that has none, negative for a malformed one.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="time">The time of a ticket.</param>
    /// <param name="rule">The rule that a malformed ticket breaks; <see langword="null"/> to count it instead of refusing it.</param>
    /// <param name="closedWithout">Whether a ticket without a time will never have one; the others are open.</param>
    /// <param name="each">Takes the times one by one, where they are needed.</param>
    internal static TicketTimes Read<TTime>(
        IEnumerable<Ticket> tickets,
        TTime time,
        string? rule,
        Func<Ticket, bool>? closedWithout = null,
        List<Duration>? each = null)
        where TTime : struct, ITicketTime
    {
        Reader<TTime> reader = new(time, rule, closedWithout, each);
        if (Spans.TryGet(Guard.NotNull(tickets), out ReadOnlySpan<Ticket> span))
        {
            foreach (ref readonly Ticket ticket in span)
            {
                reader.Add(in ticket);
            }
        }
        else
        {
            foreach (Ticket ticket in tickets)
            {
                reader.Add(in ticket);
            }
        }

        return reader.Times();
    }

    internal readonly struct WorkingTime<TTime>(TTime time, BusinessCalendar calendar, Func<Ticket, IEnumerable<Interval>>? pauses) : ITicketTime
        where TTime : struct, ITicketTime
    {
        public Duration? Of(in Ticket ticket) => time.Of(in ticket) is not { } elapsed ? null
            : elapsed < Duration.Zero ? elapsed
            : elapsed > BusinessCalendar.Century ? -elapsed
            : calendar.WorkingTime(ticket.Created, ticket.Created + elapsed, pauses?.Invoke(ticket) ?? []);
    }

    private struct Reader<TTime>(TTime time, string? rule, Func<Ticket, bool>? closedWithout, List<Duration>? each)
        where TTime : struct, ITicketTime
    {
        private DurationSums ended;
        private long position, closed, open, invalid;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(in Ticket ticket)
        {
            if (time.Of(in ticket) is not { } duration)
            {
                if (closedWithout?.Invoke(ticket) ?? false)
                {
                    closed++;
                }
                else
                {
                    open++;
                }
            }
            else if (duration >= Duration.Zero)
            {
                ended.Add(duration);
                each?.Add(duration);
            }
            else
            {
                invalid += rule is null ? 1 : throw Guard.OutsideAt(position, "tickets", rule, ticket);
            }

            position++;
        }

        internal TicketTimes Times() => new(ended.Tally(), open, closed, invalid);
    }
}
