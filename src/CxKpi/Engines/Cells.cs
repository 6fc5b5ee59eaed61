using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace CxKpi;

/// <summary>Any number of values as one expression that providers take like an anonymous type: a tuple, whose last item holds what is beyond six.</summary>
[RequiresDynamicCode(GroupPlan.Reason)]
[RequiresUnreferencedCode(GroupPlan.Reason)]
internal static class Cells
{
    private const int Most = 7;

    private static readonly Type[] Tuples =
        [typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>), typeof(Tuple<,,,,,>), typeof(Tuple<,,,,,,>)];

    internal static Type TypeOf(IReadOnlyList<Type> types) => types.Count <= Most
        ? Tuples[types.Count - 1].MakeGenericType([.. types])
        : Tuples[Most - 1].MakeGenericType([.. types.Take(Most - 1), TypeOf([.. types.Skip(Most - 1)])]);

    internal static NewExpression New(IReadOnlyList<Expression> values)
    {
        Expression[] items = values.Count <= Most ? [.. values] : [.. values.Take(Most - 1), New([.. values.Skip(Most - 1)])];
        Type type = Tuples[items.Length - 1].MakeGenericType([.. items.Select(item => item.Type)]);
        return Expression.New(
            type.GetConstructors()[0],
            items,
            Enumerable.Range(1, items.Length).Select(position => type.GetProperty($"Item{position}")!));
    }

    internal static Expression[] Read(Expression cells, int count) => count <= Most
        ? [.. Enumerable.Range(1, count).Select(position => Expression.Property(cells, $"Item{position}"))]
        :
        [
            .. Enumerable.Range(1, Most - 1).Select(position => Expression.Property(cells, $"Item{position}")),
            .. Read(Expression.Property(cells, $"Item{Most}"), count - Most + 1),
        ];
}
