using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace LiveWindows;

/// <summary>An event: one answer of a survey, as a source sends it.</summary>
/// <param name="Source">Who numbers the events: a till, a server, a partition of a queue. Not a customer: a window remembers all its sources.</param>
/// <param name="Position">The number of the event, from 0, which rises with every event of the source, whatever its segment.</param>
/// <param name="Segment">What the dashboard tells apart, such as the channel.</param>
/// <param name="At">When the answer was given; its window follows from it. Written with an offset, such as 2026-11-30T09:00:00Z.</param>
/// <param name="Answer">The answer; <see langword="null"/> when the question was left out.</param>
public sealed record Answered(string Source, long Position, string Segment, [property: JsonConverter(typeof(InstantJsonConverter))] Instant At, int? Answer);

/// <summary>What became of a batch.</summary>
/// <param name="Taken">Events that count from now on.</param>
/// <param name="Repeated">Events that counted already.</param>
/// <param name="Late">Events refused because their window has ended too long ago.</param>
/// <param name="Early">Events refused because they lie in the future.</param>
public sealed record Receipt(int Taken, int Repeated, int Late, int Early);

/// <summary>Reads an instant only where its offset is stated: a time without one would be that of the machine.</summary>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OffsetDateTimePattern.Rfc3339.Parse(reader.GetString() ?? "") is { Success: true } parsed
            ? parsed.Value.ToInstant()
            : throw new JsonException("must be a time with its offset, such as 2026-11-30T09:00:00Z");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}
