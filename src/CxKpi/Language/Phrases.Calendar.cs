using System.Globalization;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>Days, periods and seasons.</content>
internal abstract partial class Phrases
{
    internal abstract string Incomplete { get; }
    internal abstract string OtherRule { get; }
    internal abstract string PerDay { get; }

    internal abstract string YearSeason { get; }

    internal abstract string Month(int month);

    internal abstract string ShortMonth(int month);

    internal abstract string Weekday(IsoDayOfWeek day);

    /// <summary>A day of a month, such as <c>1 December</c>.</summary>
    /// <param name="day">The day of the month.</param>
    /// <param name="month">The month in words, short or in full.</param>
    internal abstract string DayOfMonth(int day, string month);

    /// <summary>A week of the year.</summary>
    /// <param name="week">Its number, with two digits.</param>
    internal abstract string Week(string week);

    /// <summary>A week of a year.</summary>
    /// <param name="week">Its number, with two digits.</param>
    /// <param name="year">The ISO week year.</param>
    internal abstract string WeekOfYear(string week, string year);

    internal abstract string Quarter(int quarter);

    internal string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{DayOfMonth(date.Day, Month(date.Month))} {date.Year}");

    internal string Period(CalendarPeriod period)
    {
        string text = period.ToString();
        return period.Unit switch
        {
            CalendarUnit.Day => Date(period.Start),
            CalendarUnit.Week => WeekOfYear(text[^2..], text[..^4]),
            CalendarUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{Month(period.Start.Month)} {period.Start.Year}"),
            CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{QuarterOf(period)} {period.Start.Year}"),
            CalendarUnit.Year => text,
        };
    }

    /// <summary>A period in a few letters.</summary>
    internal string ShortPeriod(CalendarPeriod period)
    {
        // A period's name begins with its year, which has a sign before the year 1.
        string text = period.ToString();
        return period.Unit switch
        {
            CalendarUnit.Day => $"{ShortDay(period.Start)} {text[..^6]}",
            CalendarUnit.Week => $"{Week(text[^2..])} {text[..^4]}",
            CalendarUnit.Month => $"{ShortMonth(period.Start.Month)} {text[..^3]}",
            CalendarUnit.Quarter => $"{QuarterOf(period)} {text[..^3]}",
            CalendarUnit.Year => text,
        };
    }

    internal string ShortDay(LocalDate day) => DayOfMonth(day.Day, ShortMonth(day.Month));

    internal string QuarterOf(CalendarPeriod period) => Quarter((period.Start.Month + 2) / 3);

    internal string Season(Season season) => season.Unit switch
    {
        CalendarUnit.Day when season.IsDayOfYear => DayOfYear(season.Number),
        CalendarUnit.Day => Weekday((IsoDayOfWeek)season.Number),
        CalendarUnit.Week => Week(season.Number.ToString("00", CultureInfo.InvariantCulture)),
        CalendarUnit.Month => Month(season.Number),
        CalendarUnit.Quarter => Quarter(season.Number),
        CalendarUnit.Year => YearSeason,
    };

    internal string Seasons(IEnumerable<Season> seasons) => string.Join(", ", seasons.Select(Season));

    // Of a year without a leap day, as seasons count.
    private string DayOfYear(int number)
    {
        LocalDate day = new LocalDate(2001, 1, 1).PlusDays(number - 1);
        return DayOfMonth(day.Day, Month(day.Month));
    }
}
