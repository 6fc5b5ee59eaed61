using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace CxKpi;

/// <summary>What a choice has made sure of: where a value was tested not to be missing, it is there.</summary>
internal static class KnownValues
{
    /// <summary>The choice with 0 in the place of what is missing, where the test has left that out.</summary>
    internal static ConditionalExpression In(ConditionalExpression choice) => Tested(choice.Test) switch
    {
        ({ } value, true) => choice.Update(choice.Test, new Known(value).Visit(choice.IfTrue), choice.IfFalse),
        ({ } value, false) => choice.Update(choice.Test, choice.IfTrue, new Known(value).Visit(choice.IfFalse)),
        _ => choice,
    };

    // The value that the test asks for, and whether it is there when the test is true.
    private static (Expression? Value, bool IfTrue) Tested(Expression test) => test switch
    {
        BinaryExpression { NodeType: ExpressionType.NotEqual } unequal => (Compared(unequal), true),
        BinaryExpression { NodeType: ExpressionType.Equal } equal => (Compared(equal), false),
        MemberExpression { Member.Name: nameof(Nullable<>.HasValue), Expression: { } owner } when Rows.IsNullable(owner) => (owner, true),
        UnaryExpression { NodeType: ExpressionType.Not } not when Tested(not.Operand) is ({ } value, var ifTrue) => (value, !ifTrue),
        _ => (null, false),
    };

    private static Expression? Compared(BinaryExpression comparison) =>
        !Rows.IsNullable(comparison.Left) ? null
        : IsMissing(comparison.Right) ? comparison.Left
        : IsMissing(comparison.Left) ? comparison.Right
        : null;

    private static bool IsMissing(Expression expression) => expression switch
    {
        ConstantExpression { Value: null } or DefaultExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } cast => IsMissing(cast.Operand),
        _ => false,
    };

    private sealed class Known(Expression value) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node switch
        {
            MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } owner } when Column.AreSame(owner, value) => OrZero(),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast
                when Column.AreSame(cast.Operand, value) && cast.Type == Nullable.GetUnderlyingType(value.Type) => OrZero(),
            _ => base.Visit(node),
        };

        private BinaryExpression OrZero() => Expression.Coalesce(value, Expression.Default(Nullable.GetUnderlyingType(value.Type)!));
    }
}
