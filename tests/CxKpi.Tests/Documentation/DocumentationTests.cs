using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NodaTime;

namespace CxKpi.Tests.Documentation;

/// <summary>Runs alone, because it redirects the console.</summary>
[CollectionDefinition(nameof(DocumentationTests), DisableParallelization = true)]
public class DocumentationCollection;

/// <summary>Every C# block of the README and of docs/ compiles, runs, and prints what its comments say. Nothing is ever rewritten.</summary>
[Collection(nameof(DocumentationTests))]
public partial class DocumentationTests
{
    private static readonly string Root = Repository.Root;

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Nps).Assembly, typeof(LocalDate).Assembly, typeof(Enumerable).Assembly, typeof(Console).Assembly)
        .WithImports("System", "System.Linq", "System.Collections.Generic", "NodaTime", "CxKpi", "CxKpi.Trends");

    public static TheoryData<string, int> Blocks
    {
        get
        {
            TheoryData<string, int> blocks = [];
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md")).Order(StringComparer.Ordinal))
            {
                for (int i = 0; i < Code().Count(File.ReadAllText(file)); i++)
                {
                    blocks.Add(Path.GetRelativePath(Root, file), i);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_RunsAndPrintsWhatItsCommentsSay(string file, int block)
    {
        string code = Code().Matches(await File.ReadAllTextAsync(Path.Combine(Root, file)))[block].Groups["code"].Value;
        string[] expected = [.. Printed().Matches(code).Select(match => match.Groups["text"].Value.Trim())];

        Assert.Equal(expected, await Run(code));
    }

    [Fact]
    public void Readme_HasBlocks() => Assert.NotEqual(0, Code().Count(File.ReadAllText(Path.Combine(Root, "README.md"))));

    [Fact]
    public void Readme_NamesEveryKpi()
    {
        string readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        IEnumerable<string> unnamed = typeof(Nps).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKpi<>)))
            .Select(type => type.Name)
            .Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Equal([], unnamed);
    }

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
    private static IEnumerable<string> NamesToReaders(Type type) => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Extensions", StringComparison.Ordinal)
        ? type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)
        : [type.Name.Split('`')[0]];

    private static async Task<string[]> Run(string code)
    {
        TextWriter console = Console.Out;
        StringBuilder printed = new();
        await using StringWriter writer = new(printed);
        Console.SetOut(writer);
        try
        {
            await CSharpScript.RunAsync(code, Options);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*Console\.WriteLine\(.*\);[ ]*//(?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
