using System.Globalization;
using CxKpi.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>A block of a page, each tally of which is also made by a query.</summary>
internal sealed class RewrittenBlock
{
    private static readonly string[] Verbs =
        [nameof(TallyExtensions), nameof(ParallelTallyExtensions), nameof(QueryableTallyExtensions), nameof(QueryableAnswerExtensions)];

    private readonly CSharpCompilation original;
    private readonly SyntaxTree tree;
    private readonly SemanticModel model;
    private readonly InvocationExpressionSyntax[] tallies;
    private readonly Form[] forms;
    private readonly string[] reasons;

    internal RewrittenBlock(string code, IEnumerable<string> usings)
    {
        original = ReaderProgram.Compilation(code, usings, beside: typeof(Tallies));
        tree = original.SyntaxTrees[^1];
        model = original.GetSemanticModel(tree);
        tallies = [.. CallsIn(tree)];
        forms = new Form[tallies.Length];
        reasons = [.. tallies.Select(_ => "")];
        Program = Compiled();
    }

    /// <summary>The tallies as they are written, how each is asked of a query, and what the compiler says against a better form.</summary>
    internal IReadOnlyList<(string Code, Form Form, string Reason)> Lines =>
        [.. tallies.Select((call, line) => (OnOneLine(call), forms[line], reasons[line]))];

    internal byte[] Program { get; }

    /// <summary>The tallies of a block as they are written, whether or not it compiles.</summary>
    internal static IEnumerable<string> TalliesIn(string code) => CallsIn(CSharpSyntaxTree.ParseText(code)).Select(OnOneLine);

    private static IEnumerable<InvocationExpressionSyntax> CallsIn(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Tally" or "TallyBy" });

    private static string OnOneLine(InvocationExpressionSyntax call) =>
        string.Join(' ', $"{call}".Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // A line that the compiler refuses takes the next form, so this ends.
    private byte[] Compiled()
    {
        while (true)
        {
            SyntaxNode root = tree.GetRoot().ReplaceNodes(tallies, (call, changed) => Replaced(Array.IndexOf(tallies, call), call, changed));
            CSharpCompilation rewritten = original.ReplaceSyntaxTree(tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)root, (CSharpParseOptions)tree.Options));
            using MemoryStream program = new();
            Diagnostic[] errors = [.. rewritten.Emit(program).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0)
            {
                return program.ToArray();
            }

            foreach (IGrouping<int, Diagnostic> own in errors.GroupBy(LineOf))
            {
                reasons[own.Key] = $"{own.First().Id}: {own.First().GetMessage(CultureInfo.InvariantCulture)}";
                forms[own.Key] = forms[own.Key] == Form.AsWritten ? Form.WithTuplesMade : Form.InMemory;
            }
        }
    }

    private SyntaxNode Replaced(int line, InvocationExpressionSyntax call, InvocationExpressionSyntax changed)
    {
        if (forms[line] == Form.InMemory)
        {
            return changed;
        }

        ArgumentListSyntax written = forms[line] == Form.AsWritten ? call.ArgumentList : (ArgumentListSyntax)new TuplesMade().Visit(call.ArgumentList);
        ExpressionSyntax rows = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        string arguments = string.Join(", ", written.Arguments.Select(argument => $"{argument}").Prepend("ofQuery"));
        return SyntaxFactory.ParseExpression(
            $"{typeof(Tallies).FullName}.{nameof(Tallies.Both)}({line}, {rows}, () => {call}, ofQuery => {VerbOf(call)}({arguments}))");
    }

    // The method of queries that stands for a tally.
    private string VerbOf(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom.ContainingType.Name: { } type } method && Verbs.Contains(type)
            ? $"CxKpi.{(type == nameof(QueryableAnswerExtensions) ? type : nameof(QueryableTallyExtensions))}.{method.Name}"
            : throw new InvalidOperationException($"{call} is no tally of rows");

    private static int LineOf(Diagnostic error) => error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan).AncestorsAndSelf()
        .OfType<InvocationExpressionSyntax>()
        .Where(call => $"{call.Expression}" == $"{typeof(Tallies).FullName}.{nameof(Tallies.Both)}")
        .Select(call => int.Parse($"{call.ArgumentList.Arguments[0]}", CultureInfo.InvariantCulture))
        .Append(-1)
        .First() is var line and >= 0 ? line : throw new InvalidOperationException($"{error}");
}
