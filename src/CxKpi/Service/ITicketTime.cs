using NodaTime;

namespace CxKpi;

/// <summary>A time of a ticket, which is not copied for it.</summary>
/// <remarks>A type of its own for each time, so that the loop over a log is compiled with it.</remarks>
internal interface ITicketTime
{
    /// <summary>The time: <see langword="null"/> when the ticket has none, negative when it is malformed.</summary>
    Duration? Of(in Ticket ticket);
}
