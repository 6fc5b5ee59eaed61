using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Text inside a value that the options write, such as a part of a key: what would come back as another text is not written.</summary>
internal sealed class TextJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonFault.Read(ref reader, Plain, options);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => JsonFault.Write(writer, value, Plain, options);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static IElementConverter<string> Plain => PlainConverter<string>.Instance;
}
