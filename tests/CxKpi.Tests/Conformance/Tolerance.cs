using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>How near a figure must be, as its vector states it.</summary>
internal readonly struct Tolerance(JsonElement json)
{
    // Where a vector only names what must be exact, the other figures agree to the digits that vectors usually ask for.
    private const double Usual = 1e-9;

    /// <summary>Real numbers are for reading: the figures must be there, and whole numbers and texts among them must agree.</summary>
    public bool OnlyInformation => json.TryGetProperty("info", out _);

    /// <summary>A fit passes when it is about as good as the reference's or better, whatever its parameters.</summary>
    public double? BetterFit => Find("sseRelMax");

    /// <summary>Whether a figure is near enough.</summary>
    /// <param name="expected">What the vector states.</param>
    /// <param name="actual">The library's figure.</param>
    /// <param name="magnitude">The magnitude that a relative tolerance is a share of.</param>
    /// <param name="path">Where the figure stands among those expected.</param>
    public bool Holds(double expected, double actual, double magnitude, string path)
    {
        if (OnlyInformation)
        {
            return double.IsFinite(actual);
        }

        return double.IsInfinity(expected) ? actual == expected : Math.Abs(actual - expected) <= Slack(magnitude, path);
    }

    /// <summary>How far off a figure of a magnitude may be.</summary>
    public double Slack(double magnitude, string path)
    {
        double relative = Block(path) ?? Find("rel") ?? (json.TryGetProperty("abs", out _) ? 0 : Usual);
        return OnlyInformation ? double.PositiveInfinity : (Find("abs") ?? 0) + relative * magnitude;
    }

    /// <summary>A tolerance of one block: <c>olsRel</c> holds for <c>ols.coef</c>, <c>glsRel</c> for <c>glsAr1Reml.coef</c>.</summary>
    private double? Block(string path)
    {
        foreach (JsonProperty part in json.EnumerateObject())
        {
            if (part.Name.Length > 3
                && part.Name.EndsWith("Rel", StringComparison.Ordinal)
                && path.StartsWith(part.Name[..^3], StringComparison.OrdinalIgnoreCase))
            {
                return part.Value.GetDouble();
            }
        }

        return null;
    }

    private double? Find(string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
