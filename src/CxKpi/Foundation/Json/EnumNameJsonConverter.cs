using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>An enum in JSON as the name of its value, never as a number, which would mean something else once a value is added; also as a key.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <remarks>
/// Reading accepts the exact name, or any case where the options compare names without case.
/// Public because source-generated serializers must be able to create it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNameJsonConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly EnumConverter<TEnum> Names = new();

    /// <inheritdoc/>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonFault.Read(ref reader, Names, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        Names.Write(Guard.NotNull(writer), value, Guard.NotNull(options));

    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumConverter<TEnum>.TryParse(reader.GetString()!, Guard.NotNull(options), out TEnum value)
            ? value
            : throw new JsonException($"{EnumConverter<TEnum>.Names}; got {reader.GetString()}");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WritePropertyName(EnumConverter<TEnum>.NameOf(value));
}
