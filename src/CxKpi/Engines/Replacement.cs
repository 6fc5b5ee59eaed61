using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace CxKpi;

/// <summary>Puts an expression in the place of another.</summary>
internal sealed class Replacement(Expression sought, Expression replacement) : ExpressionVisitor
{
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => node == sought ? replacement : base.Visit(node);
}
