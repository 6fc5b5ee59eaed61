using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxKpi;

/// <summary>
/// Makes older documents ones of the latest version: version 1 named definitions in French alone, and neither it nor version 2 stated the evidence,
/// and none before version 4 the history.
/// </summary>
internal static class ScorecardJsonUpgrade
{
    /// <summary>The document in the latest version; as it is when it has another version, or no shape to read one from.</summary>
    internal static string ToLatest(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject root && root["version"] is JsonValue version && version.TryGetValue(out int number)
                && number is >= 1 and < ScorecardDocument.Version
                ? Upgraded(root, number).ToJsonString()
                : json;
        }
        catch (ArgumentException error)
        {
            throw new JsonException($"no member must be stated twice: {error.Message}", error);
        }
    }

    private static JsonObject Upgraded(JsonObject root, int version)
    {
        root["version"] = ScorecardDocument.Version;
        foreach (JsonObject line in ((root["scorecard"] as JsonObject)?["lines"] as JsonArray ?? []).OfType<JsonObject>())
        {
            line["history"] ??= new JsonArray();
            if (version == 3)
            {
                continue;
            }

            if (line["definition"] is JsonObject definition)
            {
                if (version == 1)
                {
                    Translate(definition);
                }

                definition["translations"] ??= new JsonArray();
            }

            // What followed from the limits then need not follow from them now.
            foreach (string compared in (string[])["previous", "lastYear"])
            {
                ((line[compared] as JsonObject)?["change"] as JsonObject)?.Remove("verdict");
            }

            if (line["trend"] is JsonObject trend)
            {
                trend["noteTranslations"] ??= new JsonArray();
            }
        }

        return root;
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
