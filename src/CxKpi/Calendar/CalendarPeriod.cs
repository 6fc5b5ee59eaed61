using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Calendars;

namespace CxKpi;

/// <summary>A calendar period: one day, ISO week, month, quarter or year.</summary>
[JsonConverter(typeof(CalendarPeriodJsonConverter))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CalendarPeriod : IComparable<CalendarPeriod>, IHasJsonConverter
{
    private static readonly LocalDate LastWholeWeek = LocalDate.MaxIsoValue.PlusDays(-6),
        FirstMonday = LocalDate.MinIsoValue.PlusDays((8 - (int)LocalDate.MinIsoValue.DayOfWeek) % 7);

    private CalendarPeriod(CalendarUnit unit, LocalDate start)
    {
        Unit = unit;
        Start = start;
    }

    /// <summary>The unit of the period.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>The first day of the period.</summary>
    public LocalDate Start { get; }

    /// <summary>The last day of the period; of the last week of the calendar the last day that there is.</summary>
    public LocalDate End => Unit switch
    {
        CalendarUnit.Day => Start,
        CalendarUnit.Week => Start <= LastWholeWeek ? Start.PlusDays(6) : LocalDate.MaxIsoValue,
        CalendarUnit.Month => Start.With(DateAdjusters.EndOfMonth),
        CalendarUnit.Quarter => Start.PlusMonths(2).With(DateAdjusters.EndOfMonth),
        CalendarUnit.Year => new(Start.Year, 12, 31),
    };

    JsonConverter IHasJsonConverter.JsonConverter => new CalendarPeriodJsonConverter();

    JsonTypeInfo IHasJsonConverter.TypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<CalendarPeriod>(options, new CalendarPeriodJsonConverter());

    /// <summary>Returns the period that contains a day.</summary>
    /// <param name="unit">The unit of the period.</param>
    /// <param name="date">A day, in the ISO calendar.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar, or lies before the first week.</exception>
    public static CalendarPeriod Containing(CalendarUnit unit, LocalDate date) => Containing(unit, date, nameof(date));

    /// <summary>The same for a caller who knows the day by another name, perhaps among many.</summary>
    internal static CalendarPeriod Containing(CalendarUnit unit, LocalDate date, string name, long? position = null)
    {
        CalendarGuard.Iso(date, name, position);
        return unit switch
        {
            CalendarUnit.Day => new(unit, date),
            CalendarUnit.Week => date >= FirstMonday
                ? new(unit, date.PlusDays(1 - (int)date.DayOfWeek))
                : throw Guard.OutsideAt(position, name, "must lie in a week that begins after the year -9999", date),
            CalendarUnit.Month => new(unit, new LocalDate(date.Year, date.Month, 1)),
            CalendarUnit.Quarter => new(unit, new LocalDate(date.Year, date.Month - (date.Month - 1) % 3, 1)),
            CalendarUnit.Year => new(unit, new LocalDate(date.Year, 1, 1)),
            _ => throw Guard.Outside(nameof(unit), "must be a named value", unit),
        };
    }

    /// <summary>Returns a calendar month, for counts that come with a year and a month.</summary>
    /// <param name="year">The year, from 1 to 9999.</param>
    /// <param name="month">The month, from 1 to 12.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static CalendarPeriod Month(int year, int month) =>
        new(CalendarUnit.Month, new LocalDate(Guard.InRange(year, 1, 9999), Guard.InRange(month, 1, 12), 1));

    /// <summary>Returns a quarter of a calendar year.</summary>
    /// <param name="year">The year, from 1 to 9999.</param>
    /// <param name="quarter">The quarter, from 1 to 4.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static CalendarPeriod Quarter(int year, int quarter) =>
        new(CalendarUnit.Quarter, new LocalDate(Guard.InRange(year, 1, 9999), 3 * Guard.InRange(quarter, 1, 4) - 2, 1));

    /// <summary>Returns a calendar year.</summary>
    /// <param name="year">The year, from 1 to 9999.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year.</exception>
    public static CalendarPeriod Year(int year) => new(CalendarUnit.Year, new LocalDate(Guard.InRange(year, 1, 9999), 1, 1));

    /// <inheritdoc cref="Containing(CalendarUnit, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public static CalendarPeriod Containing(CalendarUnit unit, DateOnly date) => Containing(unit, LocalDate.FromDateOnly(date));

    /// <summary>Reads a period from the text that <see cref="ToString"/> writes.</summary>
    /// <param name="text">Text such as <c>2026-11-21</c>, <c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text has another form, or is not a period.</exception>
    public static CalendarPeriod Parse(string text)
    {
        bool isBefore = Guard.NotNull(text).StartsWith('-');
        try
        {
            return (isBefore ? text[1..] : text).Split('-') switch
            {
                [var year, ['W', .. var week]] => new(CalendarUnit.Week, WeekYearRules.Iso.GetLocalDate(Year(year), Number(week, 2), IsoDayOfWeek.Monday)),
                [var year, ['Q', .. var quarter]] => new(CalendarUnit.Quarter, new LocalDate(Year(year), 3 * Number(quarter, 1) - 2, 1)),
                [var year] => new(CalendarUnit.Year, new LocalDate(Year(year), 1, 1)),
                [var year, var month] => new(CalendarUnit.Month, new LocalDate(Year(year), Number(month, 2), 1)),
                [var year, var month, var day] => new(CalendarUnit.Day, new LocalDate(Year(year), Number(month, 2), Number(day, 2))),
                _ => throw new FormatException(),
            };
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException($"{nameof(text)} must be a period such as 2026-11-21, 2026-W47, 2026-11, 2026-Q4 or 2026; got {text}", error);
        }

        int Year(string digits) => !isBefore ? Number(digits, 4) : Number(digits, 4) is > 0 and var year ? -year : throw new FormatException();

        static int Number(string digits, int length) => digits.Length == length
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new FormatException();
    }

    /// <summary>Returns the period after this one.</summary>
    /// <returns>The next period of the same unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is none before the end of the year 9999.</exception>
    public CalendarPeriod Next() => Plus(1);

    /// <summary>Returns the period a number of steps away.</summary>
    /// <param name="periods">The number of periods; a negative number goes back in time.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the calendar, whose years are −9998 to 9999.</exception>
    public CalendarPeriod Plus(int periods)
    {
        try
        {
            return new(Unit, Unit switch
            {
                CalendarUnit.Day => Start.PlusDays(periods),
                CalendarUnit.Week => Start.PlusWeeks(periods),
                CalendarUnit.Month => Start.PlusMonths(periods),
                CalendarUnit.Quarter => Start.PlusMonths(3 * periods),
                CalendarUnit.Year => Start.PlusYears(periods),
            });
        }
        catch (Exception overflow) when (overflow is OverflowException or ArgumentOutOfRangeException)
        {
            throw Guard.Outside(nameof(periods), $"must not lead from {this} beyond the years -9998 to 9999", periods);
        }
    }

    /// <summary>Returns whether a day lies in this period.</summary>
    /// <param name="date">A day, in the ISO calendar.</param>
    /// <returns><see langword="true"/> for the first and the last day and those between them.</returns>
    public bool Contains(LocalDate date) => Containing(Unit, date) == this;

    /// <inheritdoc cref="Contains(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public bool Contains(DateOnly date) => Contains(LocalDate.FromDateOnly(date));

    /// <summary>Compares periods by their first day; where two start together, the shorter one comes first.</summary>
    /// <param name="other">The period to compare with.</param>
    /// <returns>A negative number when this period comes first, 0 when both are equal, and a positive number otherwise.</returns>
    public int CompareTo(CalendarPeriod other) => Start.CompareTo(other.Start) is not 0 and int order ? order : Unit.CompareTo(other.Unit);

    /// <summary>The period's ISO-like name.</summary>
    /// <returns>Text such as <c>2026-11-21</c>, <c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</returns>
    public override string ToString() => Unit switch
    {
        CalendarUnit.Day => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}-{Start.Day:00}"),
        CalendarUnit.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{WeekYearRules.Iso.GetWeekYear(Start):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(Start):00}"),
        CalendarUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
        CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{(Start.Month + 2) / 3}"),
        CalendarUnit.Year => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}"),
    };
}
