using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>One computation with the figures that an independent reference produced.</summary>
/// <param name="Name">Its id, which tells cases apart: a file that repeats an id adds itself.</param>
/// <param name="MethodName">What is computed.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Expected">The figures.</param>
/// <param name="Tolerance">How near the library's must be.</param>
internal sealed record Vector(string Name, string MethodName, Inputs Inputs, JsonElement Expected, Tolerance Tolerance)
{
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
                new(vector.GetProperty("inputs"), series),
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
}
