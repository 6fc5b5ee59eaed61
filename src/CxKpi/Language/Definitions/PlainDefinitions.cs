namespace CxKpi;

/// <summary>Definitions for figures that come without one.</summary>
internal static class PlainDefinitions
{
    internal static KpiDefinition Share { get; } = new("Share", "share", KpiUnit.Share, KpiDirection.Neutral, "count / total", "figures as given");

    internal static KpiDefinition Figure { get; } = new("Figures", "figures", KpiUnit.Rate, KpiDirection.Neutral, "as given", "figures as given");
}
