using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>A range of delays between an event and the answer to it.</summary>
/// <remarks>The range contains its beginning and not its end; <c>default</c> contains every delay.</remarks>
[JsonConverter(typeof(RecordJsonConverter<DelayBucket>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct DelayBucket : IJsonRecord<DelayBucket>
{
    internal DelayBucket(Duration from, Duration? to)
    {
        From = from;
        To = to;
    }

    /// <summary>The shortest delay of the range.</summary>
    public Duration From { get; }

    /// <summary>The delay at which the range ends; <see langword="null"/> when it is open.</summary>
    public Duration? To { get; }

    /// <summary>The range as text.</summary>
    /// <returns>Text for display, such as <c>5 min – 24 h</c>, <c>&lt; 5 min</c> or <c>≥ 24 h</c>.</returns>
    public override string ToString() => (From == Duration.Zero, To) switch
    {
        (true, null) => "≥ 0",
        (true, { } to) => $"< {Shown(to)}",
        (_, null) => $"≥ {Shown(From)}",
        (_, { } to) => $"{Shown(From)} – {Shown(to)}",
    };

    private static string Shown(Duration delay) => delay switch
    {
        _ when delay >= Duration.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"{delay.TotalHours:0.##} h"),
        _ when delay >= Duration.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"{delay.TotalMinutes:0.##} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{delay.TotalSeconds:0.##} s"),
    };

    static DelayBucket IJsonRecord<DelayBucket>.Json(JsonMembers<DelayBucket> json) => new(
        json.Value(nameof(From), x => x.From),
        json.Optional(nameof(To), x => x.To));
}
