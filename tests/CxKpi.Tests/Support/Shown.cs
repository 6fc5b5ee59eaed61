using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CxKpi.Tests;

/// <summary>A generated case whose text holds all of it.</summary>
/// <remarks>FsCheck by itself cuts lists after four items, arrays after a hundred, and figures after ten digits.</remarks>
internal readonly record struct Shown<T>(T Value)
{
    public override string ToString() => Shown.Text(Value);
}

/// <summary>The text of a generated case.</summary>
internal static class Shown
{
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i])))})",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        _ when IsKpi(value.GetType()) => $"{value} {JsonSerializer.Serialize(value, value.GetType())}",
        _ when IsOurs(value.GetType()) =>
            $"{{ {string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name} = {Text(property.GetValue(value))}"))} }}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsKpi(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKpi<>));

    /// <summary>Records, and types without a name, that the tests make for their cases.</summary>
    private static bool IsOurs(Type type) => type.Assembly == typeof(Shown).Assembly && !type.IsEnum;
}
