using CxKpi.Notebooks;

// Refreshes the committed outputs:         dotnet run --project notebooks/CxKpi.Notebooks
// Compares them with those of a kernel:    dotnet run --project notebooks/CxKpi.Notebooks -- compare <folder of the notebooks that it ran>
int differing = 0;
foreach (string path in NotebookFile.All)
{
    string before = NotebookFile.Read(path), name = Path.GetFileName(path);
    if (args is ["compare", string folder])
    {
        string[] differences = [.. NotebookOutputs.Differences(before, NotebookFile.Read(Path.Combine(folder, name)))];
        differing += differences.Length;
        Console.WriteLine(differences.Length == 0
            ? $"{name}: the kernel shows what is committed"
            : string.Join(Environment.NewLine, differences.Prepend(name)));
        continue;
    }

    string after = await NotebookRunner.Execute(before, NotebookFile.Folder).ConfigureAwait(false);
    bool isSame = string.Equals(before, after, StringComparison.Ordinal);
    if (!isSame)
    {
        await File.WriteAllTextAsync(path, after).ConfigureAwait(false);
    }

    Console.WriteLine($"{(isSame ? "unchanged" : "refreshed")} {name}");
}

return differing == 0 ? 0 : 1;
