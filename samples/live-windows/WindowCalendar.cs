using CxKpi;
using NodaTime;

namespace LiveWindows;

/// <summary>The windows: days, weeks or months of a time zone, in which a day has 23 or 25 hours when clocks change.</summary>
/// <param name="Unit">The length of a window.</param>
/// <param name="Zone">The zone in which days begin.</param>
public sealed record WindowCalendar(CalendarUnit Unit, DateTimeZone Zone)
{
    /// <summary>The window in which an instant lies.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The window.</returns>
    public CalendarPeriod Of(Instant at) => CalendarPeriod.Containing(Unit, at.InZone(Zone).Date);

    /// <summary>The instant at which a window has ended and the next one begins.</summary>
    /// <param name="window">The window.</param>
    /// <returns>The instant.</returns>
    public Instant EndOf(CalendarPeriod window) => Zone.AtStartOfDay(window.End.PlusDays(1)).ToInstant();
}
