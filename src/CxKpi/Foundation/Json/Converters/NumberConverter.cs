using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Numbers, which may stand in text where the options allow it; neither infinite nor NaN.</summary>
internal sealed class NumberConverter<TNumber>(
    string rule,
    NumberStyles style,
    TryReadNumber<TNumber> tryRead,
    Action<Utf8JsonWriter, TNumber> write,
    Func<string, TNumber, bool>? isExact = null)
    : PlainConverter<TNumber>
    where TNumber : struct, INumberBase<TNumber>
{
    protected override string Rule => rule;

    public override void Write(Utf8JsonWriter writer, TNumber value, JsonSerializerOptions options)
    {
        if (Allows(options, JsonNumberHandling.WriteAsString))
        {
            writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
        }
        else
        {
            write(writer, value);
        }
    }

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, out TNumber value)
    {
        value = default;
        return element.ValueKind switch
        {
            JsonValueKind.Number => tryRead(element, out value) && IsHeld(element, value),
            JsonValueKind.String => Allows(options, JsonNumberHandling.AllowReadingFromString)
                && TNumber.TryParse(element.GetString(), style, CultureInfo.InvariantCulture, out value)
                && IsHeld(element, value),
            _ => false,
        };
    }

    // What would be rounded is another number than the document states.
    private bool IsHeld(JsonElement element, TNumber value) => isExact is null || isExact(element.GetRawText().Trim('"'), value)
        ? TNumber.IsFinite(value)
        : throw new JsonFault($"{rule} of at most 28 digits, and at most 28 behind the point; got {JsonText.Of(element)}");

    private static bool Allows(JsonSerializerOptions options, JsonNumberHandling handling) => (options.NumberHandling & handling) != JsonNumberHandling.Strict;
}
