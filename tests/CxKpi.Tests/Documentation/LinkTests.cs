namespace CxKpi.Tests.Documentation;

/// <summary>Whoever follows a link of the documentation arrives.</summary>
public class LinkTests
{
    [Fact]
    public void Links_OfEveryPage_LeadSomewhere() =>
        Assert.Equal([], MarkdownPage.All.SelectMany(page => page.Links.Where(link => !page.Reaches(link)).Select(link => $"{page.File}: {link}")));

    [Theory]
    [InlineData("docs/scorecards.md#the-json-contract", true)]
    [InlineData("docs/scorecards.md#the-xml-contract", false)]
    [InlineData("docs/images/nps-over-time.svg", true)]
    [InlineData("docs/nowhere.md", false)]
    [InlineData("#first-screen", true)]
    [InlineData("#last-screen", false)]
    [InlineData("../elsewhere.md", false)]
    [InlineData("https://example.org/", true)]
    public void Reaches_LinkOfTheReadme_KnowsFilesAndHeadings(string link, bool arrives) => Assert.Equal(arrives, MarkdownPage.Of("README.md").Reaches(link));

    [Fact]
    public void Links_OfTheReadme_AreFound() => Assert.Contains("docs/intervals.md", MarkdownPage.Of("README.md").Links);
}
