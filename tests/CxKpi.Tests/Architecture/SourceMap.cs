using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CxKpi.Tests.Architecture;

/// <summary>Which file of the library uses which type of another file, as the compiler sees it.</summary>
internal sealed class SourceMap
{
    private readonly CSharpCompilation compilation;

    private SourceMap(string folder)
    {
        Folder = folder;
        CSharpParseOptions options = new(LanguageVersion.Preview);
        Files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal)];
        compilation = CSharpCompilation.Create(
            "CxKpi.Sources",
            [
                .. Files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file)), options, file)),
                CSharpSyntaxTree.ParseText(
                    """
                    global using System;
                    global using System.Collections.Generic;
                    global using System.IO;
                    global using System.Linq;
                    global using System.Threading;
                    global using System.Threading.Tasks;
                    """,
                    options),
            ],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !string.Equals(Path.GetFileNameWithoutExtension(path), "CxKpi", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Arrows = [.. compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).SelectMany(ArrowsOf).Distinct()];
    }

    /// <summary>The library's own sources.</summary>
    internal static SourceMap Library { get; } = new(Path.Combine(Repository.Root, "src", "CxKpi"));

    internal string Folder { get; }

    /// <summary>The source files, relative to <see cref="Folder"/>.</summary>
    internal IReadOnlyList<string> Files { get; }

    /// <summary>Who uses what: a file, the type declared in another file, and one of the files that declare it.</summary>
    internal IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>Each type that is not nested, with a file that declares it or a part of it.</summary>
    internal IEnumerable<(string Type, string File)> Declarations => compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(declaration => declaration.Parent is not BaseTypeDeclarationSyntax)
        .Select(declaration => (compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!.ToDisplayString(), tree.FilePath)));

    /// <summary>What the compiler could not read; without it no arrow is missing.</summary>
    /// <remarks>Members that source generators write are not among the sources: serialisation contexts lack theirs.</remarks>
    internal IEnumerable<string> Unread => compilation.GetDiagnostics()
        .Where(finding => finding.Severity == DiagnosticSeverity.Error && !finding.Location.SourceTree!.FilePath.Contains("Json", StringComparison.Ordinal))
        .Select(finding => finding.ToString());

    /// <summary>The room of a file: the folder that it or its folders lie in, or a folder within that has a row of its own.</summary>
    internal static string RoomOf(string file)
    {
        string[] folders = file.Split(Path.DirectorySeparatorChar);
        string inner = string.Join('/', folders.Take(2));
        return Rooms.MayUse.ContainsKey(inner) ? inner : folders[0];
    }

    /// <summary>Groups of types that all lead to each other, the largest first.</summary>
    internal IReadOnlyList<IReadOnlyCollection<string>> Cycles()
    {
        ILookup<string, string> uses = Arrows.Where(arrow => arrow.FromType.Length > 0)
            .ToLookup(arrow => arrow.FromType, arrow => arrow.ToType, StringComparer.Ordinal);
        Dictionary<string, HashSet<string>> reach = uses.ToDictionary(group => group.Key, group => Reachable(group.Key, uses), StringComparer.Ordinal);
        return
        [
            .. reach.Keys
                .Select(type => reach[type].Where(other => reach.TryGetValue(other, out HashSet<string>? back) && back.Contains(type))
                    .Order(StringComparer.Ordinal)
                    .ToArray())
                .Where(cycle => cycle.Length > 1)
                .DistinctBy(cycle => string.Join(' ', cycle))
                .OrderByDescending(cycle => cycle.Length),
        ];
    }

    private static HashSet<string> Reachable(string from, ILookup<string, string> uses)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> open = new(uses[from]);
        while (open.TryPop(out string? next))
        {
            if (seen.Add(next))
            {
                foreach (string further in uses[next])
                {
                    open.Push(further);
                }
            }
        }

        return seen;
    }

    private IEnumerable<Arrow> ArrowsOf(SyntaxTree tree)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        IEnumerable<SyntaxNode> uses = tree.GetRoot().DescendantNodes()
            .Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax);
        foreach (SyntaxNode node in uses)
        {
            ISymbol? used = model.GetSymbolInfo(node).Symbol?.OriginalDefinition;
            INamedTypeSymbol? type = used switch
            {
                null or ILocalSymbol or IParameterSymbol or INamespaceSymbol or ITypeParameterSymbol => null,
                INamedTypeSymbol named => named,
                _ => used.ContainingType,
            };
            if (type is null || type.IsTupleType || type.DeclaringSyntaxReferences.IsEmpty)
            {
                continue;
            }

            string[] declared = [.. type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)];
            if (!declared.Contains(tree.FilePath, StringComparer.Ordinal))
            {
                yield return new(tree.FilePath, TypeAround(node, model), Outermost(type), declared[0]);
            }
        }
    }

    private static string TypeAround(SyntaxNode node, SemanticModel model) =>
        node.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() is { } declaration && model.GetDeclaredSymbol(declaration) is { } type
            ? Outermost(type)
            : "";

    private static string Outermost(INamedTypeSymbol type) => type.ContainingType is { } around ? Outermost(around) : type.Name;

    /// <summary>One use.</summary>
    /// <param name="FromFile">The file that uses.</param>
    /// <param name="FromType">The type in which it does; empty in front of types.</param>
    /// <param name="ToType">The type used.</param>
    /// <param name="ToFile">A file that declares it.</param>
    internal sealed record Arrow(string FromFile, string FromType, string ToType, string ToFile);
}
