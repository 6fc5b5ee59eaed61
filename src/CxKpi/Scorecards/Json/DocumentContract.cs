using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>
/// The JSON documents: each names its schema and its version before its content, so that one that a reader does not know is refused for what it is.
/// </summary>
internal static class DocumentContract
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        TypeInfoResolver = CxKpiJson.Resolver,
    };

    // Text in a document has no ends of lines but as escapes, so these are those between members.
    internal static string Write<T>(T document)
        where T : IJsonRecord<T> => JsonSerializer.Serialize(document, Type<T>()).Replace("\r\n", "\n", StringComparison.Ordinal);

    internal static T Read<T>(string json)
        where T : IJsonRecord<T>
    {
        try
        {
            return JsonSerializer.Deserialize(json, Type<T>()) ?? throw new JsonException("the document must not be null");
        }
        catch (ArgumentException half)
        {
            throw new JsonException("the document must be text, but holds half of a surrogate pair", half);
        }
    }

    /// <summary>Writes the schema and the version, or checks those that are read.</summary>
    internal static void Contract<T>(this JsonMembers<T> json, string schema, int version)
        where T : IJsonRecord<T>
    {
        const string Schema = "Schema", Version = "Version";
        string stated = json.Text(Schema, _ => schema);
        _ = string.Equals(stated, schema, StringComparison.Ordinal) ? stated : throw json.Fault(Schema, $"must be {schema}; got {stated}");
        int number = json.Value(Version, _ => version);
        string known = string.Join(" or ", Enumerable.Range(1, version));
        _ = number == version ? number : throw json.Fault(Version, string.Create(CultureInfo.InvariantCulture, $"must be {known}; got {number}"));
    }

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
