namespace CxKpi;

/// <summary>The signs around a figure that differ between languages and faces.</summary>
/// <param name="Gap">What sets a unit apart from its figure.</param>
/// <param name="PercentagePoints">The unit of a difference of shares.</param>
/// <param name="Days">The unit of days.</param>
/// <param name="Minus">The sign of what is below zero.</param>
/// <param name="GroupsThousands">Whether thousands are set apart.</param>
internal readonly record struct UnitSigns(string Gap, string PercentagePoints, string Days, string Minus, bool GroupsThousands)
{
    /// <summary>Those of invariant text.</summary>
    internal static UnitSigns Plain { get; } = new(" ", "pp", "d", "-", GroupsThousands: false);
}
