using System.Text.Json;

namespace CxKpi;

/// <summary>Reads from a document that is parsed already, and writes.</summary>
internal interface IElementConverter<T>
{
    T Read(JsonElement element, JsonSerializerOptions options);

    void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options);
}
