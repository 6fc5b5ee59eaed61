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
        _ => IsEngines(expression),
    };

    /// <summary>Whether the value is read from another row, or from a text, either of which may be missing.</summary>
    internal bool IsOfAnother(Expression expression)
    {
        OwnerFinder finder = new(row);
        finder.Visit(expression);
        return finder.Found;
    }

    private bool IsEngines(Expression expression) => !Depends(expression) || (expression == row && IsValue) || expression switch
    {
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } owner } when IsNullable(owner) => false,
        MemberExpression { Expression: { } owner } member =>
            (owner == row || IsEngines(owner)) && !IsDoneHere(member.Member) && !IsFinerThanSeconds(member.Member),
        MethodCallExpression call => IsTranslated(call.Method)
            && !call.Type.IsByRefLike
            && (call.Object is null || IsEngines(call.Object))
            && call.Arguments.All(argument => argument == row || IsEngines(argument)),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast => IsExact(cast) && IsEngines(cast.Operand),
        UnaryExpression { NodeType: ExpressionType.Not } not when IsOfMissing(not.Operand) => false,
        UnaryExpression unary => IsEngines(unary.Operand),
        BinaryExpression { NodeType: ExpressionType.Divide } => false,
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } same when IsTruth(same.Left) && IsOfMissing(same) => false,
        BinaryExpression binary => IsEngines(binary.Left) && IsEngines(binary.Right),
        ConditionalExpression conditional => IsEngines(conditional.Test) && IsEngines(conditional.IfTrue) && IsEngines(conditional.IfFalse),
        TypeBinaryExpression type => type.Expression == row || IsEngines(type.Expression),
        LambdaExpression lambda => IsEngines(lambda.Body),
        _ => false,
    };

    // A function of the base class library, of the provider, or one that was marked for it.
    private bool IsTranslated(MethodInfo method) =>
        !IsDoneHere(method)
        && !IsDoneOtherwise(method)
        && method.DeclaringType != typeof(Tuple)
        && method.DeclaringType != typeof(ValueTuple)
        && (IsIn(method.DeclaringType, nameof(System))
            || IsIn(method.DeclaringType, providersRoot)
            || method.CustomAttributes.Any(mark => IsIn(mark.AttributeType, providersRoot) && !IsIn(mark.AttributeType, nameof(System))));

    private static bool IsDoneHere(MemberInfo member) =>
        member.DeclaringType?.Assembly is { } assembly && (assembly == Library || assembly == typeof(NodaTime.Instant).Assembly);

    // Engines take halves away from zero, count months from the end of one in their own way, and read and write numbers and dates so.
    private static bool IsDoneOtherwise(MethodInfo method) =>
        method.Name is nameof(Math.Round) or nameof(DateTime.AddMonths) or nameof(DateTime.AddYears) or nameof(int.Parse)
        || method.DeclaringType == typeof(Convert)
        || (method.Name is nameof(ToString) && method.DeclaringType != typeof(string));

    private static bool IsFinerThanSeconds(MemberInfo member) => member.Name is nameof(DateTime.TimeOfDay) or nameof(DateTime.Ticks)
        or nameof(DateTime.Millisecond) or nameof(DateTime.Microsecond) or nameof(DateTime.Nanosecond);

    // What is neither true nor false in an engine is false in memory, until it is denied.
    private static bool IsOfMissing(Expression truth) => truth switch
    {
        BinaryExpression comparison => IsOfMissing(comparison.Left) || IsOfMissing(comparison.Right),
        _ when IsNullable(truth) => true,
        UnaryExpression unary => IsOfMissing(unary.Operand),
        ConditionalExpression choice => IsOfMissing(choice.Test) || IsOfMissing(choice.IfTrue) || IsOfMissing(choice.IfFalse),
        _ => false,
    };

    private static bool IsTruth(Expression expression) => Plain(expression.Type) == typeof(bool);

    internal static bool IsNullable(Expression expression) => Nullable.GetUnderlyingType(expression.Type) is not null;

    // A conversion that leaves the value as it is, so that every engine does as memory.
    internal static bool IsExact(UnaryExpression cast)
    {
        Type from = Plain(cast.Operand.Type), to = Plain(cast.Type);
        return from == to
            || (Bits(from) is > 0 and var own
                && (to == typeof(decimal)
                    || (to == typeof(double) && own <= Bits(typeof(uint)))
                    || (own <= Bits(to) && (IsSigned(to) || !IsSigned(from)))));
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? Plain(underlying)
        : type.IsEnum ? Enum.GetUnderlyingType(type)
        : type;

    // The bits of a whole number without its sign; 0 for what is none.
    private static int Bits(Type whole) => Type.GetTypeCode(whole) switch
    {
        TypeCode.SByte => 7,
        TypeCode.Byte => 8,
        TypeCode.Int16 => 15,
        TypeCode.UInt16 or TypeCode.Char => 16,
        TypeCode.Int32 => 31,
        TypeCode.UInt32 => 32,
        TypeCode.Int64 => 63,
        _ => 0,
    };

    private static bool IsSigned(Type whole) => Bits(whole) % 8 == 7;

    private static bool IsIn(Type? type, string root) => string.Equals(RootOf(type?.Namespace), root, StringComparison.Ordinal);

    private static bool IsOneValue(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan) || type == typeof(Guid)
        || type.Assembly == typeof(NodaTime.Instant).Assembly
        || (type.IsValueType && type.Assembly == Library);

    private static string RootOf(string? space) => space?.Split('.')[0] ?? "";

    private sealed class OwnerFinder(ParameterExpression row) : ExpressionVisitor
    {
        internal bool Found { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            Found |= node.Expression is { Type.IsValueType: false } owner and not ConstantExpression && owner != row;
            return base.VisitMember(node);
        }
    }

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
