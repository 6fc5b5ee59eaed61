namespace CxKpi.Practices;

/// <summary>The words for what is planned.</summary>
internal static class PlannedKpiWords
{
    internal static string In(this PlannedKpi kind, Phrases words) => kind switch
    {
        PlannedKpi.None => words.None,
        PlannedKpi.Share => words.PlannedShare,
        PlannedKpi.NetScore => words.PlannedNetScore,
        PlannedKpi.Mean => words.PlannedMean,
        PlannedKpi.Rate => words.PlannedRate,
    };
}
