using System.Collections;
using System.Text.Json;
using CxKpi.Practices;

namespace CxKpi.Fuzz;

/// <summary>What is written as JSON comes back equal, and what is changed in between is read soundly or refused by name.</summary>
internal sealed class RoundTrip(Draws draws, Action<string, string> note)
{
    private static readonly string[] Pieces = ["null", "1e400", "-1", "NaN", "\"\"", "[]", "{}", "9223372036854775808", ",", "0.5"];

    /// <summary>What stands in the place of half a character, which JSON cannot hold.</summary>
    private const string LoneSurrogate = "\\uFFFD";

    /// <summary>How the library refuses to write half a character, which JSON cannot hold either.</summary>
    private const string HalfAPair = "must be well-formed text, but holds half of a surrogate pair";

    /// <summary>How the library refuses to read a result that rests on rows.</summary>
    private const string IsResult = "is a result: it is written, and calculated again instead of being read";

    /// <summary>Members that a document leaves out, as the documentation says: charts are pictures of rows that a scorecard does not hold.</summary>
    private static readonly string[] LeftOut = ["Scorecard.Charts"];

    private readonly HashSet<Type> read = [], refused = [];

    /// <summary>How many types came back, and how many are written for other programs alone.</summary>
    internal (int Read, int Refused) Types => (read.Count, refused.Count);

    // A row of a log is no record without its key, as the documentation says: verbs name its position in the log, and JSON of it is refused.
    private static bool LacksItsKey(object value) => Array.Exists(
        [nameof(CartOutcome<string>.Key), nameof(Invitation<string>.Customer)],
        name => value.GetType() is { IsGenericType: true } type && type.GetProperty(name) is { } key && key.GetValue(value) is null);

    internal void Try(object value)
    {
        if (LacksItsKey(value))
        {
            return;
        }

        Type type = value.GetType();
        string text;
        try
        {
            text = JsonSerializer.Serialize(value, type);
        }
        catch (Exception fault)
        {
            if (fault is not NotSupportedException && !fault.Message.Contains(HalfAPair, StringComparison.Ordinal))
            {
                note($"{fault.GetType().Name} writing JSON of {type.Name}", $"{fault.Message} | {Verdict.Place(fault)} | {Shown.Values([value])}");
            }

            return;
        }

        if (Read(type, text, isMutated: false) is { } same)
        {
            Compare(value, text, same);
        }

        string changed = Mutated(text);
        _ = Read(type, changed, isMutated: true);
        _ = Read(type, Mutated(changed), isMutated: true);
    }

    private void Compare(object value, string text, object same)
    {
        Type type = value.GetType();
        read.Add(type);
        if (text.Contains(LoneSurrogate, StringComparison.Ordinal))
        {
            return;
        }

        string again = JsonSerializer.Serialize(same, type);
        if (again != text)
        {
            note($"JSON of {type.Name} comes back as another text", $"{Short(text)}\n    {Short(again)}");
        }
        else if (Difference(value, same, type.Name) is { } place)
        {
            note($"JSON of {type.Name} comes back unequal", $"{place} | {Short(text)}");
        }
    }

    // A type without equality of its own, such as a series, is equal to itself alone, and makes what holds it unequal.
    private static string? Difference(object? value, object? same, string place)
    {
        if (Equals(value, same) || (value is not null && ComparesByReference(value.GetType())))
        {
            return null;
        }

        (string Name, object? Own, object? Others)[] parts = value switch
        {
            null or string => [],
            IEnumerable items when same is IEnumerable others =>
                [.. items.Cast<object?>().Zip(others.Cast<object?>(), (own, other) => ("item", own, other))],
            _ when Surface.IsLibrarys(value.GetType()) && same is not null => [.. value.GetType().GetProperties()
                .Where(own => own.GetIndexParameters().Length == 0 && own.GetMethod is { IsStatic: false })
                .Select(own => (own.Name, own.GetValue(value), own.GetValue(same)))],
            _ => [],
        };
        (string Name, object? Own, object? Others)[] unequal = [.. parts.Where(part => !Equals(part.Own, part.Others))];
        return unequal.Length == 0 ? place
            : unequal.Where(part => !LeftOut.Contains($"{value!.GetType().Name}.{part.Name}"))
                .Select(part => Difference(part.Own, part.Others, $"{place}.{part.Name}")).FirstOrDefault(found => found is not null);
    }

    private static bool ComparesByReference(Type type) => type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType == typeof(object);

    private object? Read(Type type, string text, bool isMutated)
    {
        try
        {
            object? made = JsonSerializer.Deserialize(text, type);
            if (made is not null && Soundness.Fault(made) is { } fault)
            {
                note($"JSON of {type.Name} is read into {fault}", Short(text));
            }

            return made;
        }
        catch (NotSupportedException)
        {
            refused.Add(type);
        }
        catch (JsonException fault) when (fault.Message.Contains(IsResult, StringComparison.Ordinal))
        {
            refused.Add(type);
        }
        catch (JsonException fault)
        {
            if (!isMutated)
            {
                note($"JSON of {type.Name} is not read back", $"{fault.Message} | {Short(text)}");
            }
        }
        catch (ArgumentException) when (isMutated && !typeof(IHasJsonConverter).IsAssignableFrom(type))
        {
            // Types without a converter of their own are read by their constructors and members, which refuse by their own names.
        }
        catch (Exception fault)
        {
            note($"{fault.GetType().Name} reading JSON of {type.Name}", $"{fault.Message} | {Verdict.Place(fault)} | {Short(text)}");
        }

        return null;
    }

    private string Mutated(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = draws.Below(text.Length);
        return draws.Below(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, draws.One(Pieces)),
            _ when text.IndexOf(':', at) is >= 0 and var colon && text.IndexOfAny([',', '}', ']'], colon) is >= 0 and var end =>
                $"{text[..(colon + 1)]}{draws.One(Pieces)}{text[end..]}",
            _ => text,
        };
    }

    private static string Short(string text) => text.Length > 500 ? text[..500] : text;
}
