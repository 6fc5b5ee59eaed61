using System.Linq.Expressions;

namespace CxKpi;

/// <summary>A value that an engine works out for each row or group, and the parameter that stands for it in what is done here.</summary>
internal sealed record Column(Expression OfRow, ParameterExpression Here)
{
    internal static Column Of(Expression ofRow) => new(ofRow, Expression.Parameter(ofRow.Type));

    /// <summary>
    /// Whether two expressions of the same row always have the same value; compared by structure, since texts of captured variables are alike.
    /// </summary>
    internal static bool AreSame(Expression? a, Expression? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when ReferenceEquals(a, b) => true,
        _ when a.NodeType != b.NodeType || a.Type != b.Type => false,
        (ConstantExpression x, ConstantExpression y) => Equals(x.Value, y.Value),
        (MemberExpression x, MemberExpression y) => x.Member == y.Member && AreSame(x.Expression, y.Expression),
        (UnaryExpression x, UnaryExpression y) => x.Method == y.Method && AreSame(x.Operand, y.Operand),
        (BinaryExpression x, BinaryExpression y) => x.Method == y.Method && AreSame(x.Left, y.Left) && AreSame(x.Right, y.Right),
        (ConditionalExpression x, ConditionalExpression y) =>
            AreSame(x.Test, y.Test) && AreSame(x.IfTrue, y.IfTrue) && AreSame(x.IfFalse, y.IfFalse),
        (MethodCallExpression x, MethodCallExpression y) =>
            x.Method == y.Method && AreSame(x.Object, y.Object) && x.Arguments.Zip(y.Arguments).All(own => AreSame(own.First, own.Second)),

        // What is not known to be the same is a column of its own.
        _ => false,
    };
}
