using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CxKpi.Fuzz;

/// <summary>How a call may be refused: by an exception that the library itself throws, and that says of what.</summary>
internal static partial class Verdict
{
    // What they refuse, the library should have refused by the names of its own arguments.
    private static readonly string[] Foreign = ["NodaTime", "MathNet.Numerics"];

    private static readonly string Library = typeof(Nps).Assembly.GetName().Name!;

    // Names that no argument of a call has, and why they may be blamed all the same.
    private static readonly (string[] Names, Func<MethodBase, bool> Of)[] Allowed =
    [
        // The target's own, which are judged only when the KPI is known.
        (["goal", "baseline", "change"], call => call.DeclaringType == typeof(Target) && call.Name is nameof(Target.Assess)),

        // The builder's own, which are added one by one.
        (["lines"], call => call.DeclaringType == typeof(ScorecardBuilder) && call.Name is nameof(ScorecardBuilder.Build)),

        // What is added up within comes to more things than can be counted.
        (["evidence"], call => call.Name is "Combine" or "Times" or "FromClusters" || call.Name.StartsWith("Tally", StringComparison.Ordinal)),
    ];

    /// <summary>What is wrong with an exception; <see langword="null"/> when nothing is.</summary>
    internal static string? Of(Exception thrown, MethodBase call) => thrown switch
    {
        // Documented: rows that are tallied on several processors are refused together.
        AggregateException { InnerExceptions: var all } when call.DeclaringType == typeof(ParallelTallyExtensions) =>
            all.Select(one => Of(one, call)).FirstOrDefault(fault => fault is not null),
        ArgumentException argument when Foreign.Contains(ThrownBy(thrown)) => $"{argument.GetType().Name} of {ThrownBy(thrown)}",

        // What it blames is handed to it: each KPI names its own arguments.
        ArgumentException when call.DeclaringType == typeof(SharedRule) => null,
        ArgumentException argument when !IsKnown(argument.ParamName ?? "", call) =>
            $"{argument.GetType().Name} of {(argument.ParamName is null or "" ? "no argument" : $"the unknown argument {argument.ParamName}")}",
        KeyNotFoundException when IsDictionary(call.DeclaringType!) => null,
        OverflowException when IsBare(thrown) => "OverflowException that does not say of what",
        ArgumentException or OverflowException or JsonException => null,
        InvalidOperationException or FormatException or NotSupportedException when ThrownBy(thrown) == Library => null,
        InvalidOperationException or FormatException or NotSupportedException => $"{thrown.GetType().Name} of {ThrownBy(thrown)}",
        _ => thrown.GetType().Name,
    };

    // Whether an argument is named that the caller knows: a parameter, or a public member of what is called or handed over.
    private static bool IsKnown(string name, MethodBase call)
    {
        string blamed = FirstName().Match(name).Value;
        return call.GetParameters().Any(parameter => parameter.Name == blamed || HasMember(parameter.ParameterType, blamed))
            || HasMember(call.DeclaringType!, blamed)
            || Allowed.Any(allowed => allowed.Names.Contains(blamed) && allowed.Of(call));
    }

    /// <summary>Where in the library it happened.</summary>
    internal static string Place(Exception thrown) => new StackTrace(thrown).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.Assembly == typeof(Nps).Assembly) is { } method ? $"{method.DeclaringType!.Name}.{method.Name}" : "";

    /// <summary>Whether an overflow is the framework's own, which does not say what was too large.</summary>
    internal static bool IsBare(Exception? thrown) => thrown is OverflowException
        && (thrown.Message.StartsWith("Arithmetic operation", StringComparison.Ordinal)
            || thrown.Message.StartsWith("Value was either", StringComparison.Ordinal)
            || Foreign.Contains(ThrownBy(thrown)));

    // The items of a list and what is nullable as well.
    private static bool HasMember(Type type, string name) => type.GetProperty(name) is not null
        || (type.HasElementType && HasMember(type.GetElementType()!, name))
        || type.GetGenericArguments().Any(part => HasMember(part, name));

    private static bool IsDictionary(Type type) =>
        Array.Exists(type.GetInterfaces(), face => face.Name.StartsWith("IReadOnlyDictionary", StringComparison.Ordinal));

    private static string ThrownBy(Exception thrown) => new StackTrace(thrown).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly.GetName().Name ?? "";

    // Up to the first dot or bracket.
    [GeneratedRegex(@"^[^.\[]*")]
    private static partial Regex FirstName();
}
