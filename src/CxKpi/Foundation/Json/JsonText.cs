using System.Text.Json;

namespace CxKpi;

/// <summary>What a document holds, as a message quotes it.</summary>
internal static class JsonText
{
    private const int Longest = 40;

    internal static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText() is { Length: > Longest } text ? $"{text[..Longest]}…" : element.GetRawText(),
    };
}
