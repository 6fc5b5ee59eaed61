using System.Reflection;
using System.Text.RegularExpressions;

namespace CxKpi.Tests.Documentation;

/// <summary>Runs alone, because it redirects the console.</summary>
[CollectionDefinition(nameof(DocumentationTests), DisableParallelization = true)]
public class DocumentationCollection;

/// <summary>Every C# block of a page compiles, runs, and prints what its comments say.</summary>
/// <remarks>Each is copied alone into a program with the usings that the page names.</remarks>
[Collection(nameof(DocumentationTests))]
public class DocumentationTests
{
    private static readonly string Root = Repository.Root;

    private static readonly HashSet<string> Usings = ["CxKpi", "CxKpi.Practices", "CxKpi.Trends", "CxKpi.Value", "NodaTime"];

    public static IEnumerable<object[]> Blocks =>
        MarkdownPage.All.SelectMany(page => Enumerable.Range(0, page.Blocks.Count).Select(block => (object[])[page.File, block]));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_CopiedIntoAProgram_PrintsWhatItsCommentsSay(string file, int block)
    {
        MarkdownPage page = MarkdownPage.Of(file);
        string code = page.Blocks[block];

        (string[] findings, byte[] program) = ReaderProgram.Compile(code, page.Usings);

        Assert.Equal([], findings);
        Assert.Equal(MarkdownPage.Printed(code), ReaderProgram.Run(program));
    }

    [Fact]
    public void Usings_OfEveryPage_AreAmongFive() =>
        Assert.All(MarkdownPage.All, page => Assert.Subset(Usings, page.Usings.ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Readme_HasBlocks() => Assert.NotEmpty(MarkdownPage.Of("README.md").Blocks);

    [Fact]
    public void Docs_NameEveryPublicType()
    {
        string docs = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText));

        IEnumerable<string> unnamed = typeof(Nps).Assembly.GetExportedTypes()
            .SelectMany(NamesToReaders)
            .Distinct()
            .Where(name => !Regex.IsMatch(docs, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.Equal([], unnamed);
    }

    // Of extension methods a reader meets the verbs, not the class that holds them.
    private static IEnumerable<string> NamesToReaders(Type type) =>
        type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Extensions", StringComparison.Ordinal)
            ? type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)
            : [type.Name.Split('`')[0]];
}
