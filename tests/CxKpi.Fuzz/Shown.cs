using System.Collections;
using System.Globalization;
using System.Reflection;

namespace CxKpi.Fuzz;

/// <summary>Calls and values as text.</summary>
internal static class Shown
{
    private const int Longest = 400;

    internal static string Name(MethodBase call) =>
        $"{call.DeclaringType!.Name}.{call.Name}({string.Join(", ", call.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    internal static string Values(object?[] values)
    {
        string all = string.Join("; ", values.Select(One));
        return all.Length > Longest ? all[..Longest] : all;
    }

    private static string One(object? value)
    {
        try
        {
            return value switch
            {
                null => "null",
                IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object?>().Take(8).Select(One))}]",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" "),
            };
        }
        catch (Exception fault)
        {
            return $"<{fault.GetType().Name} when shown>";
        }
    }
}
