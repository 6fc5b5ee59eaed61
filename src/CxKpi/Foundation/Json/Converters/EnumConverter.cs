using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CxKpi;

/// <summary>Enums, by the names of their values.</summary>
internal sealed class EnumConverter<TEnum> : PlainConverter<TEnum>
    where TEnum : notnull
{
    internal static string Names { get; } = $"must be one of {string.Join(", ", Enum.GetNames(typeof(TEnum)))}";

    protected override string Rule => Names;

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, [MaybeNullWhen(false)] out TEnum value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.String && TryParse(element.GetString()!, options, out value);
    }

    /// <summary>The name of a value; what has none would be written as a number, which no reader takes.</summary>
    internal static string NameOf(TEnum value) => value.ToString() is { } name && char.IsLetter(name[0])
        ? name
        : throw Guard.Outside(typeof(TEnum).Name, Names, value);

    /// <summary>The value of a name, or of several with commas between them for flags; a number, which the framework would take for a name, is none.</summary>
    internal static bool TryParse(string text, JsonSerializerOptions options, [MaybeNullWhen(false)] out TEnum value)
    {
        StringComparison comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        bool isName = Enum.TryParse(typeof(TEnum), text, options.PropertyNameCaseInsensitive, out object? parsed)
            && char.IsLetter(text[0])
            && string.Equals(parsed.ToString(), text, comparison);
        value = isName ? (TEnum)parsed! : default;
        return isName;
    }
}
