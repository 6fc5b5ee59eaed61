namespace CxKpi;

/// <summary>The length of a year.</summary>
internal static class CalendarYear
{
    /// <summary>The number of days in the mean Gregorian year.</summary>
    internal const double Days = 365.2425;

    /// <summary>The mean number of periods of a unit in a year.</summary>
    internal static double PeriodsOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => Days,
        CalendarUnit.Week => Days / 7,
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter => 4,
        CalendarUnit.Year => 1,
    };
}
