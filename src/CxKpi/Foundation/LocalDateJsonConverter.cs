using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Writes a day to JSON as ISO 8601 text, such as <c>2026-12-31</c>, and reads it. A serializer without NodaTime's converters would silently lose it.
/// A day of another calendar is not written: it would come back as another day.
/// </summary>
/// <remarks>It is public because source-generated serializers must be able to create it.</remarks>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonFault.Read(ref reader, PlainConverter<LocalDate>.Instance, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        JsonFault.Write(Guard.NotNull(writer), value, PlainConverter<LocalDate>.Instance, Guard.NotNull(options));
}
