using System.Globalization;
using System.Text.Json;

namespace CxKpi;

/// <content>Reading.</content>
public sealed partial class JsonMembers<T>
{
    /// <summary>The record that is written, for a result that nobody reads back: a document of one is refused.</summary>
    internal T Result => writer is not null
        ? record
        : throw new JsonFault($"{typeof(T).Name.Split('`')[0]} is a result: it is written, and calculated again instead of being read");

    /// <summary>Refuses a figure that lies outside the limits that were read with it, by more than rounding.</summary>
    internal void RequireWithin(string member, double figure, double? lower, double? upper)
    {
        if (writer is null && StatedFigures.FaultWithin(figure, lower, upper) is { } rule)
        {
            throw Fault(member, rule);
        }
    }

    /// <summary>Whether a document is read, which may state what no record says.</summary>
    internal bool IsRead => writer is null;

    /// <summary>Refuses a p-value that contradicts the interval it was read with.</summary>
    internal void RequireOneStatement(string member, double? pValue, double confidence, (double? Lower, double? Upper) limits, double hypothesis = 0)
    {
        if (writer is null && StatedFigures.FaultOfPValue(pValue, confidence, limits.Lower, limits.Upper, hypothesis) is { } rule)
        {
            throw Fault(member, rule);
        }
    }

    /// <summary>Refuses a confidence level of 0 or 1, which no interval has; only a record without data has none.</summary>
    internal void RequireConfidence(string member, double confidence, bool hasData)
    {
        if (writer is null && hasData)
        {
            Guard.Confidence(confidence, member);
        }
    }

    /// <summary>The record that was read, whose limits must not be reversed.</summary>
    internal T InOrder(T read, params ReadOnlySpan<(Func<T, double?> Lower, Func<T, double?> Upper, string LowerName, string UpperName)> limits)
    {
        foreach ((Func<T, double?> lower, Func<T, double?> upper, string lowerName, string upperName) in limits)
        {
            if (writer is null)
            {
                Guard.InOrder(lower(read), upper(read), lowerName, upperName);
            }
        }

        return read;
    }

    internal static T Read(JsonElement element, JsonSerializerOptions options)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonFault($"must be an object; got {JsonText.Of(element)}");
        }

        JsonMembers<T> members = new(options, default!, null, [.. element.EnumerateObject()]);
        try
        {
            T read = T.Json(members);
            members.RequireNothingElse();
            return read;
        }
        catch (ArgumentException error)
        {
            throw members.Broken(error);
        }
        catch (OverflowException error)
        {
            throw new JsonFault($"must not add up to more than can be counted: {error.Message}", error);
        }
    }

    private TValue Read<TValue>(JsonMemberName name, JsonElement element, IElementConverter<TValue> converter)
    {
        try
        {
            return converter.Read(element, options);
        }
        catch (JsonFault error)
        {
            error.LiesIn($".{name.Name}");
            throw;
        }
    }

    private JsonElement Taken(JsonMemberName name)
    {
        // Most documents state the members in the order in which they are asked for.
        for (int i = 0; i < stated.Length; i++)
        {
            int at = (position - 1 + i) % stated.Length;
            if (stated[at].Value is { ValueKind: not JsonValueKind.Undefined } value && Matches(stated[at], name))
            {
                stated[at] = default;
                return value;
            }
        }

        return default;
    }

    private bool Matches(in JsonProperty property, JsonMemberName name) =>
        property.NameEquals(name.Name) || (options.PropertyNameCaseInsensitive && string.Equals(property.Name, name.Name, StringComparison.OrdinalIgnoreCase));

    private bool IsStated(JsonMemberName name, out JsonElement element)
    {
        element = Taken(name);
        return element.ValueKind switch
        {
            JsonValueKind.Undefined => LeavesOutNulls ? false : throw Missing(name),
            JsonValueKind.Null => false,
            _ => true,
        };
    }

    private void RequireNothingElse()
    {
        foreach (JsonProperty left in stated)
        {
            if (left.Value.ValueKind != JsonValueKind.Undefined)
            {
                bool isKnown = names.All.Any(name => Matches(left, name));
                string known = string.Join(", ", names.All.Select(name => name.Name));
                throw Named(left.Name, isKnown ? "must not be stated twice" : $"is no member of {typeof(T).Name.Split('`')[0]}, whose members are {known}");
            }
        }
    }

    private JsonFault Missing(JsonMemberName name)
    {
        string? other = stated.Where(left => left.Value.ValueKind != JsonValueKind.Undefined).Select(left => left.Name)
            .FirstOrDefault(left => string.Equals(left, name.Name, StringComparison.OrdinalIgnoreCase));
        return Fault(name, other is null ? "is missing" : $"is missing; {other} is another name unless the options are PropertyNameCaseInsensitive");
    }

    // The framework's message ends in the parameter's name and the value, which the rule names already.
    private JsonFault Broken(ArgumentException error)
    {
        string rule = error.Message;
        int end = error.ParamName is null ? -1 : rule.LastIndexOf($" (Parameter '{error.ParamName}')", StringComparison.Ordinal);
        string? member = names.All.FirstOrDefault(name => string.Equals(name.Member, error.ParamName, StringComparison.OrdinalIgnoreCase))?.Name;
        return new(end < 0 ? rule : rule[..end], error, member is null ? string.Empty : $".{member}");
    }

    /// <summary>The fault of a member that breaks a rule, for a record to throw.</summary>
    internal Exception Fault(string member, string rule) => Fault(names.All.First(name => string.Equals(name.Member, member, StringComparison.Ordinal)), rule);

    private static JsonFault Fault(JsonMemberName name, string rule) => Named(name.Name, rule);

    private static JsonFault Named(string name, string rule) => new($"{name} {rule}", null, $".{name}");
}
