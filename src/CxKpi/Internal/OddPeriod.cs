using NodaTime.Calendars;

namespace CxKpi;

/// <summary>Periods that only some years have.</summary>
internal static class OddPeriod
{
    /// <summary>Whether the period is an ISO week 53 or a 29 February.</summary>
    internal static bool Is(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => period.Start is { Month: 2, Day: 29 },
        CalendarUnit.Week => WeekYearRules.Iso.GetWeekOfWeekYear(period.Start) == 53,
        _ => false,
    };
}
