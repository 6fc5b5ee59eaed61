using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>
/// Writes a day to JSON as ISO 8601 text, such as <c>2026-12-31</c>, and reads it. A serializer without NodaTime's converters would silently lose it.
/// </summary>
/// <remarks>It is public because source-generated serializers must be able to create it.</remarks>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException("a day must be text such as 2026-12-31");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(LocalDatePattern.Iso.Format(value));
}
