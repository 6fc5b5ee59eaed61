using System.Linq.Expressions;

namespace CxKpi;

/// <summary>An amount of a row as an engine adds it up: in decimal, so that no product of whole numbers overflows.</summary>
internal static class SummedAmount
{
    /// <summary>The amount in decimal; <see langword="null"/> when a part of it can only be worked out here.</summary>
    /// <exception cref="ArgumentException">A part may be missing: an engine would leave it out of the sum, where memory throws.</exception>
    internal static Expression? Of(Expression amount, Rows rows, string name = "kpi") => amount switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast =>
            Rows.IsNullable(cast.Operand) ? throw Missing(amount, name)
            : cast.Type == typeof(decimal) || Rows.IsExact(cast) ? Of(cast.Operand, rows, name)
            : Plain(amount, rows),
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } owner } when Rows.IsNullable(owner) => throw Missing(amount, name),
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus =>
            Of(minus.Operand, rows, name) is { } operand ? Expression.Negate(operand) : null,
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.AddChecked } sum => Both(sum.Left, sum.Right, rows, name, Expression.Add),
        BinaryExpression { NodeType: ExpressionType.Subtract or ExpressionType.SubtractChecked } difference =>
            Both(difference.Left, difference.Right, rows, name, Expression.Subtract),
        BinaryExpression { NodeType: ExpressionType.Multiply or ExpressionType.MultiplyChecked } product =>
            Both(product.Left, product.Right, rows, name, Expression.Multiply),
        ConditionalExpression choice when !rows.Depends(choice.Test) || rows.IsColumn(choice.Test) => KnownValues.In(choice) is var stated
            ? Both(stated.IfTrue, stated.IfFalse, rows, name, (ifTrue, ifFalse) => Expression.Condition(choice.Test, ifTrue, ifFalse))
            : null,
        _ => Plain(amount, rows),
    };

    // Fractions in binary are converted here. What is read from another row may be missing, and would make a query of its own for each sum.
    private static Expression? Plain(Expression amount, Rows rows) =>
        rows.Depends(amount) && (!rows.IsColumn(amount) || rows.IsOfAnother(amount) || !(IsWhole(amount.Type) || amount.Type == typeof(decimal))) ? null
        : amount.Type == typeof(decimal) ? amount
        : Expression.Convert(amount, typeof(decimal));

    private static Expression? Both(Expression a, Expression b, Rows rows, string name, Func<Expression, Expression, Expression> together) =>
        Of(a, rows, name) is { } first && Of(b, rows, name) is { } second ? together(first, second) : null;

    internal static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte);

    private static ArgumentException Missing(Expression amount, string name) => new(
        $"{name} must not add up {amount}, which may be missing: an engine leaves it out of sums in silence; leave such rows out with Where, or write ?? 0",
        name);
}
