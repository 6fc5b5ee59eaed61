using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CxKpi;

/// <summary>Text.</summary>
internal sealed class TextConverter : PlainConverter<string>
{
    protected override string Rule => "must be text";

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, [MaybeNullWhen(false)] out string value)
    {
        value = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return value is not null;
    }
}
