using System.Text.Json.Nodes;

namespace CxKpi;

/// <summary>Converts documents of version 1, whose definitions had one more name, to version 2.</summary>
internal static class ScorecardJsonUpgrade
{
    /// <summary>Returns the document in version 2; unchanged when it has another version, or no recognisable shape.</summary>
    internal static JsonNode? ToVersion2(JsonNode? document)
    {
        if (document is not JsonObject root || root["version"] is not JsonValue version || !version.TryGetValue(out int number) || number != 1)
        {
            return document;
        }

        root["version"] = 2;
        foreach (JsonObject line in ((root["scorecard"] as JsonObject)?["lines"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (line["definition"] is JsonObject definition)
            {
                Translate(definition);
            }
        }

        return document;
    }

    // The library's own names have been mended since; a name from outside is kept.
    private static void Translate(JsonObject definition)
    {
        if (!definition.Remove("frenchName", out JsonNode? name) || name is not JsonValue)
        {
            return;
        }

        if (Text("name") is not { } english || Text("symbol") is not { } symbol || Text("formula") is not { } formula
            || Phrases.For(ReportLanguage.French).KnownKpis.Contains(english, StringComparer.Ordinal))
        {
            return;
        }

        definition["translations"] = new JsonArray(new JsonObject
        {
            ["language"] = nameof(ReportLanguage.French),
            ["name"] = name,
            ["symbol"] = symbol,
            ["formula"] = formula,
        });

        string? Text(string member) => definition[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
