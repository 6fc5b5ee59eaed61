using System.Reflection;
using CxKpi.Tests.Architecture;

namespace CxKpi.Tests.Documentation;

/// <summary>The list of all KPIs, made from their definitions: what docs/kpis/README.md says below its mark.</summary>
internal static class KpiList
{
    internal const string Mark = "<!-- Below this line the page is made from the definitions. -->";

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "kpis");

    private static readonly ReportLanguage[] Languages = Enum.GetValues<ReportLanguage>();

    internal static string Page { get; } = Path.Combine(Folder, "README.md");

    /// <summary>The whole page: its prose as it stands, and the list as the definitions give it.</summary>
    internal static string[] Expected() =>
    [
        .. File.ReadLines(Page).TakeWhile(line => line != Mark),
        Mark,
        .. Rooms.Families.SelectMany(Family),
    ];

    private static string[] Family(string family) =>
    [
        "",
        $"## {family}",
        $"| record | {string.Join(" | ", Languages)} | formula | good |",
        $"| --- |{string.Concat(Languages.Select(_ => " --- |"))} --- | --- |",
        .. KpiTypes.All.Where(record => File.Exists(Path.Combine(Repository.Root, "src", "CxKpi", family, $"{record.Name}.cs"))).Select(Line),
    ];

    private static string Line(Type record)
    {
        KpiDefinition kpi = (KpiDefinition)record.GetProperty(nameof(IKpi<>.Definition), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        string good = kpi.Direction switch
        {
            KpiDirection.HigherIsBetter => "up",
            KpiDirection.LowerIsBetter => "down",
            KpiDirection.Neutral => "-",
        };
        string names = string.Join(" | ", Languages.Select(Named)), formula = kpi.Formula.Replace("*", "\\*", StringComparison.Ordinal);
        return $"| [`{record.Name}`]({PageOf(record)}) | {names} | {formula} | {good} |";

        string Named(ReportLanguage language) => kpi.In(language) is var named ? $"{named.Name}, *{named.Symbol}*" : "";
    }

    // A record is explained where it is named most.
    private static string PageOf(Type record) => Directory.EnumerateFiles(Folder, "*.md")
        .Where(page => page != Page)
        .OrderByDescending(page => File.ReadAllText(page).Split($"`{record.Name}`").Length)
        .ThenBy(page => page, StringComparer.Ordinal)
        .Select(page => Path.GetFileName(page))
        .First();
}
