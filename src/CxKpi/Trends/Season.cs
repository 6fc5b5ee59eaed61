using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The place of a period in its natural cycle: a weekday, an ISO week of the year, a month or a quarter. The calendar gives it, never the first observation.</summary>
/// <remarks>Week 53 is counted to week 52: it occurs in every fifth or sixth year only, too rarely for a season of its own.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Season : IComparable<Season>
{
    private Season(CalendarUnit unit, int number)
    {
        Unit = unit;
        Number = number;
    }

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>The ISO weekday 1 to 7, the ISO week 1 to 52, the month 1 to 12, the quarter 1 to 4; 1 for years, which have no season.</summary>
    public int Number { get; }

    /// <summary>The season of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>Its season.</returns>
    public static Season Of(CalendarPeriod period) => new(period.Unit, period.Unit switch
    {
        CalendarUnit.Day => (int)period.Start.DayOfWeek,
        CalendarUnit.Week => Math.Min(52, NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(period.Start)),
        CalendarUnit.Month => period.Start.Month,
        CalendarUnit.Quarter => (period.Start.Month + 2) / 3,
        _ => 1,
    });

    /// <summary>How many seasons a cycle has: 7 days, 52 weeks, 12 months or 4 quarters; 1 for years.</summary>
    /// <param name="unit">The unit of the periods.</param>
    /// <returns>The length of the natural cycle.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static int CycleOf(CalendarUnit unit) => Guard.Defined(unit) switch
    {
        CalendarUnit.Day => 7,
        CalendarUnit.Week => 52,
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter => 4,
        _ => 1,
    };

    /// <summary>Orders by the place in the cycle.</summary>
    /// <param name="other">The season to compare with.</param>
    /// <returns>A negative number when this season comes earlier in the cycle.</returns>
    public int CompareTo(Season other) => Unit.CompareTo(other.Unit) is not 0 and int order ? order : Number.CompareTo(other.Number);

    /// <summary>The season's English name.</summary>
    /// <returns>Text such as <c>Monday</c>, <c>W07</c>, <c>January</c> or <c>Q2</c>.</returns>
    public override string ToString() => Unit switch
    {
        CalendarUnit.Day => ((NodaTime.IsoDayOfWeek)Number).ToString(),
        CalendarUnit.Week => string.Create(CultureInfo.InvariantCulture, $"W{Number:00}"),
        CalendarUnit.Month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number),
        CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{Number}"),
        _ => "year",
    };
}
