using System.Text.Json;

namespace CxKpi;

/// <summary>A value of a list, or null.</summary>
internal sealed class NullableConverter<TValue>(IElementConverter<TValue> values) : IElementConverter<TValue?>
    where TValue : struct
{
    public TValue? Read(JsonElement element, JsonSerializerOptions options) => element.ValueKind == JsonValueKind.Null ? null : values.Read(element, options);

    public void Write(Utf8JsonWriter writer, TValue? value, JsonSerializerOptions options)
    {
        if (value is { } given)
        {
            values.Write(writer, given, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
