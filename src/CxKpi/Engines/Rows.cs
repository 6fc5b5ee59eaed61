using System.Linq.Expressions;
using System.Reflection;

namespace CxKpi;

/// <summary>Tells what of an expression an engine works out for each row, and what is done here with its columns.</summary>
internal sealed class Rows(ParameterExpression row, Type provider)
{
    private static readonly Assembly Library = typeof(Rows).Assembly;

    // Providers translate what lies in their own namespaces, and what of the base class library they know.
    private readonly string providersRoot = RootOf(provider.Namespace);

    /// <summary>Whether a row is one value, and so a column itself.</summary>
    internal bool IsValue { get; } = IsOneValue(Nullable.GetUnderlyingType(row.Type) ?? row.Type);

    /// <summary>Whether the rows are in memory, behind <see cref="Queryable.AsQueryable{TElement}(IEnumerable{TElement})"/>.</summary>
    internal bool AreInMemory { get; } = provider.Assembly == typeof(EnumerableQuery).Assembly;

    /// <summary>Whether the value differs from row to row.</summary>
    internal bool Depends(Expression expression)
    {
        ParameterFinder finder = new(row);
        finder.Visit(expression);
        return finder.Found;
    }

    /// <summary>Whether the whole expression is the engine's.</summary>
    internal bool IsColumn(Expression expression) => expression switch
    {
        // Conversions and divisions differ from engine to engine, a missing value is told of here, and a span is no value that a row could hold.
        _ when expression == row => IsValue,
        _ when !Depends(expression) || expression.Type.IsByRefLike => false,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } => false,
        BinaryExpression { NodeType: ExpressionType.Divide or ExpressionType.Modulo } => false,
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null => false,
        _ => IsEngines(expression),
    };

    private bool IsEngines(Expression expression) => !Depends(expression) || (expression == row && IsValue) || expression switch
    {
        MemberExpression { Expression: { } owner } member => (owner == row || IsEngines(owner)) && !IsDoneHere(member.Member),
        MethodCallExpression call => IsTranslated(call.Method)
            && !call.Type.IsByRefLike
            && (call.Object is null || IsEngines(call.Object))
            && call.Arguments.All(argument => argument == row || IsEngines(argument)),
        UnaryExpression unary => IsEngines(unary.Operand),
        BinaryExpression binary => IsEngines(binary.Left) && IsEngines(binary.Right),
        ConditionalExpression conditional => IsEngines(conditional.Test) && IsEngines(conditional.IfTrue) && IsEngines(conditional.IfFalse),
        TypeBinaryExpression type => type.Expression == row || IsEngines(type.Expression),
        LambdaExpression lambda => IsEngines(lambda.Body),
        _ => false,
    };

    // A function of the base class library, of the provider, or one that was marked for it.
    private bool IsTranslated(MethodInfo method) =>
        !IsDoneHere(method)
        && method.DeclaringType != typeof(Tuple)
        && method.DeclaringType != typeof(ValueTuple)
        && (IsIn(method.DeclaringType, nameof(System))
            || IsIn(method.DeclaringType, providersRoot)
            || method.CustomAttributes.Any(mark => IsIn(mark.AttributeType, providersRoot) && !IsIn(mark.AttributeType, nameof(System))));

    private static bool IsDoneHere(MemberInfo member) =>
        member.DeclaringType?.Assembly is { } assembly && (assembly == Library || assembly == typeof(NodaTime.Instant).Assembly);

    private static bool IsIn(Type? type, string root) => string.Equals(RootOf(type?.Namespace), root, StringComparison.Ordinal);

    private static bool IsOneValue(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan) || type == typeof(Guid)
        || type.Assembly == typeof(NodaTime.Instant).Assembly
        || (type.IsValueType && type.Assembly == Library);

    private static string RootOf(string? space) => space?.Split('.')[0] ?? "";

    private sealed class ParameterFinder(ParameterExpression sought) : ExpressionVisitor
    {
        internal bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == sought;
            return node;
        }
    }
}
