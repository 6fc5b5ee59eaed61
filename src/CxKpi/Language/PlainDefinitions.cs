namespace CxKpi;

/// <summary>Definitions for figures that come without one.</summary>
internal static class PlainDefinitions
{
    internal static KpiDefinition Share { get; } = new("Share", "part", "%", KpiUnit.Share, KpiDirection.Neutral, "count / total", "figures as given");

    internal static KpiDefinition Figure { get; } = new("Figures", "chiffres", "y", KpiUnit.Rate, KpiDirection.Neutral, "as given", "figures as given");
}
