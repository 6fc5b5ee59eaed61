using NodaTime;

namespace CxKpi;

/// <summary>What became of the tickets of a log: the times of those that ended, and the numbers of those without one.</summary>
internal readonly record struct TicketTimes(List<Duration> Ended, long Open, long ClosedWithout, long Invalid)
{
    /// <summary>A time of a ticket as working time; a malformed one stays as it is.</summary>
    internal static Func<Ticket, Duration?> Working(Func<Ticket, Duration?> time, BusinessCalendar calendar, Func<Ticket, IEnumerable<Interval>>? pauses)
    {
        Guard.NotNull(calendar);
        return ticket => time(ticket) is var elapsed && elapsed >= Duration.Zero
            ? calendar.WorkingTime(ticket.Created, ticket.Created + elapsed.Value, pauses?.Invoke(ticket) ?? [])
            : elapsed;
    }

    /// <summary>Reads one time per ticket: <see langword="null"/> for one that has none, negative for a malformed one.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="time">The time of a ticket.</param>
    /// <param name="rule">The rule that a malformed ticket breaks; <see langword="null"/> to count it instead of refusing it.</param>
    /// <param name="closedWithout">Whether a ticket without a time will never have one; the others are open.</param>
    internal static TicketTimes Read(IEnumerable<Ticket> tickets, Func<Ticket, Duration?> time, string? rule, Func<Ticket, bool>? closedWithout = null)
    {
        List<Duration> ended = [];
        long position = 0, closed = 0, invalid = 0;
        foreach (Ticket ticket in Guard.NotNull(tickets))
        {
            if (time(ticket) is not { } duration)
            {
                closed += closedWithout?.Invoke(ticket) ?? false ? 1 : 0;
            }
            else if (duration >= Duration.Zero)
            {
                ended.Add(duration);
            }
            else
            {
                invalid += rule is null ? 1 : throw Guard.OutsideAt(position, nameof(tickets), rule, ticket);
            }

            position++;
        }

        return new(ended, position - ended.Count - closed - invalid, closed, invalid);
    }
}
