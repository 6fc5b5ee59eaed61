using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>Writes tuples, which an expression tree cannot hold, as calls of <see cref="ValueTuple.Create()"/>.</summary>
internal sealed class TuplesMade : CSharpSyntaxRewriter
{
    public override SyntaxNode VisitTupleExpression(TupleExpressionSyntax node) => SyntaxFactory.ParseExpression(
        $"System.ValueTuple.Create({string.Join(", ", node.Arguments.Select(argument => Visit(argument.Expression)))})");
}
