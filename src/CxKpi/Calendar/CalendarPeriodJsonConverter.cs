using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Writes a period to JSON as its name, such as <c>2026-11</c>, and reads it; also as the key of a dictionary.</summary>
public sealed class CalendarPeriodJsonConverter : JsonConverter<CalendarPeriod>, IElementConverter<CalendarPeriod>
{
    private const string Rule = "must be a period as text such as 2026-11-21, 2026-W47, 2026-11, 2026-Q4 or 2026";

    /// <inheritdoc/>
    public override CalendarPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonFault.Read(ref reader, this, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CalendarPeriod value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override CalendarPeriod ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString()!) ?? throw new JsonException($"{Rule}; got {reader.GetString()}");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CalendarPeriod value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WritePropertyName(value.ToString());

    CalendarPeriod IElementConverter<CalendarPeriod>.Read(JsonElement element, JsonSerializerOptions options) =>
        (element.ValueKind == JsonValueKind.String ? TryParse(element.GetString()!) : null) ?? throw new JsonFault($"{Rule}; got {JsonText.Of(element)}");

    private static CalendarPeriod? TryParse(string text)
    {
        try
        {
            return CalendarPeriod.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
