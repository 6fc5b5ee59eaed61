using NodaTime.Calendars;

namespace CxKpi;

/// <summary>The period of the same season one year before.</summary>
internal static class SeasonLastYear
{
    internal static CalendarPeriod? Of(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => period.Plus(-364),
        CalendarUnit.Week => WeekBefore(period),
        CalendarUnit.Month => period.Plus(-12),
        CalendarUnit.Quarter => period.Plus(-4),
        _ => null,
    };

    // A year of 53 weeks shifts all that follow: the number counts, not the distance.
    private static CalendarPeriod WeekBefore(CalendarPeriod period)
    {
        int week = Math.Min(52, WeekYearRules.Iso.GetWeekOfWeekYear(period.Start)), year = WeekYearRules.Iso.GetWeekYear(period.Start);
        return CalendarPeriod.Containing(CalendarUnit.Week, WeekYearRules.Iso.GetLocalDate(year - 1, week, NodaTime.IsoDayOfWeek.Monday));
    }
}
