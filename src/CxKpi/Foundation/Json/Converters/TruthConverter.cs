using System.Text.Json;

namespace CxKpi;

/// <summary>True or false.</summary>
internal sealed class TruthConverter : PlainConverter<bool>
{
    protected override string Rule => "must be true or false";

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, out bool value)
    {
        value = element.ValueKind == JsonValueKind.True;
        return value || element.ValueKind == JsonValueKind.False;
    }
}
