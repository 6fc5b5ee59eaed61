using System.Text.Json;

namespace CxKpi.Mutants;

/// <summary>A break of the code: which it is in the mutated build, where it is, and what it does.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Break)
{
    /// <summary>Reads those that compile from the report of the tool that made them.</summary>
    internal static Mutant[] ReadAll(string path)
    {
        using JsonDocument report = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return
        [
            .. from file in report.RootElement.GetProperty("files").EnumerateObject()
               let lines = file.Value.GetProperty("source").GetString()!.Split('\n')
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               where mutant.GetProperty("status").GetString() is not ("CompileError" or "Ignored")
               let start = mutant.GetProperty("location").GetProperty("start")
               let line = start.GetProperty("line").GetInt32()
               let original = lines[line - 1][(start.GetProperty("column").GetInt32() - 1)..].TrimEnd()
               orderby file.Name, line
               select new Mutant(
                   int.Parse(mutant.GetProperty("id").GetString()!, null),
                   file.Name[(file.Name.IndexOf("src/CxKpi/", StringComparison.Ordinal) + "src/CxKpi/".Length)..],
                   line,
                   $"{original} => {mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")}"),
        ];
    }
}
