using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>
/// A value of a type that the library does not know, such as the key of a segment or a KPI from outside: by the converter that the type brings,
/// as a plain value, or else by what the options know of it. What the options write must come back as it was.
/// </summary>
internal sealed class AnyConverter<TValue> : IElementConverter<TValue>
    where TValue : notnull
{
    // Tuples are fields, and a serializer would lose values of NodaTime and half surrogate pairs in silence.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Widened = [];

    private AnyConverter()
    {
    }

    internal static IElementConverter<TValue> Instance { get; } = Own() ?? new AnyConverter<TValue>();

    public TValue Read(JsonElement element, JsonSerializerOptions options)
    {
        JsonTypeInfo<TValue> known = Known(options);
        TValue value;
        try
        {
            value = element.Deserialize(known) ?? throw new JsonFault("must not be null");
        }
        catch (JsonException error)
        {
            throw new JsonFault(error.Message.Split(" Path: ")[0].TrimEnd('.'), error, error.Path?.TrimStart('$') ?? string.Empty);
        }

        return JsonNode.DeepEquals(JsonSerializer.SerializeToNode(value, known), Node(element))
            ? value
            : throw new JsonFault(
                $"must be what a {typeof(TValue).Name} is written as; got {element.GetRawText()}, which reads as {JsonSerializer.Serialize(value, known)}");
    }

    public void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        try
        {
            JsonSerializer.Serialize(writer, value, Known(options));
        }
        catch (JsonException error)
        {
            throw new JsonFault(error.Message.Split(" Path: ")[0].TrimEnd('.'), error);
        }
    }

    private static IElementConverter<TValue>? Own() =>
        PlainConverters.Of<TValue>() ?? (default(TValue) is IHasJsonConverter own ? own.JsonConverter as IElementConverter<TValue> : null);

    private static JsonTypeInfo<TValue> Known(JsonSerializerOptions options) =>
        (JsonTypeInfo<TValue>)Widened.GetValue(options, Widen).GetTypeInfo(typeof(TValue));

    private static JsonSerializerOptions Widen(JsonSerializerOptions options) => new(options)
    {
        IncludeFields = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = false,
        Converters = { new DurationJsonConverter(), new InstantJsonConverter(), new LocalDateJsonConverter(), new TextJsonConverter() },
    };

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };
}
