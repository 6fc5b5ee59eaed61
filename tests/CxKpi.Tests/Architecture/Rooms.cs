namespace CxKpi.Tests.Architecture;

/// <summary>The rooms of the library and what each may use: the table of docs/architecture.md, from the top down.</summary>
internal static class Rooms
{
    /// <summary>A folder may hold this many files; the families of KPIs, one file a KPI, may hold more.</summary>
    internal const int MostFiles = 25;

    internal static readonly string[] Families = ["Surveys", "Customers", "Value", "Commerce", "Service", "Complaints"];

    private static readonly string[] Features =
        ["Practices", "Monitoring", "Drivers", "Weighting", "Value/Models", "Trends", "Customers/Cohorts", "Customers/Subscriptions"];

    private static readonly string[] Ground = ["Foundation"], Words = ["Calendar", "Writing", .. Ground], Core = ["Evidence", "Language", "Numerics", .. Words];

    /// <summary>Each room with the rooms that its files may use besides their own; a room inside another is one of its own where it has a row.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Engines"] = ["Series", .. Core],
        ["Planning"] = ["Trends", "Series", .. Core],
        ["Scorecards"] = ["Charts", .. Features, "Series", .. Families, .. Core],
        ["Charts"] = [.. Features, "Series", .. Families, .. Core],
        ["Practices"] = ["Drivers", "Surveys", "Series", .. Core],
        ["Monitoring"] = ["Series", .. Core],
        ["Drivers"] = ["Series", .. Core],
        ["Weighting"] = ["Series", .. Core],
        ["Value/Models"] = ["Series", .. Core],
        ["Trends"] = ["Series", .. Core],
        ["Customers/Subscriptions"] = ["Customers/Cohorts", "Customers", "Series", .. Core],
        ["Customers/Cohorts"] = ["Value", "Customers", "Series", .. Core],
        ["Complaints"] = ["Surveys", .. Core],
        ["Service"] = ["Surveys", .. Core],
        ["Commerce"] = Core,
        ["Value"] = Core,
        ["Customers"] = Core,
        ["Surveys"] = Core,
        ["Series"] = Core,
        ["Evidence"] = ["Language", "Numerics", .. Words],
        ["Language"] = Words,
        ["Calendar"] = ["Writing", .. Ground],
        ["Writing"] = Ground,
        ["Numerics"] = Ground,
        ["Foundation"] = [],
    };
}
