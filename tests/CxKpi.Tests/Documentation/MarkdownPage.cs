using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CxKpi.Tests.Documentation;

/// <summary>A page as its reader meets it: code to copy, links to follow, headings to land on.</summary>
internal sealed partial class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private MarkdownPage(string file)
    {
        File = file;
        MarkdownDocument page = Markdig.Markdown.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, file)), Pipeline);
        Usings = [.. page.Descendants<CodeInline>().SelectMany(code => Using().Matches(code.Content)).Select(match => match.Groups["name"].Value).Distinct()];
        ILookup<bool, FencedCodeBlock> blocks = page.Descendants<FencedCodeBlock>().Where(block => block.Info is "csharp" or "cs")
            .ToLookup(block => string.IsNullOrEmpty(block.Arguments));
        Blocks = [.. blocks[true].Select(block => block.Lines.ToString())];
        Samples = [.. blocks[false].Select(block => (block.Arguments!, block.Lines.ToString()))];
        Links = [.. page.Descendants<LinkInline>().Select(link => link.Url!)];
        Anchors = page.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every page of the repository that a reader is led to.</summary>
    internal static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(Relative)
            .Order(StringComparer.Ordinal)
            .Select(file => new MarkdownPage(file)),
    ];

    /// <summary>The page at a path from the repository's root.</summary>
    internal static MarkdownPage Of(string file) => All.Single(page => page.File == file);

    /// <summary>The path from the repository's root.</summary>
    internal string File { get; }

    /// <summary>The usings that the text names for all blocks; a block may show others of its own.</summary>
    internal IReadOnlyList<string> Usings { get; }

    /// <summary>The C# blocks that are to be copied as they are.</summary>
    internal IReadOnlyList<string> Blocks { get; }

    /// <summary>The C# blocks that name a sample, of which they show a part.</summary>
    internal IReadOnlyList<(string Sample, string Code)> Samples { get; }

    /// <summary>The addresses of links and pictures.</summary>
    internal IReadOnlyList<string> Links { get; }

    /// <summary>What the headings are called in an address.</summary>
    internal IReadOnlySet<string> Anchors { get; }

    /// <summary>Whether a link of this page leads to another site, or to a file of the repository and a heading in it.</summary>
    internal bool Reaches(string link)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out _))
        {
            return true;
        }

        string[] parts = link.Split('#', 2);
        string target = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(File)!, Uri.UnescapeDataString(parts[0])));
        string file = parts[0].Length == 0 ? File : Relative(target);
        return parts is [_, string anchor]
            ? All.Any(page => page.File == file && page.Anchors.Contains(anchor))
            : target.StartsWith(Repository.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && System.IO.File.Exists(target);
    }

    /// <summary>What the comments of a block say that it prints.</summary>
    internal static string[] Printed(string code) => [.. Print().Matches(code).Select(match => match.Groups["text"].Value.Trim())];

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"\busing (?<name>[\w.]+);", RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(@"^\s*Console\.WriteLine\(.*\);[ ]*//(?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Print();
}
