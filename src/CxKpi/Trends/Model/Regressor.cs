using NodaTime;

namespace CxKpi.Trends;

/// <summary>A known effect of the calendar, or of the house's own calendar, as one figure per period: what a season alone does not explain.</summary>
/// <remarks>
/// A season repeats in the same period of every cycle. What moves between periods must be told: Easter between March and April, Black Friday between two weeks,
/// holidays between weekdays, the number of weekends between months.
/// An effect is estimated from its occurrences: three or four are needed, and with fewer the season or a single odd period takes their place.
/// Moving feasts are centred on their mean over 400 years, so that a season is what it is in a mean year.
/// Sources: D. F. Findley et al., "New Capabilities and Methods of the X-12-ARIMA Seasonal-Adjustment Program", 1998 (windows around Easter, trading days, leap
/// Februaries);
/// J. Meeus, "Astronomical Algorithms", 1991 (the date of Easter).
/// <para>Pitfalls: a rate is moved by the mix of weekdays, never by the length of a month; trading days are for it, dividing by days is for totals.
/// A feast that never leaves its season, such as Christmas in months, is in the season already, and its regressor is 0 throughout or not to be told
/// apart.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class Regressor
{
    // Longer windows would run into those of the year before.
    private const int LongestReach = 180;

    private readonly Func<Phrases, string> name;
    private readonly Func<CalendarPeriod, double> value;
    private readonly Func<LocalDate, LocalDate, int>? occurrences;

    private Regressor(Func<Phrases, string> name, Func<CalendarPeriod, double> value, Func<LocalDate, LocalDate, int>? occurrences)
    {
        this.name = name;
        this.value = value;
        this.occurrences = occurrences;
    }

    /// <summary>The name by which results mention it; those of the library are translated in the notices of other languages.</summary>
    public string Name => In(Phrases.English);

    /// <summary>The days around Easter Sunday of the Western churches. Useful for days, weeks and months, and for quarters when sales begin in March.</summary>
    /// <param name="daysBefore">How many days before Easter Sunday the effect begins, from 0 to 180.</param>
    /// <param name="daysAfter">How many days after Easter Sunday it ends, from 0 to 180; 1 ends it on Easter Monday.</param>
    /// <returns>The share of the window's days that lie in the period, less its mean over the years.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days does not lie between 0 and 180.</exception>
    public static Regressor Easter(int daysBefore = 8, int daysAfter = 1) => Moving(
        words => words.Easter(daysBefore, daysAfter), CxKpi.Easter.Sunday, daysBefore, daysAfter);

    /// <summary>
    /// The days around Black Friday, the day after the fourth Thursday of November. Useful for days and weeks; in months only when the window reaches December.
    /// </summary>
    /// <param name="daysBefore">How many days before that Friday the effect begins, from 0 to 180.</param>
    /// <param name="daysAfter">How many days after that Friday it ends, from 0 to 180; 3 ends it on Cyber Monday.</param>
    /// <returns>The share of the window's days that lie in the period, less its mean over the years.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days does not lie between 0 and 180.</exception>
    public static Regressor BlackFriday(int daysBefore = 0, int daysAfter = 3) => Moving(
        words => words.BlackFriday(daysBefore, daysAfter), FridayAfterThanksgiving, daysBefore, daysAfter);

    /// <summary>
    /// Days of one kind, such as public holidays, strikes or releases. Useful for days, and for longer periods as the number of such days in them.
    /// </summary>
    /// <param name="name">The name, such as <c>public holidays</c>.</param>
    /// <param name="dates">The days, in any order; a day named twice counts once.</param>
    /// <returns>The number of those days that lie in the period.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Regressor Dates(string name, IEnumerable<LocalDate> dates)
    {
        Guard.NotBlank(name);
        LocalDate[] days = [.. Guard.NotNull(dates).Distinct().Order()];
        return new(_ => name, period => Within(period.Start, period.End), Within);

        int Within(LocalDate from, LocalDate to) => Math.Max(0, Upto(to) - Upto(from.PlusDays(-1)));
        int Upto(LocalDate day) => Array.BinarySearch(days, day) is var index && index >= 0 ? index + 1 : ~index;
    }

    /// <summary>A stretch of days, such as a campaign. Useful for all units: a period that it covers in part gets its part.</summary>
    /// <param name="name">The name.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; not before the first.</param>
    /// <returns>The share of the period's days that lie inside, from 0 to 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank, or the first day lies after the last.</exception>
    public static Regressor Window(string name, LocalDate from, LocalDate to)
    {
        Guard.NotBlank(name);
        return from <= to
            ? new(_ => name, period => PeriodCount.CommonDays(period.Start, period.End, from, to) / (double)Days(period), null)
            : throw new ArgumentException($"{nameof(from)} must not lie after {nameof(to)} ({to:uuuu-MM-dd}); got {from:uuuu-MM-dd}", nameof(from));
    }

    /// <summary>Working days against weekend days. Useful for months and quarters; every week is alike, and for days the weekday is the season.</summary>
    /// <returns>Days from Monday to Friday, less 5/2 of Saturdays and Sundays: 0 in a whole number of weeks.</returns>
    public static Regressor TradingDays() => new(words => words.TradingDays, ExcessOfWorkingDays, null);

    /// <summary>The length of February. Useful for totals by month, quarter or year; rates and means seldom feel it.</summary>
    /// <returns>The days of the February in the period less 28.25, the mean; 0 in other periods, and for days and weeks.</returns>
    public static Regressor LeapFebruary() => new(words => words.LeapFebruary, ExcessOfFebruary, LeapDays);

    /// <summary>The regressor's figure in a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The figure, finite.</returns>
    public double ValueIn(CalendarPeriod period) => value(period);

    /// <summary>The name.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Name);

    /// <summary>The name in a language; one that a caller gave is the same in all.</summary>
    internal string In(Phrases words) => name(words);

    /// <summary>
    /// How often it occurs in a number of periods; <see langword="null"/> where that does not count:
    /// every period has trading days, and a window is single by nature.
    /// </summary>
    internal int? Occurrences(CalendarPeriod first, int count) => count == 0 ? 0 : occurrences?.Invoke(first.Start, first.Plus(count - 1).End);

    private static Regressor Moving(Func<Phrases, string> name, Func<int, LocalDate> feast, int daysBefore, int daysAfter)
    {
        MovingWindow window = new(feast, Guard.InRange(daysBefore, 0, LongestReach), Guard.InRange(daysAfter, 0, LongestReach));
        return new(name, window.Centred, window.Occurrences);
    }

    private static LocalDate FridayAfterThanksgiving(int year)
    {
        LocalDate first = new(year, 11, 1);
        return first.PlusDays((IsoDayOfWeek.Thursday - first.DayOfWeek + 7) % 7 + 22);
    }

    private static double ExcessOfWorkingDays(CalendarPeriod period)
    {
        // Whole weeks cancel; what is left is walked.
        int rest = Days(period) % 7, weekend = 0;
        for (int i = 0; i < rest; i++)
        {
            weekend += period.Start.PlusDays(i).DayOfWeek >= IsoDayOfWeek.Saturday ? 1 : 0;
        }

        return rest - weekend - 2.5 * weekend;
    }

    private static double ExcessOfFebruary(CalendarPeriod period)
    {
        LocalDate february = new(period.Start.Year, 2, 1);
        return period.Unit >= CalendarUnit.Month && period.Contains(february)
            ? CalendarSystem.Iso.GetDaysInMonth(february.Year, 2) - 28.25
            : 0;
    }

    private static int LeapDays(LocalDate from, LocalDate to) => Enumerable.Range(from.Year, to.Year - from.Year + 1)
        .Count(year => CalendarSystem.Iso.IsLeapYear(year) && new LocalDate(year, 2, 29) is var day && day >= from && day <= to);

    private static int Days(CalendarPeriod period) => PeriodCount.Days(period.Start, period.End) + 1;
}
