namespace CxKpi.Tests.Conformance;

/// <summary>How the library computes what a vector's method names.</summary>
/// <param name="Name">The method, as vectors name it.</param>
/// <param name="Compute">From inputs to figures by name, or to one figure.</param>
internal sealed record Method(string Name, Func<Inputs, object?> Compute)
{
    /// <summary>Expected keys that describe what another tool answers, or what the library states otherwise.</summary>
    public IReadOnlyList<string> Information { get; init; } = [];

    /// <summary>Inputs that some vectors state though no figure depends on them.</summary>
    public IReadOnlyList<string> Irrelevant { get; init; } = [];

    /// <summary>The ends of the range to which the library cuts limits where the reference leaves them outside.</summary>
    public (double Lowest, double Highest)? Range { get; init; }
}

/// <summary>Figures by the name that vectors give them.</summary>
internal sealed class Figures : Dictionary<string, object?>
{
    public Figures()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The same figures, to which others are added.</summary>
    public Figures(Figures others)
        : base(others, StringComparer.Ordinal)
    {
    }
}

/// <summary>In place of a figure that the library leaves undefined, and for which the reference states what rounding left over.</summary>
internal sealed class RoundingNoise
{
    public static RoundingNoise Instance { get; } = new();
}
