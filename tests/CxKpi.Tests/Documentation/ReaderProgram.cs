using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NodaTime;

namespace CxKpi.Tests.Documentation;

/// <summary>The program of a reader who copies code from a page: a console project of its own that references the package and nothing else.</summary>
internal static class ReaderProgram
{
    // What a project has without a word.
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    // The directives of file-based apps are allowed.
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("FileBasedProgram", "true")]);

    // The framework lies in one folder; the test project's own packages are not the reader's.
    private static readonly MetadataReference[] References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged)
            .Append(typeof(LocalDate).Assembly.Location)
            .Append(typeof(Nps).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // A web project has this framework beside it.
    private static readonly MetadataReference[] Web =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!, "Microsoft.*.dll").Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles code under usings, as the newest language or an older one reads it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="usings">The namespaces that are used without a word.</param>
    /// <param name="version">The language.</param>
    /// <param name="beside">A type of a library that the reader's project has besides.</param>
    /// <returns>The compiler's errors and warnings, and the program.</returns>
    internal static (string[] Findings, byte[] Program) Compile(
        string code,
        IEnumerable<string> usings,
        LanguageVersion version = LanguageVersion.CSharp14,
        Type? beside = null) =>
        Emit(Compilation(code, usings, version, beside));

    /// <summary>The program as the compiler sees it; the last of its trees is the code.</summary>
    internal static CSharpCompilation Compilation(
        string code,
        IEnumerable<string> usings,
        LanguageVersion version = LanguageVersion.CSharp14,
        Type? beside = null)
    {
        CSharpParseOptions options = Options.WithLanguageVersion(version);
        string globals = string.Concat(ImplicitUsings.Concat(usings).Select(name => $"global using {name};\n"));
        return CSharpCompilation.Create(
            "Reader",
            [CSharpSyntaxTree.ParseText(globals, options), CSharpSyntaxTree.ParseText(code, options)],
            [
                .. References,
                .. code.Contains("using Microsoft.AspNetCore", StringComparison.Ordinal) ? Web : [],
                .. beside is null ? Array.Empty<MetadataReference>() : [MetadataReference.CreateFromFile(beside.Assembly.Location)],
            ],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compiler's errors and warnings, and the program.</summary>
    internal static (string[] Findings, byte[] Program) Emit(CSharpCompilation compilation)
    {
        using MemoryStream program = new();
        string[] findings = [.. compilation.Emit(program).Diagnostics
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
            .Select(finding => finding.ToString())];
        return (findings, program.ToArray());
    }

    /// <summary>Runs a compiled program in a folder of its own.</summary>
    /// <returns>The lines that it prints.</returns>
    internal static string[] Run(byte[] program)
    {
        TextWriter console = Console.Out;
        string folder = Environment.CurrentDirectory;
        DirectoryInfo own = Directory.CreateTempSubdirectory();
        AssemblyLoadContext context = new(nameof(ReaderProgram), isCollectible: true);
        using StringWriter printed = new();
        Console.SetOut(printed);
        Environment.CurrentDirectory = own.FullName;
        try
        {
            using MemoryStream assembly = new(program);
            MethodInfo main = context.LoadFromStream(assembly).EntryPoint!;
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
            own.Delete(recursive: true);
            context.Unload();
        }

        return printed.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool IsManaged(string path)
    {
        try
        {
            _ = AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
