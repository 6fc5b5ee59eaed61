using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>One computation with the figures that an independent reference produced.</summary>
/// <param name="Name">Its id, which tells cases apart: a file that repeats an id adds itself.</param>
/// <param name="MethodName">What is computed.</param>
/// <param name="Stated">The inputs.</param>
/// <param name="Series">The series of the file, which inputs name.</param>
/// <param name="Expected">The figures.</param>
/// <param name="Tolerance">How near the library's must be.</param>
internal sealed record Vector(string Name, string MethodName, JsonElement Stated, JsonElement Series, JsonElement Expected, Tolerance Tolerance)
{
    /// <summary>The inputs, of which none was read yet.</summary>
    internal Inputs Inputs => new(Stated, Series, Expected);

    /// <summary>Where the library and the vector differ, and what of the vector was not read; empty when they agree.</summary>
    internal IReadOnlyList<string> Differences(Method method)
    {
        Inputs inputs = Inputs;
        IReadOnlyList<string> differences = Comparison.Differences(method, Tolerance, Expected, method.Compute(inputs));
        string[] unread = [.. inputs.Unread.Except(method.Irrelevant)];
        return unread.Length == 0 ? differences : [.. differences, $"{Name}: nothing reads the inputs {string.Join(", ", unread)}"];
    }

    /// <summary>Files of data that the inputs name; what follows a blank describes how they were read.</summary>
    internal IEnumerable<string> DataFiles() => Texts(Stated).Where(x => x.StartsWith("data/", StringComparison.Ordinal)).Select(x => x.Split(' ')[0]);

    /// <summary>Reads the vectors of a file, all of them or none: a file that can't be read fails the run.</summary>
    internal static IEnumerable<Vector> Read(string path, HashSet<string> taken)
    {
        JsonElement suite = JsonElement.Parse(File.ReadAllText(path));
        suite.TryGetProperty("series", out JsonElement series);
        foreach (JsonElement vector in suite.GetProperty("vectors").EnumerateArray())
        {
            yield return new(
                Unique(vector.GetProperty("id").GetString()!, path, taken),
                vector.GetProperty("method").GetString()!,
                vector.GetProperty("inputs"),
                series,
                vector.GetProperty("expected"),
                new(vector.GetProperty("tolerance")));
        }
    }

    private static string Unique(string id, string path, HashSet<string> taken)
    {
        string name = id;
        for (int copy = 1; !taken.Add(name); copy++)
        {
            name = FormattableString.Invariant($"{id} ({path}, {copy})");
        }

        return name;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Texts(x.Value)),
        _ => [],
    };
}
