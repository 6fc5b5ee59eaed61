using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>
/// Writes an instant to JSON as ISO 8601 text, such as <c>2026-03-31T22:00:00Z</c>, and reads it.
/// A serializer without NodaTime's converters would silently lose it.
/// </summary>
/// <remarks>It is public because source-generated serializers must be able to create it.</remarks>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && InstantPattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException("an instant must be text such as 2026-03-31T22:00:00Z");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}
