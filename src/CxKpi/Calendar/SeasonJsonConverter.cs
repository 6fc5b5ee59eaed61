using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Writes a season to JSON as its name, such as <c>November</c> or <c>W47</c>, and reads it; also as the key of a dictionary.</summary>
/// <remarks>Public because source-generated serializers must be able to create it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeasonJsonConverter : JsonConverter<Season>
{
    private const string Rule = "must be a season as text such as Monday, W47, November, Q4, year or 11-21";

    /// <inheritdoc/>
    public override Season Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Named(reader.GetString()!) : throw new JsonException($"{Rule}; got {reader.TokenType}");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Season value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override Season ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Named(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Season value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WritePropertyName(value.ToString());

    private static Season Named(string name) => Season.Named(name) ?? throw new JsonException($"{Rule}; got {name}");
}
