using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

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
        JsonFault.Read(ref reader, PlainConverter<Instant>.Instance, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        PlainConverter<Instant>.Instance.Write(Guard.NotNull(writer), value, Guard.NotNull(options));
}
