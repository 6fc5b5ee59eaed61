using System.Text.Json;
using NodaTime.Text;

namespace CxKpi;

/// <summary>Times and days, as the text of a pattern that brings them back.</summary>
internal sealed class PatternConverter<TValue>(IPattern<TValue> pattern, string rule, Func<TValue, string?>? unwritable = null) : PlainConverter<TValue>
    where TValue : struct
{
    protected override string Rule => rule;

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(unwritable?.Invoke(value) is { } broken ? throw new JsonFault(broken) : pattern.Format(value));

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, out TValue value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.String && pattern.Parse(element.GetString()!).TryGetValue(default, out value);
    }
}
