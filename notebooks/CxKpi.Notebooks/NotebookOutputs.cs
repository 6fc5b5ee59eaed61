using System.Text.Json.Nodes;

namespace CxKpi.Notebooks;

/// <summary>What the cells of a notebook show, however its format writes it: texts in one piece or by lines, results or displays.</summary>
internal static class NotebookOutputs
{
    /// <summary>The cells of code that show something else, each with both.</summary>
    internal static IEnumerable<string> Differences(string notebook, string other)
    {
        string[] ours = [.. Shown(notebook)], theirs = [.. Shown(other)];
        if (ours.Length != theirs.Length)
        {
            yield return $"{ours.Length} cells of code, but {theirs.Length} in the other";
            yield break;
        }

        for (int i = 0; i < ours.Length; i++)
        {
            if (!string.Equals(ours[i], theirs[i], StringComparison.Ordinal))
            {
                yield return $"cell {i + 1} of code shows\n{ours[i]}\nbut in the other\n{theirs[i]}";
            }
        }
    }

    private static IEnumerable<string> Shown(string notebook) => JsonNode.Parse(notebook)!["cells"]!.AsArray()
        .Where(cell => (string?)cell!["cell_type"] is "code")
        .Select(cell => string.Join('\n', cell!["outputs"]!.AsArray().Select(output => Output(output!.AsObject()))));

    private static string Output(JsonObject output) => output["data"] is JsonObject data
        ? string.Join('\n', data.OrderBy(face => face.Key, StringComparer.Ordinal).Select(face => $"{face.Key}: {Text(face.Value)}"))
        : $"{output["name"] ?? output["ename"]}: {Text(output["text"] ?? output["evalue"])}";

    private static string Text(JsonNode? text) =>
        (text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "").ReplaceLineEndings("\n");
}
