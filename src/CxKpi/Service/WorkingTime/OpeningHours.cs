using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The hours of one day of the week in which somebody works.</summary>
/// <param name="Day">The day of the week on which they begin.</param>
/// <param name="From">The time at which they begin.</param>
/// <param name="To">The time at which they end; a time that is not later than the beginning is one of the next day, such as midnight.</param>
[JsonConverter(typeof(RecordJsonConverter<OpeningHours>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct OpeningHours(IsoDayOfWeek Day, LocalTime From, LocalTime To) : IJsonRecord<OpeningHours>
{
    /// <summary>The day of the week on which they begin; a named value.</summary>
    public IsoDayOfWeek Day { get; init => field = Guard.Defined(value, nameof(Day)); } = Guard.Defined(Day);

    /// <summary>The hours as invariant text.</summary>
    /// <returns>Text for display, such as <c>Monday 09:00-17:30</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day} {Shown(From)}-{Shown(To)}");

    private static string Shown(LocalTime time) =>
        time.ToString(time.TickOfDay % NodaConstants.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFFFF", CultureInfo.InvariantCulture);

    static OpeningHours IJsonRecord<OpeningHours>.Json(JsonMembers<OpeningHours> json) => new(
        json.Value(nameof(Day), x => x.Day),
        json.Value(nameof(From), x => x.From),
        json.Value(nameof(To), x => x.To));
}
