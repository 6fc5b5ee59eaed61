using NodaTime;
using NodaTime.Calendars;

namespace CxKpi;

/// <summary>Periods a year apart.</summary>
internal static class YearBefore
{
    private const int DaysInWeeks = 364;

    /// <summary>The corresponding period in the year before; none for ISO week 53.</summary>
    internal static CalendarPeriod? Of(CalendarPeriod period)
    {
        // The calendar has no year before its first.
        if (period.Start < LocalDate.MinIsoValue.PlusDays(DaysInWeeks + 7))
        {
            return null;
        }

        if (period.Unit == CalendarUnit.Day)
        {
            return period.Plus(-DaysInWeeks);
        }

        if (period.Unit == CalendarUnit.Week)
        {
            int week = WeekYearRules.Iso.GetWeekOfWeekYear(period.Start), year = WeekYearRules.Iso.GetWeekYear(period.Start) - 1;
            return week == 53 ? null : CalendarPeriod.Containing(CalendarUnit.Week, WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday));
        }

        return CalendarPeriod.Containing(period.Unit, period.Start.PlusYears(-1));
    }

    /// <summary>The number of days from Good Friday to Easter Monday that lie in the period.</summary>
    internal static int EasterDays(CalendarPeriod period)
    {
        LocalDate sunday = Easter.Sunday(period.End.Year);
        return PeriodCount.CommonDays(period.Start, period.End, sunday.PlusDays(-2), sunday.PlusDays(1));
    }
}
