using System.Collections;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>What lies within a result: many types are made by nothing else.</summary>
internal static class Parts
{
    private const int MostItems = 4;

    /// <summary>One of the first items of a list, or what a member of another value holds; of a member that is a list, an item.</summary>
    internal static object? One(object value, Draws draws)
    {
        try
        {
            return value is IEnumerable && draws.OnceIn(2) ? Item(value, draws) : Member(value, draws) is { } member ? Item(member, draws) : null;
        }
        catch (TargetInvocationException)
        {
            // A total that does not exist.
            return null;
        }
    }

    private static object? Item(object value, Draws draws) => value is not IEnumerable items || value is string ? value
        : items.Cast<object?>().Take(MostItems).ToArray() is { Length: > 0 } first ? draws.One(first)
        : null;

    private static object? Member(object value, Draws draws)
    {
        PropertyInfo[] members = Surface.IsLibrarys(value.GetType()) ? [.. value.GetType().GetProperties()
            .Where(own => own.GetMethod is { IsStatic: false } && own.GetIndexParameters().Length == 0)
            .OrderBy(own => own.Name, StringComparer.Ordinal)] : [];
        return members.Length > 0 ? draws.One(members).GetValue(value) : null;
    }
}
