namespace CxKpi.Tests.Conformance;

/// <summary>All vectors, what the library makes of them, and which have to wait.</summary>
internal sealed class VectorSuite
{
    /// <summary>Folders of further vectors, separated by a colon.</summary>
    private const string FoldersVariable = "CXKPI_VECTORS";

    /// <summary>The folder that holds <c>data/</c>.</summary>
    private const string DataVariable = "CXKPI_DATA_ROOT";

    private readonly string? dataRoot;

    private VectorSuite()
    {
        string here = Path.Combine(AppContext.BaseDirectory, "Conformance");
        dataRoot = Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } stated ? stated : null;
        NotYet = [.. File.ReadLines(Path.Combine(here, "not-yet.txt")).Select(x => x.Trim()).Where(x => x.Length > 0)];
        string[] folders =
        [
            Path.Combine(here, "vectors"),
            .. (Environment.GetEnvironmentVariable(FoldersVariable) ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
        ];
        HashSet<string> taken = new(StringComparer.Ordinal);
        Vectors = [.. folders.SelectMany(x => Directory.EnumerateFiles(x, "*.json").Order(StringComparer.Ordinal)).SelectMany(x => Vector.Read(x, taken))];
    }

    internal static VectorSuite Loaded { get; } = new();

    internal IReadOnlyList<Vector> Vectors { get; }

    /// <summary>Methods that are not built yet.</summary>
    internal IReadOnlyList<string> NotYet { get; }

    internal Vector Find(string name) => Vectors.Single(x => string.Equals(x.Name, name, StringComparison.Ordinal));

    /// <summary>Why a vector is not run; <see langword="null"/> when it is.</summary>
    internal string? SkipReason(Vector vector)
    {
        if (NotYet.Contains(vector.MethodName) && !Methods.All.ContainsKey(vector.MethodName))
        {
            return "the method is not built yet";
        }

        string? absent = vector.DataFiles().FirstOrDefault(x => dataRoot is null || !File.Exists(Path.Combine(dataRoot, x)));
        return absent is null ? null : $"{absent} is not there";
    }

    /// <summary>The path of a data file that a vector which is run names.</summary>
    internal string DataFile(string name) => Path.Combine(dataRoot!, name.Split(' ')[0]);

    /// <summary>Where the library and the vector differ; empty when they agree.</summary>
    internal static IReadOnlyList<string> Differences(Vector vector) =>
        Methods.All.TryGetValue(vector.MethodName, out Method? method)
            ? vector.Differences(method)
            : [$"the method {vector.MethodName} is unknown"];
}
