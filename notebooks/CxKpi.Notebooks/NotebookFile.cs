namespace CxKpi.Notebooks;

/// <summary>The notebooks of this repository.</summary>
internal static class NotebookFile
{
    /// <summary>The folder of the notebooks, from which they name their data.</summary>
    internal static string Folder { get; } = Path.Combine(Root(), "notebooks");

    internal static string[] All { get; } = [.. Directory.EnumerateFiles(Folder, "*.ipynb").Order(StringComparer.Ordinal)];

    /// <summary>The text of a notebook, whatever line endings the checkout uses.</summary>
    internal static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CxKpi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the notebooks lie inside the repository");
        }

        return folder;
    }
}
