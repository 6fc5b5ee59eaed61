namespace CxKpi;

/// <summary>The signs around a figure that differ between languages and output formats.</summary>
/// <param name="Gap">The separator between a figure and its unit.</param>
/// <param name="PercentagePoints">The unit of a difference of shares.</param>
/// <param name="Days">The unit of days.</param>
/// <param name="Minus">The sign of negative figures.</param>
/// <param name="GroupsThousands">Whether thousands are separated.</param>
internal readonly record struct UnitSigns(string Gap, string PercentagePoints, string Days, string Minus, bool GroupsThousands)
{
    /// <summary>The signs of invariant text.</summary>
    internal static UnitSigns Plain { get; } = new(" ", "pp", "d", "-", GroupsThousands: false);
}
