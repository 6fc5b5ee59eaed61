using System.Globalization;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>A measured figure with the target it has to meet; <see langword="null"/> where it stands beside others for orientation.</summary>
internal sealed record Ratio(string Name, double Value, double? Target, bool AtMost = false)
{
    public bool Met => Target is not { } target || (AtMost ? Value <= target : Value >= target);

    public override string ToString() =>
        Target is { } target
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Name,-44} {Value,10:0.###} {(AtMost ? "<=" : ">=") + target.ToString("0.##", CultureInfo.InvariantCulture),8} {(Met ? "met" : "missed")}")
            : string.Create(CultureInfo.InvariantCulture, $"{Name,-44} {Value,10:0.###} no target");
}
