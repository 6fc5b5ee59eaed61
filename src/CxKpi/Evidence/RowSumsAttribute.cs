namespace CxKpi;

/// <summary>
/// Says that a constructor takes what is added up over rows: with the sums it makes the record of all, or, where the evidence is a ratio, with the sums,
/// squares and products of its first two parameters, or of what these properties say.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class RowSumsAttribute : Attribute
{
    /// <summary>How often each parameter counts in the numerator; empty where the first parameter is the numerator.</summary>
    public int[] Numerator { get; init; } = [];

    /// <summary>How often each parameter counts in the denominator.</summary>
    public int[] Denominator { get; init; } = [];

    /// <summary>How often each parameter counts in what must not be negative.</summary>
    public int[] Kept { get; init; } = [];

    /// <summary>Whether a numerator above its denominator is refused.</summary>
    public bool IsPart { get; init; }

    /// <summary>The parameter that must have its default value, since rows do not add up otherwise.</summary>
    public string? Only { get; init; }
}
