using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>When a service works: opening hours of a week in a time zone, and holidays. It turns elapsed time into working time.</summary>
/// <remarks>
/// Hours are those of clocks on the wall; where clocks are put forward or back within opening hours, that day has an hour less or more.
/// A time that is skipped is taken as much later, one that occurs twice as its first occurrence. On a holiday no opening hours begin; those of the night before
/// end as usual.
/// <para>Pitfalls: comparing figures in working time with those in elapsed time; stopping the clock while a customer is asked something, which makes a slow
/// service look fast and is a promise to oneself only.</para>
/// <example>Open on weekdays from 9 to 17: a ticket of Friday 16:00 that is answered on Monday at 10:00 took 2 working hours.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<BusinessCalendar>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class BusinessCalendar : IJsonRecord<BusinessCalendar>
{
    private const long TicksPerDay = NodaConstants.TicksPerDay, TicksPerWeek = 7 * TicksPerDay;

    /// <summary>The longest time whose working time is counted, day by day; what seems longer has no end, or one that stands for none.</summary>
    internal static readonly Duration Century = Duration.FromDays(36_525);

    private static readonly Duration Longest = Duration.FromDays(3650);

    // Between these, no zone carries a time beyond the first or the last day that there is.
    private static readonly Instant Earliest = Instant.MinValue + Duration.FromDays(3), Latest = Instant.MaxValue - Duration.FromDays(3);

    private static readonly LocalDate LastDay = LocalDate.MaxIsoValue.PlusDays(-2);

    private readonly ILookup<IsoDayOfWeek, OpeningHours> hours;
    private readonly HashSet<LocalDate> holidays;

    /// <summary>Creates the calendar.</summary>
    /// <param name="zone">The time zone of the hours.</param>
    /// <param name="hours">The opening hours of the week, at least one and none that overlap; a day may have several.</param>
    /// <param name="holidays">The days on which no opening hours begin, in the ISO calendar; none when <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> or <paramref name="hours"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no opening hours, some overlap, one has no day, or a holiday is not in the ISO calendar.</exception>
    public BusinessCalendar(DateTimeZone zone, IEnumerable<OpeningHours> hours, IEnumerable<LocalDate>? holidays = null)
    {
        Zone = Guard.NotNull(zone);
        Hours = [.. Guard.NotNull(hours).OrderBy(StartOf)];
        RequireSound(Hours);
        this.hours = Hours.ToLookup(opening => opening.Day);
        this.holidays = [.. (holidays ?? []).Select(day => CalendarGuard.Iso(day, nameof(holidays)))];
    }

    /// <summary>The time zone of the hours.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The opening hours of the week, in order.</summary>
    public IReadOnlyList<OpeningHours> Hours { get; }

    /// <summary>The days on which no opening hours begin, in order.</summary>
    public IReadOnlyList<LocalDate> Holidays => [.. holidays.Order()];

    /// <summary>Creates the calendar of a service that works the same hours from Monday to Friday.</summary>
    /// <param name="zone">The time zone of the hours.</param>
    /// <param name="from">The time at which the service opens.</param>
    /// <param name="to">The time at which it closes.</param>
    /// <param name="holidays">The days on which it does not open; none when <see langword="null"/>.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A holiday is not in the ISO calendar.</exception>
    public static BusinessCalendar Weekdays(DateTimeZone zone, LocalTime from, LocalTime to, IEnumerable<LocalDate>? holidays = null) => new(
        zone,
        Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(day => new OpeningHours((IsoDayOfWeek)day, from, to)),
        holidays);

    /// <summary>Whether the service works at an instant; it does when it opens, and does not any more when it closes.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns><see langword="true"/> within opening hours.</returns>
    public bool IsOpen(Instant instant)
    {
        return OpeningsFrom(DayBefore(instant)).TakeWhile(opening => opening.Start <= instant).Any(opening => opening.Contains(instant));
    }

    /// <summary>Calculates how much of the time between two instants lies within opening hours.</summary>
    /// <param name="from">The earlier instant.</param>
    /// <param name="to">The later instant.</param>
    /// <returns>The working time, not negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The later instant lies before the earlier one, or more than a hundred years after it.</exception>
    public Duration WorkingTime(Instant from, Instant to)
    {
        _ = to >= from ? to : throw Guard.Outside(nameof(to), "must not lie before the beginning", to);
        _ = to - from <= Century ? to : throw Guard.Outside(nameof(to), "must not lie more than a hundred years after the beginning", to);
        Duration total = Duration.Zero;
        foreach (Interval opening in OpeningsFrom(DayBefore(from)).TakeWhile(opening => opening.Start < to))
        {
            total += Shared(opening, from, to);
        }

        return total;
    }

    /// <summary>Calculates the same, with pauses in which the clock is stopped, such as "waiting for the customer".</summary>
    /// <param name="from">The earlier instant.</param>
    /// <param name="to">The later instant.</param>
    /// <param name="pauses">The pauses in any order; they may overlap each other, and lie outside of opening hours and of the time asked for.</param>
    /// <returns>The working time without the pauses, not negative.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The later instant lies before the earlier one, or more than a hundred years after it.</exception>
    public Duration WorkingTime(Instant from, Instant to, IEnumerable<Interval> pauses)
    {
        Duration total = WorkingTime(from, to);
        Instant counted = from;
        foreach (Interval pause in Guard.NotNull(pauses).OrderBy(pause => pause.HasStart ? pause.Start : Instant.MinValue))
        {
            Instant start = pause.HasStart ? Instant.Max(counted, pause.Start) : counted, end = pause.HasEnd ? Instant.Min(to, pause.End) : to;
            if (start < end)
            {
                total -= WorkingTime(start, end);
                counted = end;
            }
        }

        return total;
    }

    /// <summary>Finds the first instant at which so much working time has passed: when something is due.</summary>
    /// <param name="from">The instant from which time counts.</param>
    /// <param name="working">The working time allowed; not negative, not more than ten years.</param>
    /// <returns>The instant; <paramref name="from"/> itself when no time is allowed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or more than ten years.</exception>
    public Instant Due(Instant from, Duration working)
    {
        _ = Guard.NotNegative(working) <= Longest ? working : throw Guard.Outside(nameof(working), "must not exceed ten years", working);
        if (working == Duration.Zero)
        {
            return from;
        }

        Duration left = working;
        foreach (Interval opening in OpeningsFrom(DayBefore(from)))
        {
            Duration here = Shared(opening, from, opening.End);
            if (here >= left)
            {
                return Instant.Max(from, opening.Start) + left;
            }

            left -= here;
        }

        throw Guard.Outside(nameof(working), "must be reached before the calendar ends", working);
    }

    /// <summary>The calendar as invariant text.</summary>
    /// <returns>Text for display, such as <c>Europe/Paris: Monday 09:00-17:00, Tuesday 09:00-17:00; 2 holidays</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Zone.Id}: {string.Join(", ", Hours)}; {holidays.Count} holidays");

    private static Duration Shared(Interval opening, Instant from, Instant to)
    {
        Instant start = Instant.Max(opening.Start, from), end = Instant.Min(opening.End, to);
        return start < end ? end - start : Duration.Zero;
    }

    /// <summary>The opening hours from a day on, in order.</summary>
    /// <remarks>Where clocks that are put forward push the end of one beyond the beginning of the next, that time counts once.</remarks>
    private IEnumerable<Interval> OpeningsFrom(LocalDate first)
    {
        Instant counted = Instant.MinValue;
        for (LocalDate day = first; day < LastDay; day = day.PlusDays(1))
        {
            foreach (Interval opening in Openings(day))
            {
                Instant start = Instant.Max(counted, opening.Start);
                if (start < opening.End)
                {
                    yield return new(start, opening.End);
                    counted = opening.End;
                }
            }
        }
    }

    private IEnumerable<Interval> Openings(LocalDate day)
    {
        if (holidays.Contains(day))
        {
            yield break;
        }

        foreach (OpeningHours opening in hours[day.DayOfWeek])
        {
            Instant start = At(day + opening.From), end = At((opening.To > opening.From ? day : day.PlusDays(1)) + opening.To);

            // A day that a change of the date line leaves out begins nowhere.
            if (start < end && start.InZone(Zone).Date == day)
            {
                yield return new(start, end);
            }
        }
    }

    /// <summary>The day before that of an instant, as its opening hours may end on it; the first of the calendar where there is none before.</summary>
    private LocalDate DayBefore(Instant instant) =>
        instant < Earliest ? LocalDate.MinIsoValue.PlusDays(1) : Instant.Min(instant, Latest).InZone(Zone).Date.PlusDays(-1);

    private Instant At(LocalDateTime time) => Zone.AtLeniently(time).ToInstant();

    private static long StartOf(OpeningHours opening) => ((int)opening.Day - 1) * TicksPerDay + opening.From.TickOfDay;

    private static long LengthOf(OpeningHours opening) => opening.To.TickOfDay - opening.From.TickOfDay + (opening.To > opening.From ? 0 : TicksPerDay);

    private static void RequireSound(IReadOnlyList<OpeningHours> hours)
    {
        if (hours.Count == 0)
        {
            throw new ArgumentException($"{nameof(hours)} must hold at least one, or no working time ever passes", nameof(hours));
        }

        for (int i = 0; i < hours.Count; i++)
        {
            _ = hours[i].Day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
                ? hours[i].Day
                : throw new ArgumentException($"{nameof(hours)} must have a day of the week, but {hours[i]} has none", nameof(hours));
            OpeningHours next = hours[(i + 1) % hours.Count];
            long start = StartOf(next) + (i + 1 < hours.Count ? 0 : TicksPerWeek);
            if (StartOf(hours[i]) + LengthOf(hours[i]) > start)
            {
                throw new ArgumentException($"{nameof(hours)} must not overlap, but {hours[i]} and {next} do", nameof(hours));
            }
        }
    }

    static BusinessCalendar IJsonRecord<BusinessCalendar>.Json(JsonMembers<BusinessCalendar> json) => new(
        ZoneOf(json.Text(nameof(Zone), x => x.Zone.Id)),
        json.Records(nameof(Hours), x => x.Hours),
        json.Values(nameof(Holidays), x => x.Holidays));

    // A zone of another source has a name that a reader does not know.
    private static DateTimeZone ZoneOf(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
        ?? throw new ArgumentException($"{nameof(Zone)} must be of the time zone database, such as Europe/Paris, to stand in JSON; got {zone}", nameof(zone));
}
