using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>Writes a <see cref="Duration"/> to JSON as hours, minutes and seconds, such as <c>"168:00:00"</c>: the text that NodaTime's own JSON packages use.</summary>
public sealed class DurationJsonConverter : JsonConverter<Duration>
{
    /// <inheritdoc/>
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DurationPattern.JsonRoundtrip.Parse(reader.GetString()!) is { Success: true, Value: Duration duration }
            ? duration
            : throw new JsonException("a duration must be text such as \"168:00:00\"");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(DurationPattern.JsonRoundtrip.Format(value));
}
