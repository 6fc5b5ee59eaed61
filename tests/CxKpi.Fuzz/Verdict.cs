using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace CxKpi.Fuzz;

/// <summary>What a call may do: give a finite result, or refuse by an exception that the library itself throws.</summary>
internal static class Verdict
{
    private const int Deepest = 2;

    // What they refuse, the library should have refused by the names of its own arguments.
    private static readonly string[] Foreign = ["NodaTime", "MathNet.Numerics"];

    /// <summary>What is wrong with an exception; <see langword="null"/> when nothing is.</summary>
    internal static string? Of(Exception thrown, MethodBase call) => thrown switch
    {
        ArgumentException argument when Foreign.Contains(ThrownBy(thrown)) => $"{argument.GetType().Name} of {ThrownBy(thrown)}",
        ArgumentException { ParamName: null or "" } argument => $"{argument.GetType().Name} without a name",
        KeyNotFoundException when IsDictionary(call.DeclaringType!) => null,
        ArgumentException or OverflowException or InvalidOperationException or FormatException or JsonException or NotSupportedException => null,
        _ => thrown.GetType().Name,
    };

    /// <summary>Where in the library it happened.</summary>
    internal static string Place(Exception thrown) => new StackTrace(thrown).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.Assembly == typeof(Nps).Assembly) is { } method ? $"{method.DeclaringType!.Name}.{method.Name}" : "";

    /// <summary>The member of a result that is not a number or infinite; <see langword="null"/> when there is none.</summary>
    internal static string? NotFinite(object value) => NotFinite(value, 0);

    private static string? NotFinite(object value, int depth)
    {
        if (value is double number)
        {
            return double.IsFinite(number) ? null : "a number that is not finite";
        }

        if (depth >= Deepest || !Surface.IsLibrarys(value.GetType()))
        {
            return null;
        }

        foreach (PropertyInfo property in value.GetType().GetProperties()
            .Where(own => own.GetMethod is { IsStatic: false } && own.GetIndexParameters().Length == 0))
        {
            object? part;
            try
            {
                part = property.GetValue(value);
            }
            catch (TargetInvocationException thrown)
            {
                if (thrown.InnerException is not (OverflowException or InvalidOperationException or ArgumentException))
                {
                    return $"{property.Name}, which throws {thrown.InnerException!.GetType().Name}";
                }

                continue;
            }

            if (part is not null && NotFinite(part, depth + 1) is { } found)
            {
                return found.StartsWith("a number", StringComparison.Ordinal) ? $"{property.Name} that is not finite" : $"{property.Name}.{found}";
            }
        }

        return null;
    }

    private static bool IsDictionary(Type type) =>
        Array.Exists(type.GetInterfaces(), face => face.Name.StartsWith("IReadOnlyDictionary", StringComparison.Ordinal));

    private static string ThrownBy(Exception thrown) => new StackTrace(thrown).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly.GetName().Name ?? "";
}
