using System.Collections;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>What lies within a result: many types are made by nothing else.</summary>
internal static class Parts
{
    private const int MostItems = 4;

    /// <summary>One of the first items of a list, or what one of the members of another value holds.</summary>
    internal static object? One(object value, Draws draws)
    {
        if (value is IEnumerable items and not string && draws.OnceIn(2))
        {
            object?[] first = [.. items.Cast<object?>().Take(MostItems)];
            return first.Length > 0 ? draws.One(first) : null;
        }

        if (!Surface.IsLibrarys(value.GetType()))
        {
            return null;
        }

        PropertyInfo[] members = [.. value.GetType().GetProperties()
            .Where(own => own.GetMethod is { IsStatic: false } && own.GetIndexParameters().Length == 0)
            .OrderBy(own => own.Name, StringComparer.Ordinal)];
        try
        {
            return members.Length > 0 ? draws.One(members).GetValue(value) : null;
        }
        catch (TargetInvocationException)
        {
            // A total that does not exist.
            return null;
        }
    }
}
