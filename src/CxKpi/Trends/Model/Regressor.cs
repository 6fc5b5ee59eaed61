using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi.Trends;

/// <summary>A known calendar effect, general or specific to a business, as one number per period: what a season alone does not explain.</summary>
/// <remarks>
/// A season repeats in the same period of every cycle. Events that move between periods must be described: Easter between March and April, Black Friday
/// between two weeks, holidays between weekdays, the number of weekends between months.
/// An effect is estimated from its occurrences. Three or four are needed; with fewer, the season or a single unusual period is mistaken for it.
/// Moving feasts are centred on their mean over 400 years, so that a season is what it is in an average year.
/// Sources: D. F. Findley et al., "New Capabilities and Methods of the X-12-ARIMA Seasonal-Adjustment Program", 1998 (windows around Easter, trading days, leap
/// Februaries); J. Meeus, "Astronomical Algorithms", 1991 (the date of Easter).
/// <para>Pitfalls: adjusting a rate for the length of a month, since only the mix of weekdays changes a rate (use trading days for it, and divide only totals
/// by days); adding a feast that never leaves its season, such as Christmas with months, since the season contains it already and its regressor is 0 throughout
/// or cannot be separated from the season.</para>
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

    /// <summary>The name by which results mention it; the names of the library's own regressors are translated in notices.</summary>
    public string Name => In(Phrases.English);

    /// <summary>
    /// Creates the effect of the days around Easter Sunday of the Western churches. It is useful for days, weeks and months, and for quarters when the effect
    /// begins in March.
    /// </summary>
    /// <param name="daysBefore">How many days before Easter Sunday the effect begins, from 0 to 180.</param>
    /// <param name="daysAfter">How many days after Easter Sunday it ends, from 0 to 180; 1 ends it on Easter Monday.</param>
    /// <returns>The share of the window's days that lie in the period, less its mean over the years.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days does not lie between 0 and 180.</exception>
    public static Regressor Easter(int daysBefore = 8, int daysAfter = 1) => Moving(
        words => words.Easter(daysBefore, daysAfter), CxKpi.Easter.Sunday, daysBefore, daysAfter);

    /// <summary>
    /// Creates the effect of the days around Black Friday, the day after the fourth Thursday of November.
    /// It is useful for days and weeks, and for months only when the window reaches December.
    /// </summary>
    /// <param name="daysBefore">How many days before that Friday the effect begins, from 0 to 180.</param>
    /// <param name="daysAfter">How many days after that Friday it ends, from 0 to 180; 3 ends it on Cyber Monday.</param>
    /// <returns>The share of the window's days that lie in the period, less its mean over the years.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of days does not lie between 0 and 180.</exception>
    public static Regressor BlackFriday(int daysBefore = 0, int daysAfter = 3) => Moving(
        words => words.BlackFriday(daysBefore, daysAfter), FridayAfterThanksgiving, daysBefore, daysAfter);

    /// <summary>
    /// Creates the effect of days of one kind, such as public holidays, strikes or releases.
    /// It is useful for days, and for longer periods as the number of such days in them.
    /// </summary>
    /// <param name="name">The name, such as <c>public holidays</c>.</param>
    /// <param name="dates">The days, in any order; a day named twice counts once.</param>
    /// <returns>The regressor: the number of those days that lie in the period.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Regressor Dates(string name, IEnumerable<LocalDate> dates)
    {
        Guard.NotBlank(name);
        LocalDate[] days = [.. Guard.NotNull(dates).Select(day => CalendarGuard.Iso(day, nameof(dates))).Distinct().Order()];
        return new(_ => name, period => Within(period.Start, period.End), Within);

        int Within(LocalDate from, LocalDate to) => Math.Max(0, Upto(to) - Upto(from.PlusDays(-1)));
        int Upto(LocalDate day) => Array.BinarySearch(days, day) is var index && index >= 0 ? index + 1 : ~index;
    }

    /// <inheritdoc cref="Dates(string, IEnumerable{LocalDate})"/>
    [OverloadResolutionPriority(-1)]
    public static Regressor Dates(string name, IEnumerable<DateOnly> dates) => Dates(name, Guard.NotNull(dates).Select(LocalDate.FromDateOnly));

    /// <summary>Creates the effect of a stretch of days, such as a campaign. It is useful for all units; a period covered in part gets its share.</summary>
    /// <param name="name">The name.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; not before the first.</param>
    /// <returns>The regressor: the share of the period's days that lie inside the stretch, from 0 to 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank, or the first day lies after the last.</exception>
    public static Regressor Window(string name, LocalDate from, LocalDate to)
    {
        Guard.NotBlank(name);
        return CalendarGuard.Iso(from) <= CalendarGuard.Iso(to)
            ? new(_ => name, period => PeriodCount.CommonDays(period.Start, period.End, from, to) / (double)Days(period), null)
            : throw new ArgumentException($"{nameof(from)} must not lie after {nameof(to)} ({to:uuuu-MM-dd}); got {from:uuuu-MM-dd}", nameof(from));
    }

    /// <inheritdoc cref="Window(string, LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public static Regressor Window(string name, DateOnly from, DateOnly to) => Window(name, LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to));

    /// <summary>
    /// Creates the effect of working days against weekend days. It is useful for months and quarters;
    /// all weeks are alike, and for days the weekday is the season.
    /// </summary>
    /// <returns>The regressor: the days from Monday to Friday less 5/2 of Saturdays and Sundays, which is 0 in a whole number of weeks.</returns>
    public static Regressor TradingDays() => new(words => words.TradingDays, ExcessOfWorkingDays, null);

    /// <summary>Creates the effect of the length of February. It is useful for totals by month, quarter or year; it hardly affects rates and means.</summary>
    /// <returns>The regressor: the days of the February in the period less 28.25, the mean; 0 in other periods, and for days and weeks.</returns>
    public static Regressor LeapFebruary() => new(words => words.LeapFebruary, ExcessOfFebruary, LeapDays);

    /// <summary>The value of the regressor in a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The value, finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period does not lie in the years 1 to 9998, in which feasts can be counted.</exception>
    public double ValueIn(CalendarPeriod period) => period.Start.Year >= 1 && period.End.Year <= 9998
        ? value(period)
        : throw Guard.Outside(nameof(period), "must lie in the years 1 to 9998", period);

    /// <summary>The name.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Name);

    /// <summary>The name in a language; a name given by a caller is the same in all languages.</summary>
    internal string In(Phrases words) => name(words);

    /// <summary>
    /// How often the event occurs in a number of periods; <see langword="null"/> where that does not matter:
    /// every period has trading days, and a stretch of days occurs once by definition.
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
