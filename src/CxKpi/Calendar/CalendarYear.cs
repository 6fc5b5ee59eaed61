namespace CxKpi;

/// <summary>How long a year is.</summary>
internal static class CalendarYear
{
    /// <summary>The days of the mean Gregorian year.</summary>
    internal const double Days = 365.2425;

    /// <summary>How many periods of a unit a year has, in the mean.</summary>
    internal static double PeriodsOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => Days,
        CalendarUnit.Week => Days / 7,
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter => 4,
        CalendarUnit.Year => 1,
    };
}
