using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Numbers, which may stand in text where the options allow it; neither infinite nor NaN.</summary>
internal sealed class NumberConverter<TNumber>(string rule, NumberStyles style, TryReadNumber<TNumber> tryRead, Action<Utf8JsonWriter, TNumber> write)
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
            JsonValueKind.Number => tryRead(element, out value) && TNumber.IsFinite(value),
            JsonValueKind.String => Allows(options, JsonNumberHandling.AllowReadingFromString)
                && TNumber.TryParse(element.GetString(), style, CultureInfo.InvariantCulture, out value)
                && TNumber.IsFinite(value),
            _ => false,
        };
    }

    private static bool Allows(JsonSerializerOptions options, JsonNumberHandling handling) => (options.NumberHandling & handling) != JsonNumberHandling.Strict;
}
