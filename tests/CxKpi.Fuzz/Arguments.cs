using System.Collections;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>Makes arguments of any type, from simple values and from what earlier calls gave.</summary>
internal sealed class Arguments(Draws draws)
{
    private const int Deepest = 4;
    private const int Kept = 16, Stay = 3;

    /// <summary>What holds more is slow in all that is done with it: it is used once.</summary>
    private const int LargestKept = 500, LongestKept = 5_000;

    private readonly Dictionary<Type, List<object>> known = [];

    /// <summary>Keeps a value for later calls, under its type, its base types and the library's interfaces.</summary>
    internal void Keep(object value)
    {
        if (!value.GetType().IsVisible || Size.Of(value) > LargestKept || value is string { Length: > LongestKept })
        {
            return;
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            Keep(type, value);
        }

        foreach (Type face in value.GetType().GetInterfaces().Where(Surface.IsLibrarys))
        {
            Keep(face, value);
        }
    }

    internal object? Of(ParameterInfo parameter) => parameter.HasDefaultValue && draws.OnceIn(3)
        ? Default(parameter)
        : Of(parameter.ParameterType, 0);

    internal object? Of(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return draws.OnceIn(3) ? null : Of(underlying, depth);
        }

        return !type.IsValueType && draws.OnceIn(60) ? null
            : type == typeof(string) && known.TryGetValue(type, out List<object>? texts) && draws.OnceIn(6) ? draws.One(texts)
            : Plausible.Of(type, draws) ?? Composed(type, depth) ?? Librarys(type, depth);
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue is { } stated and not DBNull ? (parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, stated) : stated)
        : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private object? Composed(Type type, int depth) =>
        type.IsArray && type.GetArrayRank() == 1 ? Many(type.GetElementType()!, depth)
        : type.IsSubclassOf(typeof(Delegate)) ? Function(type, depth)
        : !type.IsGenericType ? null
        : type.GetGenericArguments() is [var part] ? Collection(type, part, depth)
        : type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) || type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Of(part, depth + 1))])
        : type.GetGenericArguments() is [var key, var held] ? Map(type, key, held, depth)
        : null;

    // A function that answers the same to all.
    private Delegate Function(Type type, int depth)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        Expression answer = invoke.ReturnType == typeof(void)
            ? Expression.Empty()
            : Expression.Constant(Of(invoke.ReturnType, depth + 1), invoke.ReturnType);
        return Expression.Lambda(type, answer, invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)))
            .Compile(preferInterpretation: true);
    }

    private object? Collection(Type type, Type item, int depth)
    {
        Type open = type.GetGenericTypeDefinition(), list = typeof(List<>).MakeGenericType(item);
        object? From(Type maker, string name) => maker.GetMethods().First(method => method.Name == name && method.IsGenericMethodDefinition
                && method.GetParameters() is [{ ParameterType: var given }] && (given.IsArray || given.Name == "IEnumerable`1"))
            .MakeGenericMethod(item).Invoke(null, [Many(item, depth)]);

        return open == typeof(ImmutableArray<>) ? From(typeof(ImmutableArray), nameof(ImmutableArray.Create))
            : open == typeof(ParallelQuery<>) ? From(typeof(ParallelEnumerable), nameof(ParallelEnumerable.AsParallel))
            : open == typeof(IAsyncEnumerable<>) ? From(typeof(AsyncEnumerable), nameof(AsyncEnumerable.ToAsyncEnumerable))
            : open == typeof(IProgress<>) ? Activator.CreateInstance(typeof(Progress<>).MakeGenericType(item))
            : type.IsAssignableFrom(item.MakeArrayType()) ? Many(item, depth)
            : type.IsAssignableFrom(list) ? Activator.CreateInstance(list, Many(item, depth))
            : null;
    }

    private IDictionary? Map(Type type, Type key, Type held, int depth)
    {
        Type map = typeof(Dictionary<,>).MakeGenericType(key, held);
        if (!type.IsAssignableFrom(map))
        {
            return null;
        }

        var made = (IDictionary)Activator.CreateInstance(map)!;
        foreach (object? entry in Many(key, depth))
        {
            if (entry is not null)
            {
                made[entry] = Of(held, depth + 1);
            }
        }

        return made;
    }

    private Array Many(Type element, int depth)
    {
        Array items = Array.CreateInstance(element, depth >= Deepest ? 0 : draws.OnceIn(12) ? 40 : draws.Below(6));
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(element, depth + 1), i);
        }

        return items;
    }

    private object? Librarys(Type type, int depth)
    {
        if (known.TryGetValue(type, out List<object>? values) && !draws.OnceIn(4))
        {
            return draws.One(values);
        }

        MethodBase[] makers = [.. Surface.Makers[type]];
        for (int attempt = 0; attempt < 3 && makers.Length > 0 && depth < Deepest; attempt++)
        {
            MethodBase maker = draws.One(makers);
            try
            {
                object?[] arguments = [.. maker.GetParameters().Select(parameter => Of(parameter.ParameterType, depth + 1))];
                if ((maker is ConstructorInfo constructor ? constructor.Invoke(arguments) : maker.Invoke(null, arguments)) is { } made)
                {
                    Keep(made);
                    return made;
                }
            }
            catch (TargetInvocationException)
            {
                // What is refused here is judged when the maker is called for its own sake.
            }
        }

        return known.TryGetValue(type, out values) ? draws.One(values) : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private void Keep(Type type, object value)
    {
        List<object> values = known.TryGetValue(type, out List<object>? found) ? found : known[type] = [];
        if (values.Count < Kept)
        {
            values.Add(value);
        }
        else
        {
            // The first ones stay: they are plausible.
            values[draws.Below(Kept - Stay) + Stay] = value;
        }
    }
}
