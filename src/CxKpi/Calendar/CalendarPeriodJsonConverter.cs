using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Writes a period to JSON as its name, such as <c>2026-11</c>, and reads it; also as the key of a dictionary.</summary>
public sealed class CalendarPeriodJsonConverter : JsonConverter<CalendarPeriod>
{
    /// <inheritdoc/>
    public override CalendarPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parsed(reader.GetString()!) : throw new JsonException("a period must be text such as 2026-11");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CalendarPeriod value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override CalendarPeriod ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parsed(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CalendarPeriod value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WritePropertyName(value.ToString());

    private static CalendarPeriod Parsed(string text)
    {
        try
        {
            return CalendarPeriod.Parse(text);
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }
}
