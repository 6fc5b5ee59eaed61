using CxKpi.Notebooks;

// Refreshes the committed outputs: dotnet run --project notebooks/CxKpi.Notebooks
foreach (string path in NotebookFile.All)
{
    string before = NotebookFile.Read(path), after = await NotebookRunner.Execute(before, NotebookFile.Folder).ConfigureAwait(false);
    if (!string.Equals(before, after, StringComparison.Ordinal))
    {
        await File.WriteAllTextAsync(path, after).ConfigureAwait(false);
    }

    Console.WriteLine($"{(string.Equals(before, after, StringComparison.Ordinal) ? "unchanged" : "refreshed")} {Path.GetFileName(path)}");
}
