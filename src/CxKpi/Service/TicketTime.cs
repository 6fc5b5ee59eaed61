using NodaTime;

namespace CxKpi;

/// <summary>A time of a ticket, which is not copied for it: <see langword="null"/> when it has none, negative when it is malformed.</summary>
internal delegate Duration? TicketTime(in Ticket ticket);
