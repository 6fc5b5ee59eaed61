using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>A window of days around a feast whose date changes from year to year.</summary>
internal sealed class MovingWindow(Func<int, LocalDate> feast, int daysBefore, int daysAfter)
{
    // One cycle of the Gregorian calendar, after which leap years and weekdays repeat.
    private const int FirstYear = 1900, Years = 400;

    private readonly Lazy<double[]>[] means =
    [
        .. Enum.GetValues<CalendarUnit>().Select(unit => new Lazy<double[]>(() => Means(unit, feast, daysBefore, daysAfter))),
    ];

    /// <summary>The share of the window's days that lie in the period, less its mean over the years in periods of that season.</summary>
    internal double Centred(CalendarPeriod period) => Share(period) - means[(int)period.Unit].Value[Season.Of(period).Number];

    /// <summary>How many windows begin between two days, both included.</summary>
    internal int Occurrences(LocalDate from, LocalDate to) =>
        Enumerable.Range(from.Year - 1, to.Year - from.Year + 3).Count(year => Start(year) is var start && start >= from && start <= to);

    private double Share(CalendarPeriod period)
    {
        double share = 0;
        LocalDate end = period.End;
        for (int year = period.Start.Year - 1; year <= end.Year + 1; year++)
        {
            share += PeriodCount.CommonDays(period.Start, end, Start(year), PeriodCount.After(feast(year), daysAfter));
        }

        return share / (daysBefore + daysAfter + 1);
    }

    private LocalDate Start(int year) => feast(year).PlusDays(-daysBefore);

    private static double[] Means(CalendarUnit unit, Func<int, LocalDate> feast, int daysBefore, int daysAfter)
    {
        double[] days = new double[Season.CycleOf(unit) + 1], periods = new double[days.Length];
        CalendarPeriod last = CalendarPeriod.Containing(unit, new LocalDate(FirstYear + Years, 1, 1).PlusDays(-1));
        for (CalendarPeriod period = CalendarPeriod.Containing(unit, new LocalDate(FirstYear, 1, 1)); period.CompareTo(last) <= 0; period = period.Next())
        {
            periods[Season.Of(period).Number]++;
        }

        for (int year = FirstYear; year < FirstYear + Years; year++)
        {
            for (int day = -daysBefore; day <= daysAfter; day++)
            {
                days[Season.Of(CalendarPeriod.Containing(unit, feast(year).PlusDays(day))).Number]++;
            }
        }

        return [.. days.Zip(periods, (inside, count) => count == 0 ? 0 : inside / count / (daysBefore + daysAfter + 1))];
    }
}
