using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <content>Writing.</content>
public sealed partial class JsonMembers<T>
{
    // A default is a figure like any other: options that leave it out are not followed, since a reader could not tell it from what is missing.
    private bool LeavesOutNulls => options.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull;

    internal static void Write(Utf8JsonWriter writer, T record, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        T.Json(new(options, record, writer, []));
        writer.WriteEndObject();
    }

    private void Write<TValue>(JsonMemberName name, TValue value, IElementConverter<TValue> converter)
    {
        try
        {
            converter.Write(writer!, value, options);
        }
        catch (JsonFault fault)
        {
            fault.LiesIn($".{name.Name}");
            throw;
        }
    }

    // The name, and null where there is no value: whether the value is left to write.
    private bool IsWritten(JsonMemberName name, bool isNull)
    {
        if (!isNull)
        {
            writer!.WritePropertyName(name.Encoded);
        }
        else if (!LeavesOutNulls)
        {
            writer!.WriteNull(name.Encoded);
        }

        return !isNull;
    }
}
