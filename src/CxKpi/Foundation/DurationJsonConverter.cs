using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

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
        JsonFault.Read(ref reader, PlainConverter<Duration>.Instance, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        PlainConverter<Duration>.Instance.Write(Guard.NotNull(writer), value, Guard.NotNull(options));
}
