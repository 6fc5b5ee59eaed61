namespace CxKpi.Tests.Documentation;

/// <summary>docs/kpis/README.md lists every KPI as its definition says.</summary>
public class KpiListTests
{
    [Fact]
    public void List_OfAllKpis_IsThatOfTheDefinitions()
    {
        string[] expected = KpiList.Expected();
        string made = Path.Combine(Repository.Root, "artifacts", "kpi-list.md");
        if (!expected.SequenceEqual(File.ReadLines(KpiList.Page), StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(made)!);
            File.WriteAllText(made, string.Join('\n', expected) + '\n');
            Assert.Fail("docs/kpis/README.md is not what the definitions say; the page as they say it: cp artifacts/kpi-list.md docs/kpis/README.md");
        }
    }

    [Fact]
    public void List_OfAllKpis_HasEachOnce() => Assert.Equal(
        KpiTypes.All.Select(record => record.Name),
        File.ReadLines(KpiList.Page)
            .Where(line => line.StartsWith("| [`", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_OfTheList_TellOfTheirRecords() => Assert.All(
        File.ReadLines(KpiList.Page).Where(line => line.StartsWith("| [`", StringComparison.Ordinal)),
        line => Assert.Contains(
            $"`{line.Split('`')[1]}`",
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(KpiList.Page)!, line.Split('(', ')')[1])),
            StringComparison.Ordinal));
}
