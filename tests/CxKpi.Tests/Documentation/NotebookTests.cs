using CxKpi.Notebooks;

namespace CxKpi.Tests.Documentation;

/// <summary>Runs alone, because cells write to the console and read from the current folder.</summary>
[CollectionDefinition(nameof(NotebookTests), DisableParallelization = true)]
public class NotebookCollection;

/// <summary>The notebooks run, and their committed outputs are what the library gives. Nothing is ever rewritten here.</summary>
[Collection(nameof(NotebookTests))]
public class NotebookTests
{
    public static TheoryData<string> Notebooks => [.. NotebookFile.All.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Outputs_AreWhatTheCellsGive(string name)
    {
        string committed = NotebookFile.Read(Path.Combine(NotebookFile.Folder, name)), executed = await NotebookRunner.Execute(committed, NotebookFile.Folder);

        Assert.True(
            executed == committed,
            $"the outputs of {name} changed; dotnet run --project notebooks/CxKpi.Notebooks refreshes them when that is meant:\n"
                + Difference(committed, executed));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Notebook_IsPortable(string name)
    {
        string text = NotebookFile.Read(Path.Combine(NotebookFile.Folder, name));

        Assert.Contains("#r \\\"nuget: CxKpi", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"#!", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"%", text, StringComparison.Ordinal);
    }

    // As a kernel writes them: displays instead of results, a text in one piece.
    [Fact]
    public void Differences_OfWhatCellsShow_AreFoundWhateverTheFormat()
    {
        const string Ours = """{"cells":[{"cell_type":"code","outputs":[{"output_type":"execute_result","data":{"text/plain":["NPS\n","+40"]}}]}]}""";
        const string Theirs = """{"cells":[{"cell_type":"code","outputs":[{"output_type":"display_data","data":{"text/plain":"NPS\r\n+40"}}]}]}""";
        const string Error = """{"cells":[{"cell_type":"code","outputs":[{"output_type":"error","ename":"Error","evalue":"no type Nps"}]}]}""";

        Assert.Empty(NotebookOutputs.Differences(Ours, Theirs));
        Assert.Single(NotebookOutputs.Differences(Ours, Theirs.Replace("+40", "+41", StringComparison.Ordinal)));
        Assert.Single(NotebookOutputs.Differences(Ours, Error));
        Assert.Single(NotebookOutputs.Differences(Ours, """{"cells":[]}"""));
    }

    [Fact]
    public void Notebooks_InTheirFolder_AreFound() => Assert.NotEmpty(NotebookFile.All);

    private static string Difference(string committed, string executed)
    {
        string[] before = committed.Split('\n'), after = executed.Split('\n');
        int at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {at + 1}\n- {before.ElementAtOrDefault(at)}\n+ {after.ElementAtOrDefault(at)}";
    }
}
