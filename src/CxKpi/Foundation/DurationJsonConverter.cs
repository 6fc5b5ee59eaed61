using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>
/// Writes a duration to JSON as NodaTime's round-trip text, such as <c>0:00:00:20</c> for 20 s, and reads it. A serializer without NodaTime's converters would
/// silently lose it.
/// </summary>
/// <remarks>It is public because source-generated serializers must be able to create it.</remarks>
public sealed class DurationJsonConverter : JsonConverter<Duration>
{
    /// <inheritdoc/>
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DurationPattern.Roundtrip.Parse(reader.GetString()!) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException("a duration must be text such as 0:00:00:20 (days, hours, minutes, seconds)");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(DurationPattern.Roundtrip.Format(value));
}
