using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>Every public constructor, factory, verb and settable member of the library, with types in the place of type parameters.</summary>
internal static class Surface
{
    private static readonly Assembly Library = typeof(Nps).Assembly;

    // Records of shares, of money, of means and of durations.
    private static readonly Type[] Kpis =
        [typeof(Nps), typeof(Churn), typeof(AverageOrderValue), typeof(MeanRating), typeof(AverageHandleTime), typeof(Revenue)];

    private static readonly Type[] Keys = [typeof(string), typeof(int)];

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What can be called; what takes a span or an expression is left out, since reflection cannot hand it over.</summary>
    internal static IReadOnlyList<MethodBase> Calls { get; } =
    [
        .. Library.GetExportedTypes()
            .Where(type => !type.IsEnum && !type.IsInterface && !type.IsSubclassOf(typeof(Delegate)) && !type.IsSubclassOf(typeof(Attribute)))
            .SelectMany(Closed)
            .SelectMany(type => type.GetConstructors().Concat<MethodBase>(type.GetMethods(Own).SelectMany(Closed)))
            .Where(CanBeCalled)
            .Distinct()

            // The runtime does not promise an order.
            .OrderBy(call => $"{call.DeclaringType} {call}", StringComparer.Ordinal),
    ];

    /// <summary>What makes a value of each type.</summary>
    internal static ILookup<Type, MethodBase> Makers { get; } = Calls
        .Where(call => call.IsConstructor || (call.IsStatic && !call.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false)))
        .ToLookup(call => Result(call));

    /// <summary>Whether a call sets or initialises a member.</summary>
    internal static bool IsSetter(MethodBase call) =>
        call is { IsStatic: false, IsSpecialName: true } && call.Name.StartsWith("set_", StringComparison.Ordinal);

    /// <summary>A copy, of which a member can be set although others hold the value: the copy of a record, or one of all fields.</summary>
    internal static object Copy(object value) =>
        (value.GetType().GetMethod("<Clone>$") ?? typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!)
        .Invoke(value, null)!;

    internal static Type Result(MethodBase call) => call is MethodInfo method
        ? Nullable.GetUnderlyingType(method.ReturnType) ?? method.ReturnType
        : call.DeclaringType!;

    internal static bool IsLibrarys(Type type) => type.Assembly == Library;

    private static IEnumerable<Type> Closed(Type type) =>
        type.IsGenericTypeDefinition ? Choices(type.GetGenericArguments()).SelectMany(chosen => Made(() => type.MakeGenericType(chosen))) : [type];

    private static IEnumerable<MethodInfo> Closed(MethodInfo method) =>
        method.IsGenericMethodDefinition ? Choices(method.GetGenericArguments()).SelectMany(chosen => Made(() => method.MakeGenericMethod(chosen))) : [method];

    // Several choices of types, in each of which KPIs and keys change together.
    private static IEnumerable<Type[]> Choices(Type[] parameters) =>
        Enumerable.Range(0, Kpis.Length).Select(i => parameters.Select(parameter => Chosen(parameter, i)).ToArray());

    private static Type Chosen(Type parameter, int i)
    {
        Type[] constraints = parameter.GetGenericParameterConstraints();
        return constraints.Any(constraint => constraint.Name.StartsWith("IKpi", StringComparison.Ordinal)) ? Kpis[i]
            : constraints.Any(constraint => constraint.Name.StartsWith("IJsonRecord", StringComparison.Ordinal)) ? Kpis[i]
            : constraints.Any(constraint => constraint.Name.StartsWith("INumber", StringComparison.Ordinal)) ? typeof(double)
            : constraints.Any(constraint => constraint == typeof(Enum)) ? typeof(CalendarUnit)
            : constraints.Any(constraint => constraint.Name.Contains("IPurchaseModel", StringComparison.Ordinal)) ? typeof(Value.BgNbd)
            : parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int)
            : Keys[i % Keys.Length];
    }

    private static IEnumerable<T> Made<T>(Func<T> make)
    {
        try
        {
            return [make()];
        }
        catch (ArgumentException)
        {
            // A constraint that no type of the lists meets.
            return [];
        }
    }

    private static bool CanBeCalled(MethodBase call) =>
        !call.ContainsGenericParameters

        // What has required members is made by code that states them, and not by a constructor alone.
        && !(call.IsConstructor && call.DeclaringType!.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false))
        && call.DeclaringType is { IsAbstract: false } or { IsSealed: true }
        && !(call is MethodInfo { ReturnType: { } result } && (result.IsByRefLike || result.IsByRef))
        && call.GetParameters().All(parameter => !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsPointer
            && !typeof(System.Linq.Expressions.Expression).IsAssignableFrom(parameter.ParameterType)
            && !typeof(IQueryable).IsAssignableFrom(parameter.ParameterType))
        && call.Name is not ("<Clone>$" or "GetHashCode" or "Equals" or "CompareTo")
        && !call.Name.StartsWith("get_", StringComparison.Ordinal)
        && (IsSetter(call) || !call.Name.StartsWith("set_", StringComparison.Ordinal))
        && !call.Name.Contains("JsonConverter", StringComparison.Ordinal)

        // What writes and reads JSON is called by the serializer.
        && !typeof(System.Text.Json.Serialization.JsonConverter).IsAssignableFrom(call.DeclaringType)
        && call.DeclaringType!.Name is not "JsonMembers`1";
}
