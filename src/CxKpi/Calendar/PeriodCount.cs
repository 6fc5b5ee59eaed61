using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Counts periods of one unit.</summary>
internal static class PeriodCount
{
    // The days of 54 years, and so many years that quarters do not pass by being few.
    private const int Most = 20_000, MostYears = 1000;

    /// <summary>The number of steps from one period to another of the same unit; negative when the other is earlier.</summary>
    internal static int Between(CalendarPeriod from, CalendarPeriod to) => from.Unit switch
    {
        CalendarUnit.Day => Days(from.Start, to.Start),
        CalendarUnit.Week => Days(from.Start, to.Start) / 7,
        CalendarUnit.Month => Months(from.Start, to.Start),
        CalendarUnit.Quarter => Months(from.Start, to.Start) / 3,
        CalendarUnit.Year => to.Start.Year - from.Start.Year,
    };

    /// <summary>The days that two spans of days, both ends included, have in common.</summary>
    internal static int CommonDays(LocalDate start, LocalDate end, LocalDate otherStart, LocalDate otherEnd) =>
        Math.Max(0, Days(LocalDate.Max(start, otherStart), LocalDate.Min(end, otherEnd)) + 1);

    /// <summary>The day some days after another, or the last day that the calendar has.</summary>
    internal static LocalDate After(LocalDate day, int days) =>
        Days(day, LocalDate.MaxIsoValue) > days ? day.PlusDays(days) : LocalDate.MaxIsoValue;

    /// <summary>The day some days before another, or the first day that the calendar has.</summary>
    internal static LocalDate Before(LocalDate day, int days) =>
        Days(LocalDate.MinIsoValue, day) > days ? day.PlusDays(-days) : LocalDate.MinIsoValue;

    internal static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    /// <summary>The number of periods from one to another, both included, each of which is to be held; both must have the unit of
    /// <paramref name="first"/>.</summary>
    internal static int Through(CalendarPeriod first, CalendarPeriod from, CalendarPeriod to)
    {
        InOrder(first, from, to);
        return WithoutGaps(from, to, nameof(to));
    }

    /// <summary>The number of periods from one to another, where a date that stands for none would make thousands or millions.</summary>
    internal static int WithoutGaps(CalendarPeriod first, CalendarPeriod last, string name)
    {
        int count = Between(first, last) + 1;
        return count <= Most && last.Start.Year - first.Start.Year <= MostYears
            ? count
            : throw new ArgumentException(
                FormattableString.Invariant($"{name} must not span more than {Most} periods or {MostYears} years, as from {first.Start:uuuu-MM-dd}")
                    + FormattableString.Invariant($" to {last.End:uuuu-MM-dd}: leave out what has a date that stands for none"),
                name);
    }

    /// <summary>Checks that so many periods from a first one on end before the calendar does.</summary>
    internal static CalendarPeriod WithRoom(CalendarPeriod first, int count, [CallerArgumentExpression(nameof(first))] string name = "") =>
        count - 1 <= Between(first, CalendarPeriod.Containing(first.Unit, LocalDate.MaxIsoValue))
            ? first
            : throw Guard.Outside(name, FormattableString.Invariant($"must leave room for {count} periods before the year 10000"), first);

    /// <summary>The positions of the periods from one to another, with the end excluded.</summary>
    internal static (int Start, int End) Clip(CalendarPeriod first, int count, CalendarPeriod from, CalendarPeriod to)
    {
        InOrder(first, from, to);
        return Clip(count, Between(first, from), Between(first, to) + 1);
    }

    /// <summary>The positions of the periods that lie wholly between two days, with the end excluded.</summary>
    internal static (int Start, int End) Clip(CalendarPeriod first, int count, LocalDate from, LocalDate to)
    {
        if (CalendarGuard.Iso(from) > CalendarGuard.Iso(to))
        {
            throw new ArgumentException($"{nameof(from)} must not lie after {nameof(to)} ({to:uuuu-MM-dd}); got {from:uuuu-MM-dd}", nameof(from));
        }

        CalendarPeriod early = CalendarPeriod.Containing(first.Unit, from, nameof(from)), late = CalendarPeriod.Containing(first.Unit, to, nameof(to));
        return Clip(count, Between(first, early) + (early.Start < from ? 1 : 0), Between(first, late) + (late.End > to ? 0 : 1));
    }

    private static (int Start, int End) Clip(int count, int start, int end)
    {
        int from = Math.Clamp(start, 0, count);
        return (from, Math.Clamp(end, from, count));
    }

    private static void InOrder(CalendarPeriod first, CalendarPeriod from, CalendarPeriod to)
    {
        CalendarGuard.OfUnit(from, first.Unit);
        CalendarGuard.OfUnit(to, first.Unit);
        if (from.CompareTo(to) > 0)
        {
            throw new ArgumentException($"{nameof(from)} must not lie after {nameof(to)} ({to}); got {from}", nameof(from));
        }
    }

    private static int Months(LocalDate from, LocalDate to) => 12 * (to.Year - from.Year) + to.Month - from.Month;
}
