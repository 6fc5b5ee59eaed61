using System.Text.Json;

namespace CxKpi;

/// <summary>A record inside a document that is parsed already.</summary>
internal sealed class RecordConverter<T> : IElementConverter<T>
    where T : IJsonRecord<T>
{
    internal static RecordConverter<T> Instance { get; } = new();

    public T Read(JsonElement element, JsonSerializerOptions options) => JsonMembers<T>.Read(element, options);

    public void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonMembers<T>.Write(writer, value, options);
}
