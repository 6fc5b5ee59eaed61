namespace CxKpi.Tests.Documentation;

/// <summary>Whoever follows a link of the documentation arrives.</summary>
public class LinkTests
{
    [Fact]
    public void Links_OfEveryPage_LeadSomewhere() =>
        Assert.Equal([], MarkdownPage.All.SelectMany(page => page.Links.Where(link => !page.Reaches(link)).Select(link => $"{page.File}: {link}")));

    [Fact]
    public void Contents_OfTheSite_NameEveryPage()
    {
        string contents = File.ReadAllText(Path.Combine(Repository.Root, "docs", "toc.yml"));

        IEnumerable<string> unnamed = MarkdownPage.All.Select(page => page.File)
            .Where(file => file.StartsWith("docs/", StringComparison.Ordinal))
            .Where(file => !contents.Contains($"href: {file["docs/".Length..]}\n", StringComparison.Ordinal));
        Assert.Equal([], unnamed);
    }

    [Theory]
    [InlineData("docs/scorecards.md#the-json-contract", true)]
    [InlineData("docs/scorecards.md#the-xml-contract", false)]
    [InlineData("docs/images/nps-over-time.svg", true)]
    [InlineData("docs/nowhere.md", false)]
    [InlineData("docs/kpis", false)]
    [InlineData("#add-it-to-a-project", true)]
    [InlineData("#last-screen", false)]
    [InlineData("../elsewhere.md", false)]
    [InlineData("https://example.org/", true)]
    public void Reaches_LinkOfTheReadme_KnowsFilesAndHeadings(string link, bool arrives) => Assert.Equal(arrives, MarkdownPage.Of("README.md").Reaches(link));

    [Fact]
    public void Links_OfTheReadme_AreFound() => Assert.Contains("docs/intervals.md", MarkdownPage.Of("README.md").Links);
}
