using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CxKpi;

/// <summary>Text.</summary>
internal sealed class TextConverter : PlainConverter<string>
{
    protected override string Rule => "must be text";

    // A document would hold a replacement character for half of a surrogate pair, which is another text.
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (HalfOfAPair(value) is { } position)
        {
            throw new JsonFault(string.Create(
                CultureInfo.InvariantCulture, $"must be well-formed text, but holds half of a surrogate pair (at position {position})"));
        }

        writer.WriteStringValue(value);
    }

    /// <summary>The position of the first half of a surrogate pair that stands alone; <see langword="null"/> when there is none.</summary>
    private static int? HalfOfAPair(string? text)
    {
        ReadOnlySpan<char> left = text;
        while (!left.IsEmpty)
        {
            int next = left.IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0)
            {
                return null;
            }

            if (Rune.DecodeFromUtf16(left[next..], out _, out int consumed) != OperationStatus.Done)
            {
                return text!.Length - left.Length + next;
            }

            left = left[(next + consumed)..];
        }

        return null;
    }

    protected override bool TryRead(JsonElement element, JsonSerializerOptions options, [MaybeNullWhen(false)] out string value)
    {
        value = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return value is not null;
    }
}
