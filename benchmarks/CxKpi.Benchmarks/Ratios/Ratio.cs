using System.Globalization;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>A measured figure with the target it has to meet.</summary>
internal sealed record Ratio(string Name, double Value, double Target, bool AtMost = false)
{
    public bool Met => AtMost ? Value <= Target : Value >= Target;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-44} {Value,10:0.###} {(AtMost ? "<=" : ">=") + Target.ToString("0.##", CultureInfo.InvariantCulture),8} {(Met ? "met" : "missed")}");
}
