using System.Text.Json;

namespace CxKpi;

/// <summary>A member's name in the code and in a document.</summary>
internal sealed class JsonMemberName(string member, string name)
{
    internal string Member => member;

    internal string Name => name;

    internal JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name);
}
