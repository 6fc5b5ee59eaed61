using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>Writes a duration as text such as <c>168:00:00</c>, as NodaTime's own serialisation does; without one it would come back as zero.</summary>
internal sealed class DurationJsonConverter : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ParseResult<Duration> parsed = DurationPattern.JsonRoundtrip.Parse(reader.GetString() ?? "");
        return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message, parsed.Exception);
    }

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DurationPattern.JsonRoundtrip.Format(value));
}
