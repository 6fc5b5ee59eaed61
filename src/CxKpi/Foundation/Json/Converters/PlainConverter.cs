using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CxKpi;

/// <summary>How one kind of plain value stands in JSON.</summary>
internal abstract class PlainConverter<TValue> : IElementConverter<TValue>
    where TValue : notnull
{
    internal static IElementConverter<TValue> Instance { get; } =
        PlainConverters.Of<TValue>() ?? throw new NotSupportedException($"{typeof(TValue)} is no plain value");

    /// <summary>What a value must be, behind its name in a message.</summary>
    protected abstract string Rule { get; }

    public TValue Read(JsonElement element, JsonSerializerOptions options) =>
        TryRead(element, options, out TValue? value) ? value : throw new JsonFault($"{Rule}; got {JsonText.Of(element)}");

    public abstract void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options);

    protected abstract bool TryRead(JsonElement element, JsonSerializerOptions options, [MaybeNullWhen(false)] out TValue value);
}
