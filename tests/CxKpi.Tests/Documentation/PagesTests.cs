using System.Reflection;
using System.Text.RegularExpressions;

namespace CxKpi.Tests.Documentation;

/// <summary>What stands on a page of the documentation is all that there is to tell there.</summary>
public class PagesTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    [Fact]
    public void Index_OfTheDocumentation_LinksEveryPage()
    {
        string index = Page("README.md");

        Assert.Equal(
            [],
            Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories)
                .Select(page => Path.GetRelativePath(Docs, page).Replace('\\', '/'))
                .Where(page => page != "README.md" && !index.Contains($"]({page})", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tasks_OfTheStartPage_AreSeventeenOfAtMostTenLines()
    {
        MarkdownPage tasks = MarkdownPage.Of("docs/tasks.md");
        string[] linked = [.. MarkdownPage.Of("docs/README.md").Links.Where(link => link.StartsWith("tasks.md#", StringComparison.Ordinal))];

        Assert.Equal(17, tasks.Blocks.Count);
        Assert.Equal(tasks.Anchors.Skip(1).Order(StringComparer.Ordinal), linked.Select(link => link[9..]).Order(StringComparer.Ordinal));
        Assert.All(tasks.Blocks, block => Assert.InRange(
            block.Split('\n').Count(line => line.Trim().Length > 0 && !Regex.IsMatch(line, @"^using [\w.]+;", RegexOptions.None, TimeSpan.FromSeconds(10))),
            1,
            10));
    }

    [Fact]
    public void Blocks_ThatNameASample_AreAPartOfIt()
    {
        (string Sample, string Code)[] blocks = [.. MarkdownPage.All.SelectMany(page => page.Samples)];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(
            block.Code.ReplaceLineEndings("\n"),
            File.ReadAllText(Path.Combine(Repository.Root, block.Sample)).ReplaceLineEndings("\n"),
            StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_OfTheRepository_FitsOnAPage() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 1, 90);

    [Fact]
    public void Intervals_OnTheirPage_AreAllNamed() => Assert.Equal(
        [],
        Unnamed(Enum.GetNames<ShareInterval>().Concat(Enum.GetNames<NetInterval>()).Concat(Enum.GetNames<RateInterval>()), "intervals.md"));

    [Fact]
    public void Charts_OnTheirPage_AreAllNamed() => Assert.Equal(
        [],
        Unnamed(
            typeof(CxKpi.Charts).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => $"Charts.{method.Name}"),
            "charts.md"));

    [Fact]
    public void Languages_OnTheirPage_AreAllNamed() => Assert.Equal([], Unnamed(Enum.GetNames<ReportLanguage>(), "languages.md"));

    [Fact]
    public void Quickstart_SpeaksEveryLanguage()
    {
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "quickstart.cs"));

        Assert.Equal([], Enum.GetNames<ReportLanguage>().Where(language => !sample.Contains($"ReportLanguage.{language} =>", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Unnamed(IEnumerable<string> names, string page)
    {
        string text = Page(page);
        return names.Distinct().Where(name => !Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.None, TimeSpan.FromSeconds(10)));
    }

    private static string Page(string page) => File.ReadAllText(Path.Combine(Docs, page));
}
