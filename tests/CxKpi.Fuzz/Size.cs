using System.Collections.Concurrent;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>How much a value holds: the items of all arrays within it, which are the same on every machine.</summary>
internal static class Size
{
    private const int Most = 10_000;
    private const int Deepest = 12;

    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Walked = new();

    private static readonly ConcurrentDictionary<Type, bool> Holding = new();

    /// <summary>The number of items, up to some ten thousand.</summary>
    internal static int Of(object? value)
    {
        int found = 0;
        Add(value, 0, ref found);
        return found;
    }

    private static void Add(object? value, int depth, ref int found)
    {
        if (value is null || depth > Deepest || found > Most)
        {
            return;
        }

        if (value is Array items)
        {
            found += items.Length;
            if (Holding.GetOrAdd(items.GetType().GetElementType()!, type => MayHold(type, 0)))
            {
                foreach (object? item in items)
                {
                    Add(item, depth + 1, ref found);
                }
            }

            return;
        }

        foreach (FieldInfo field in Walked.GetOrAdd(value.GetType(), Fields))
        {
            Add(field.GetValue(value), depth + 1, ref found);
        }
    }

    private static FieldInfo[] Fields(Type type)
    {
        IEnumerable<FieldInfo> all = [];
        for (Type? own = type; IsWalked(own); own = own!.BaseType)
        {
            all = all.Concat(own!.GetFields(Inner | BindingFlags.DeclaredOnly));
        }

        return [.. all.Where(field => MayHold(field.FieldType, 0))];
    }

    private static bool IsWalked(Type? type) => type is { IsPrimitive: false, IsEnum: false }
        && (Surface.IsLibrarys(type)
            || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)
            || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true);

    // A sealed type is known by its fields; in the place of an open one anything can stand.
    private static bool MayHold(Type type, int depth) => type.IsArray || type.IsInterface
        || (IsWalked(type) && (!type.IsSealed || depth > Deepest
            || Array.Exists(type.GetFields(Inner), field => MayHold(field.FieldType, depth + 1))));
}
