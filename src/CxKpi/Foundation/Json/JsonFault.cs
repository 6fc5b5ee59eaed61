using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CxKpi;

/// <summary>
/// A rule that a document breaks, or a value that is to be written, on its way to the converter that was asked to read or write; there it becomes a
/// <see cref="JsonException"/>.
/// </summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the library: the converter that was asked throws a JsonException instead.")]
internal sealed class JsonFault : Exception
{
    private string inside, subject = string.Empty;

    public JsonFault()
        : this("must be what was written")
    {
    }

    public JsonFault(string rule)
        : this(rule, null)
    {
    }

    public JsonFault(string rule, Exception? cause)
        : this(rule, cause, string.Empty)
    {
    }

    internal JsonFault(string rule, Exception? cause, string inside)
        : base(rule, cause) => this.inside = inside;

    /// <summary>
    /// Notes that the fault lies inside a member or an item of what is read around it; the first member is what a rule without a subject speaks of.
    /// </summary>
    internal void LiesIn(string member)
    {
        inside = member + inside;
        if (subject.Length == 0 && member[0] == '.' && Message.StartsWith("must ", StringComparison.Ordinal))
        {
            subject = $"{inside[1..]} ";
        }
    }

    /// <summary>Reads the next value of a document with a converter of its own.</summary>
    /// <remarks>
    /// Inside a larger document only the serializer knows the path to this value, and sets <see cref="JsonException.Path"/> to it;
    /// at the top the whole path is known here.
    /// </remarks>
    internal static T Read<T>(ref Utf8JsonReader reader, IElementConverter<T> converter, JsonSerializerOptions options)
    {
        bool isWhole = reader.CurrentDepth == 0;
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return converter.Read(document.RootElement, Guard.NotNull(options));
        }
        catch (JsonFault fault)
        {
            throw fault.ToException(isWhole, typeof(T).Name.Split('`')[0]);
        }
    }

    /// <summary>Writes a value that may be none that a document can hold.</summary>
    internal static void Write<T>(Utf8JsonWriter writer, T value, IElementConverter<T> converter, JsonSerializerOptions options)
    {
        bool isWhole = writer.CurrentDepth == 0;
        try
        {
            converter.Write(writer, value, options);
        }
        catch (JsonFault fault)
        {
            throw fault.ToException(isWhole, typeof(T).Name.Split('`')[0]);
        }
    }

    internal JsonException ToException(bool isWhole, string type) => isWhole
        ? new($"{subject}{Message}. Path: ${inside}", $"${inside}", null, null, InnerException)
        : new($"{subject}{Message}{(inside.Length == 0 ? string.Empty : $". Path within {type}: ${inside}")}", InnerException);
}
