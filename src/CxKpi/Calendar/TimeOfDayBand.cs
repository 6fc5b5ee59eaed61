using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>A part of the day of a fixed length, such as a half-hour or an hour, whatever the day: a key by which contacts are tallied.</summary>
/// <remarks>
/// The day is divided from midnight on; a band contains its start and not its end. Together with a day it is one interval of a contact centre, and a key of
/// two parts. On the days on which clocks change, an hour that occurs twice falls into the same bands twice, and one that is skipped into none.
/// <c>default</c> is no band.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<TimeOfDayBand>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct TimeOfDayBand : IComparable<TimeOfDayBand>, IJsonRecord<TimeOfDayBand>
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Creates the band.</summary>
    /// <param name="startMinute">The minute of the day at which it starts, from 0; a multiple of its length.</param>
    /// <param name="minutes">Its length, of which the day is a multiple: 5, 10, 15, 20, 30, 60, 120 minutes or another part of 1,440.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is no multiple of the length, or the start is no multiple of it within the day.</exception>
    public TimeOfDayBand(int startMinute, int minutes)
    {
        // "No band" looks like this when it comes back from JSON.
        if ((startMinute, minutes) == default)
        {
            return;
        }

        Minutes = Guard.Positive(minutes) <= MinutesOfDay && MinutesOfDay % minutes == 0
            ? minutes
            : throw Guard.Outside(nameof(minutes), "must be a part of the 1440 minutes of a day", minutes);
        StartMinute = Guard.InRange(startMinute, 0, MinutesOfDay - minutes) % minutes == 0
            ? startMinute
            : throw Guard.Outside(nameof(startMinute), string.Create(CultureInfo.InvariantCulture, $"must be a multiple of {minutes}"), startMinute);
    }

    /// <summary>The minute of the day at which the band starts.</summary>
    public int StartMinute { get; }

    /// <summary>The length of the band in minutes.</summary>
    public int Minutes { get; }

    /// <summary>The time of day at which the band starts.</summary>
    public LocalTime Start => LocalTime.FromMinutesSinceMidnight(StartMinute);

    /// <summary>The half-hour of an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The time zone of the service.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public static TimeOfDayBand HalfHour(Instant at, DateTimeZone zone) => Of(at, zone, 30);

    /// <summary>The hour of an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The time zone of the service.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public static TimeOfDayBand Hour(Instant at, DateTimeZone zone) => Of(at, zone, 60);

    /// <summary>The band of an instant; <see cref="Dates"/> makes instants of other types.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The time zone of the service.</param>
    /// <param name="minutes">The length of a band, of which the day is a multiple.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is no multiple of the length.</exception>
    public static TimeOfDayBand Of(Instant at, DateTimeZone zone, int minutes) => Of(Dates.In(Guard.NotNull(zone), at, nameof(at)).TimeOfDay, minutes);

    /// <summary>The band of a time of day.</summary>
    /// <param name="time">The time on the clock of the service.</param>
    /// <param name="minutes">The length of a band, of which the day is a multiple.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is no multiple of the length.</exception>
    public static TimeOfDayBand Of(LocalTime time, int minutes)
    {
        int minute = time.Hour * 60 + time.Minute;
        return new(minute - minute % Guard.Positive(minutes), minutes);
    }

    /// <inheritdoc cref="Of(LocalTime, int)"/>
    public static TimeOfDayBand Of(TimeOnly time, int minutes) => Of(LocalTime.FromTimeOnly(time), minutes);

    /// <summary>Compares bands by their start; where two start together, the shorter one comes first.</summary>
    /// <param name="other">The band to compare with.</param>
    /// <returns>A negative number when this band comes first, 0 when both are equal, and a positive number otherwise.</returns>
    public int CompareTo(TimeOfDayBand other) => (StartMinute, Minutes).CompareTo((other.StartMinute, other.Minutes));

    /// <summary>The start and the end on the clock.</summary>
    /// <returns>Text for display, such as <c>09:30–10:00</c>; the last band of a day ends at 24:00.</returns>
    public override string ToString() => this == default ? "–" : $"{Clock(StartMinute)}–{Clock(StartMinute + Minutes)}";

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    static TimeOfDayBand IJsonRecord<TimeOfDayBand>.Json(JsonMembers<TimeOfDayBand> json) => new(
        json.Value(nameof(StartMinute), x => x.StartMinute),
        json.Value(nameof(Minutes), x => x.Minutes));
}
