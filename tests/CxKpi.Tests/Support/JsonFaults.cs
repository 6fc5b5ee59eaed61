using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxKpi.Tests;

/// <summary>Documents with one fault each, made from a document without.</summary>
internal static class JsonFaults
{
    /// <summary>Every fault that a document of a record may have, with the path to it.</summary>
    internal static IEnumerable<(string Path, string Json)> Of<T>(T record, JsonSerializerOptions options)
        where T : notnull
    {
        string whole = JsonSerializer.Serialize(record, options);
        foreach (string[] members in Objects(JsonNode.Parse(whole)!.AsObject(), []))
        {
            string path = string.Concat(members.Select(member => $".{member}"));
            foreach (string member in At(JsonNode.Parse(whole)!, members).Select(property => property.Key))
            {
                yield return ($"${path}.{member}", Changed(whole, members, at => at.Remove(member)));
                yield return ($"${path}.{member}", Changed(whole, members, at => at[member] = at[member] is JsonArray ? new JsonObject() : new JsonArray()));
            }

            yield return ($"${path}.surprise", Changed(whole, members, at => at["surprise"] = 1));
        }

        string first = JsonNode.Parse(whole)!.AsObject().First().Key;
        yield return ($"$.{first}", $"{whole.TrimEnd()[..^1]},\"{first}\":{JsonNode.Parse(whole)![first]?.ToJsonString() ?? "null"}}}");
        foreach ((string[] members, string count) in Counts(record, []))
        {
            string[] written = [.. members.Select(Written)];
            yield return ($"${string.Concat(written.Select(member => $".{member}"))}", Changed(whole, written, at => at[Written(count)] = -1));
        }

        string Written(string member) => options.PropertyNamingPolicy?.ConvertName(member) ?? member;
    }

    private static IEnumerable<string[]> Objects(JsonObject at, string[] path) =>
        [path, .. at.Where(property => property.Value is JsonObject).SelectMany(property => Objects(property.Value!.AsObject(), [.. path, property.Key]))];

    // Numbers of things are long, what may be negative is not.
    private static IEnumerable<(string[] Path, string Count)> Counts(object record, string[] path)
    {
        JsonObject written = JsonNode.Parse(JsonSerializer.Serialize(record, record.GetType()))!.AsObject();
        foreach ((string name, JsonNode? _) in written)
        {
            PropertyInfo? property = record.GetType().GetProperty(name);
            if (property?.PropertyType == typeof(long))
            {
                yield return (path, name);
            }
            else if (written[name] is JsonObject && property?.GetValue(record) is { } inner)
            {
                foreach ((string[] Path, string Count) deeper in Counts(inner, [.. path, name]))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static JsonObject At(JsonNode whole, string[] path) => path.Aggregate(whole, (at, member) => at[member]!).AsObject();

    private static string Changed(string whole, string[] path, Action<JsonObject> change)
    {
        JsonNode document = JsonNode.Parse(whole)!;
        change(At(document, path));
        return document.ToJsonString();
    }
}
