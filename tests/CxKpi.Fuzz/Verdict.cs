using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace CxKpi.Fuzz;

/// <summary>What a call may do: give a sound result, or refuse by an exception that the library itself throws.</summary>
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
        ArgumentException { ParamName: { } name } when name.Contains('(', StringComparison.Ordinal) => $"an argument named by the code {name}",
        ArgumentException { ParamName: "other" } when call.Name is "ChangeFrom" => "a name of another argument",
        KeyNotFoundException when IsDictionary(call.DeclaringType!) => null,
        OverflowException when !AddsUp(call) && IsBare(thrown) => "OverflowException that does not say of what",
        ArgumentException or OverflowException or InvalidOperationException or FormatException or JsonException or NotSupportedException => null,
        _ => thrown.GetType().Name,
    };

    /// <summary>Where in the library it happened.</summary>
    internal static string Place(Exception thrown) => new StackTrace(thrown).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.Assembly == typeof(Nps).Assembly) is { } method ? $"{method.DeclaringType!.Name}.{method.Name}" : "";

    /// <summary>What is wrong with a result; <see langword="null"/> when nothing is.</summary>
    internal static string? Of(object result, MethodBase call) => IsNaturallyInfinite(call) ? null : Fault(result, 0);

    /// <summary>A power transformation is a function of numbers: a missing one stays missing, and one beyond the range is infinite.</summary>
    private static bool IsNaturallyInfinite(MethodBase call) => call.DeclaringType!.Name is "BoxCox";

    private static string? Fault(object value, int depth)
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
                // Records of different rules have no sum and no common variance, and a sum can pass the range: both members say so.
                if (thrown.InnerException is not (OverflowException or InvalidOperationException or ArgumentException)
                    || (property.Name is not ("Total" or "SamplingVariances") && (IsBare(thrown.InnerException) || thrown.InnerException is ArgumentException)))
                {
                    return $"{property.Name}, which throws {thrown.InnerException!.GetType().Name} ({thrown.InnerException.Message})";
                }

                continue;
            }

            if (part is not null && Fault(part, depth + 1) is { } found)
            {
                return found.StartsWith("a number", StringComparison.Ordinal) ? $"{property.Name} that is not finite" : $"{property.Name}.{found}";
            }
        }

        return Limits(value);
    }

    /// <summary>
    /// Limits stand in order, and around the figure that they are limits of, but for methods that add some answers of either kind: where all are alike their
    /// published interval ends before the figure, and a vector of another tool holds it there.
    /// </summary>
    private static string? Limits(object value)
    {
        double? Member(string name) => value.GetType().GetProperty(name)?.GetValue(value) as double?;

        (double? lower, double? upper) = (Member("Lower"), Member("Upper"));
        double? middle = value is Estimate { Method: var own } && !IsAdjusted(own) ? Member("Value")
            : value is Change { Method: var method } && !IsAdjusted(method) ? Member("Difference")
            : null;
        return lower > upper || middle < lower || middle > upper
            ? FormattableString.Invariant($"limits out of order ({middle:R} [{lower:R}, {upper:R}])")
            : null;
    }

    private static bool IsAdjusted(IntervalMethod method) =>
        method is IntervalMethod.AdjustedWald or IntervalMethod.AgrestiCoull or IntervalMethod.AgrestiCaffo or IntervalMethod.BonettPrice;

    /// <summary>Whether a call adds records or rows up: what it cannot hold any more is their sum, of which its documentation speaks.</summary>
    private static bool AddsUp(MethodBase call) => call.Name is "Combine" or "Times" or "Continue"
        || (call.IsStatic && call.DeclaringType!.Name.EndsWith("Tally", StringComparison.Ordinal))
        || call.Name.StartsWith("Tally", StringComparison.Ordinal)
        || call.Name.StartsWith("From", StringComparison.Ordinal)
        || call.Name.StartsWith("Summarise", StringComparison.Ordinal);

    private static bool IsBare(Exception? thrown) => thrown is OverflowException
        && (thrown.Message.StartsWith("Arithmetic operation", StringComparison.Ordinal)
            || thrown.Message.StartsWith("Value was either", StringComparison.Ordinal)
            || Foreign.Contains(ThrownBy(thrown)));

    private static bool IsDictionary(Type type) =>
        Array.Exists(type.GetInterfaces(), face => face.Name.StartsWith("IReadOnlyDictionary", StringComparison.Ordinal));

    private static string ThrownBy(Exception thrown) => new StackTrace(thrown).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly.GetName().Name ?? "";
}
