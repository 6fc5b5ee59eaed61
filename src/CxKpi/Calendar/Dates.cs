using NodaTime;
using NodaTime.TimeZones;

namespace CxKpi;

/// <summary>Turns the times of the base class library into instants, where it must be said which time zone they are in.</summary>
/// <remarks>
/// A <see cref="DateTime"/> that comes from a database mostly has no kind: it does not say whether it is in UTC. The methods named <c>FromUtc</c> and
/// <c>FromLocal</c> say so for it. <see cref="From(DateTime)"/> takes only what says so itself. A missing time stays missing.
/// </remarks>
public static class Dates
{
    /// <summary>Reads a time that is in UTC; one without a kind is taken as UTC.</summary>
    /// <param name="time">The time, such as a column that holds UTC.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is local, so that the time is not in UTC.</exception>
    public static Instant FromUtc(DateTime time) => FromUtc(time, nameof(time));

    /// <summary>The same for a caller who knows the time by another name.</summary>
    internal static Instant FromUtc(DateTime time, string name) => time.Kind == DateTimeKind.Local
        ? throw Guard.Outside(name, "must be in UTC or without a kind, but its kind is local", Text(time))
        : Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    /// <summary>Reads a time that is in UTC; one without a kind is taken as UTC.</summary>
    /// <param name="time">The time; <see langword="null"/> when it is missing.</param>
    /// <returns>The instant; <see langword="null"/> when the time is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is local, so that the time is not in UTC.</exception>
    public static Instant? FromUtc(DateTime? time) => FromUtc(time, nameof(time));

    /// <inheritdoc cref="FromUtc(DateTime, string)"/>
    internal static Instant? FromUtc(DateTime? time, string name) => time is { } known ? FromUtc(known, name) : null;

    /// <summary>Reads the time of a clock on the wall in a time zone.</summary>
    /// <param name="time">The time, without a kind.</param>
    /// <param name="zone">The time zone of the clock.</param>
    /// <returns>The instant. Where clocks go back and show a time twice, it is the first; where they skip a time, it is moved on by as much.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time has a kind, which says another zone, or is the last that there is.</exception>
    public static Instant FromLocal(DateTime time, DateTimeZone zone)
    {
        Guard.NotNull(zone);
        if (DateTime.MaxValue - time < TimeSpan.FromDays(2))
        {
            throw Guard.Outside(nameof(time), "must not be the last time that there is, which mostly stands for none", Text(time));
        }

        return time.Kind == DateTimeKind.Unspecified
            ? LocalDateTime.FromDateTime(time).InZoneLeniently(zone).ToInstant()
            : throw Guard.Outside(nameof(time), $"must be without a kind, but its kind is {time.Kind}", Text(time));
    }

    /// <summary>Reads the time of a clock on the wall in a time zone.</summary>
    /// <param name="time">The time, without a kind; <see langword="null"/> when it is missing.</param>
    /// <param name="zone">The time zone of the clock.</param>
    /// <returns>The instant, as of <see cref="FromLocal(DateTime, DateTimeZone)"/>; <see langword="null"/> when the time is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time has a kind, which says another zone, or is the last that there is.</exception>
    public static Instant? FromLocal(DateTime? time, DateTimeZone zone) => time is { } known ? FromLocal(known, Guard.NotNull(zone)) : null;

    /// <summary>Reads a time that says its own distance from UTC.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The instant.</returns>
    public static Instant From(DateTimeOffset time) => Instant.FromDateTimeOffset(time);

    /// <summary>Reads a time that says its own distance from UTC.</summary>
    /// <param name="time">The time; <see langword="null"/> when it is missing.</param>
    /// <returns>The instant; <see langword="null"/> when the time is.</returns>
    public static Instant? From(DateTimeOffset? time) => time is { } known ? From(known) : null;

    /// <summary>Reads a time whose kind says that it is in UTC, or in the time zone of this machine.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time has no kind: use <see cref="FromUtc(DateTime)"/> or
    /// <see cref="FromLocal(DateTime, DateTimeZone)"/>.</exception>
    public static Instant From(DateTime time) => From(time, nameof(time));

    /// <summary>The same for a caller who knows the time by another name.</summary>
    internal static Instant From(DateTime time, string name) => time.Kind != DateTimeKind.Unspecified
        ? Instant.FromDateTimeUtc(time.ToUniversalTime())
        : throw Guard.Outside(name, NoKind, Text(time));

    /// <summary>Reads a time whose kind says that it is in UTC, or in the time zone of this machine.</summary>
    /// <param name="time">The time; <see langword="null"/> when it is missing.</param>
    /// <returns>The instant; <see langword="null"/> when the time is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time has no kind: use <see cref="FromUtc(DateTime?)"/> or
    /// <see cref="FromLocal(DateTime?, DateTimeZone)"/>.</exception>
    public static Instant? From(DateTime? time) => From(time, nameof(time));

    /// <inheritdoc cref="From(DateTime, string)"/>
    internal static Instant? From(DateTime? time, string name) => time is { } known ? From(known, name) : null;

    /// <summary>Takes the rules of a time zone of the base class library.</summary>
    /// <param name="zone">The time zone.</param>
    /// <returns>The same time zone, for methods that ask for one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public static DateTimeZone Zone(TimeZoneInfo zone) => BclDateTimeZone.FromTimeZoneInfo(Guard.NotNull(zone));

    /// <summary>Reads the time of one row among many; the message names its position when it has no kind.</summary>
    internal static Instant From(DateTime time, long position, string rows) =>
        time.Kind == DateTimeKind.Unspecified ? throw Guard.OutsideAt(position, rows, NoKind, Text(time)) : From(time);

    /// <summary>The local time of one row among many; the message names its position when no calendar has it.</summary>
    internal static LocalDateTime In(DateTimeZone zone, Instant instant, long position, string rows) => IsInEveryZone(instant)
        ? instant.InZone(zone).LocalDateTime
        : throw Guard.OutsideAt(position, rows, "must not hold the first or the last time that there is, which mostly stands for none", instant);

    /// <summary>The time on the clocks of a zone.</summary>
    internal static LocalDateTime In(DateTimeZone zone, Instant instant, string name) => IsInEveryZone(instant)
        ? instant.InZone(zone).LocalDateTime
        : throw Guard.Outside(name, "must not be the first or the last time that there is, which mostly stands for none", instant);

    /// <summary>The last day that had ended at an instant.</summary>
    internal static LocalDate LastDayBefore(Instant instant, DateTimeZone zone) => IsInEveryZone(instant) ? instant.InZone(zone).Date.PlusDays(-1)
        : instant > NodaConstants.UnixEpoch ? LocalDate.MaxIsoValue
        : LocalDate.MinIsoValue;

    // Zones are at most 18 hours from UTC.
    private static bool IsInEveryZone(Instant instant) =>
        instant > Instant.MinValue + Duration.FromDays(2) && instant < Instant.MaxValue - Duration.FromDays(2);

    internal const string NoKind = "must say whether a time is in UTC: write Dates.FromUtc(time) if it is, or Dates.FromLocal(time, zone)";

    private static string Text(DateTime time) => time.ToString("s", System.Globalization.CultureInfo.InvariantCulture);
}
