using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// The place of a period in its cycle: a weekday, an ISO week of the year, a month or a quarter.
/// It follows from the calendar and not from the first observation.
/// </summary>
/// <remarks>Week 53 counts as week 52, and as a day of the year 29 February counts as 28 February: they are too rare for a season of their own.</remarks>
[JsonConverter(typeof(SeasonJsonConverter))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct Season : IComparable<Season>
{
    // Every season that there is, and the default, by the name that tells it from all others.
    private static readonly Lazy<Dictionary<string, Season>> ByName = new(() => ((Season[])
    [
        default,
        .. Enum.GetValues<CalendarUnit>().SelectMany(unit => Enumerable.Range(1, CycleOf(unit)).Select(number => new Season(unit, number))),
        .. Enumerable.Range(1, 365).Select(day => new Season(CalendarUnit.Day, day, isDayOfYear: true)),
    ]).ToDictionary(season => season.ToString(), StringComparer.Ordinal));

    private Season(CalendarUnit unit, int number, bool isDayOfYear = false)
    {
        Unit = unit;
        Number = number;
        IsDayOfYear = isDayOfYear;
    }

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>
    /// The number of the season: the ISO weekday 1 to 7, the ISO week 1 to 52, the month 1 to 12, the quarter 1 to 4, or the day of a year without 29 February,
    /// from 1 to 365; it is 1 for years, which have no season.
    /// </summary>
    public int Number { get; }

    /// <summary>Whether the season of a day is its day of the year rather than its weekday.</summary>
    public bool IsDayOfYear { get; }

    /// <summary>Returns the season of a period in a cycle.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The season of the period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cycle"/> is not a named value.</exception>
    public static Season Of(CalendarPeriod period, SeasonalCycle cycle)
    {
        if (Guard.Defined(cycle) == SeasonalCycle.Natural || period.Unit != CalendarUnit.Day)
        {
            return Of(period);
        }

        NodaTime.LocalDate day = period.Start;
        bool isAfter = NodaTime.CalendarSystem.Iso.IsLeapYear(day.Year) && day.DayOfYear > 59;
        return new(CalendarUnit.Day, day.DayOfYear - (isAfter ? 1 : 0), isDayOfYear: true);
    }

    /// <summary>Returns the season of a period in its natural cycle.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The season of the period.</returns>
    public static Season Of(CalendarPeriod period) => new(period.Unit, period.Unit switch
    {
        CalendarUnit.Day => (int)period.Start.DayOfWeek,
        CalendarUnit.Week => Math.Min(52, NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(period.Start)),
        CalendarUnit.Month => period.Start.Month,
        CalendarUnit.Quarter => (period.Start.Month + 2) / 3,
        CalendarUnit.Year => 1,
    });

    /// <summary>Returns the number of seasons in the natural cycle: 7 days, 52 weeks, 12 months or 4 quarters; 1 for years.</summary>
    /// <param name="unit">The unit of the periods.</param>
    /// <returns>The number of seasons.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static int CycleOf(CalendarUnit unit) => Guard.Defined(unit) switch
    {
        CalendarUnit.Day => 7,
        CalendarUnit.Week => 52,
        CalendarUnit.Month => 12,
        CalendarUnit.Quarter => 4,
        CalendarUnit.Year => 1,
    };

    /// <summary>Returns the number of seasons in a cycle.</summary>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="cycle">The cycle, which has 365 seasons for days in a year, and otherwise those of the natural cycle.</param>
    /// <returns>The number of seasons.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a named value.</exception>
    public static int CycleOf(CalendarUnit unit, SeasonalCycle cycle) =>
        Guard.Defined(cycle) == SeasonalCycle.Year && unit == CalendarUnit.Day ? 365 : CycleOf(unit);

    /// <summary>The season of a name as <see cref="ToString"/> gives it; <see langword="null"/> where none has it.</summary>
    internal static Season? Named(string name) => ByName.Value.TryGetValue(name, out Season season) ? season : null;

    /// <summary>Compares seasons by their place in the cycle.</summary>
    /// <param name="other">The season to compare with.</param>
    /// <returns>A negative number when this season comes first, 0 when both are equal, and a positive number otherwise.</returns>
    public int CompareTo(Season other) =>
        (Unit, IsDayOfYear).CompareTo((other.Unit, other.IsDayOfYear)) is not 0 and int order ? order : Number.CompareTo(other.Number);

    /// <summary>The season's English name as text.</summary>
    /// <returns>Text such as <c>Monday</c>, <c>W07</c>, <c>January</c>, <c>Q2</c> or <c>02-28</c>.</returns>
    public override string ToString() => Unit switch
    {
        CalendarUnit.Day when IsDayOfYear => new NodaTime.LocalDate(2001, 1, 1).PlusDays(Number - 1).ToString("MM'-'dd", CultureInfo.InvariantCulture),
        CalendarUnit.Day => ((NodaTime.IsoDayOfWeek)Number).ToString(),
        CalendarUnit.Week => string.Create(CultureInfo.InvariantCulture, $"W{Number:00}"),
        CalendarUnit.Month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number),
        CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{Number}"),
        CalendarUnit.Year => "year",
    };
}
