using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using NodaTime;

namespace CxKpi.Notebooks;

/// <summary>Executes the cells of a notebook in order, as a kernel does, with the library that was built instead of the published package.</summary>
internal static partial class NotebookRunner
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // No imports: a notebook names its namespaces, because kernels import different ones.
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Nps).Assembly, typeof(LocalDate).Assembly, typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(Regex).Assembly);

    /// <summary>The notebook with the outputs that its cells have.</summary>
    /// <param name="notebook">A notebook of format 4.</param>
    /// <param name="folder">The folder that is the current one for the cells.</param>
    /// <returns>The same notebook with outputs and numbers of execution, laid out in one way.</returns>
    internal static async Task<string> Execute(string notebook, string folder)
    {
        JsonNode document = JsonNode.Parse(notebook) ?? throw new InvalidDataException("the notebook is empty");
        ScriptState<object?> state = await CSharpScript.RunAsync<object?>("", Options).ConfigureAwait(false);
        int count = 0;
        foreach (JsonObject cell in document["cells"]!.AsArray().OfType<JsonObject>().Where(cell => (string?)cell["cell_type"] is "code"))
        {
            count++;
            string code = PackageReference().Replace(Text(cell["source"]!), "");
            (state, string printed) = await Run(state, code, folder).ConfigureAwait(false);
            cell["execution_count"] = count;
            cell["outputs"] = Outputs(printed, state.ReturnValue, count);
        }

        return document.ToJsonString(Layout) + "\n";
    }

    private static async Task<(ScriptState<object?> State, string Printed)> Run(ScriptState<object?> state, string code, string folder)
    {
        (TextWriter console, string current) = (Console.Out, Environment.CurrentDirectory);
        using StringWriter printed = new();
        Console.SetOut(printed);
        Environment.CurrentDirectory = folder;
        try
        {
            return (await state.ContinueWithAsync<object?>(code).ConfigureAwait(false), printed.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = current;
        }
    }

    private static JsonArray Outputs(string printed, object? result, int count)
    {
        JsonArray outputs = [];
        if (printed.Length > 0)
        {
            outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Lines(printed) });
        }

        if (result is not null)
        {
            outputs.Add(new JsonObject
            {
                ["output_type"] = "execute_result",
                ["execution_count"] = count,
                ["data"] = Faces(result),
                ["metadata"] = new JsonObject(),
            });
        }

        return outputs;
    }

    /// <summary>What the formatters of .NET Interactive make of a result: each of the faces that its type prefers.</summary>
    private static JsonObject Faces(object result)
    {
        JsonObject faces = [];
        foreach (string mimeType in Formatter.GetPreferredMimeTypesFor(result.GetType()))
        {
            faces[mimeType] = Lines(result.ToDisplayString(mimeType));
        }

        return faces;
    }

    private static string Text(JsonNode source) => source is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)source ?? "";

    private static JsonArray Lines(string text) =>
        [.. EndsOfLine().Split(text.ReplaceLineEndings("\n")).Where(line => line.Length > 0).Select(line => (JsonNode?)JsonValue.Create(line))];

    [GeneratedRegex(
        @"^#r ""nuget: ?CxKpi(,[^""]*)?""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"(?<=\n)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndsOfLine();
}
