using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>
/// What a serializer must know of the library's types where reflection is off: in trimmed and native programs, and in files that are run as they are.
/// </summary>
/// <remarks>
/// <code>string json = JsonSerializer.Serialize(nps, CxKpiJson.TypeOf&lt;Nps&gt;());
/// Nps back = JsonSerializer.Deserialize(json, CxKpiJson.TypeOf&lt;Nps&gt;());</code>
/// It covers every record, tally, estimate, change, segments, series, period and scorecard,
/// and other libraries' records that are an <see cref="IJsonRecord{TSelf}"/>.
/// </remarks>
public static class CxKpiJson
{
    private static readonly JsonSerializerOptions Alone = new() { TypeInfoResolver = new RecordTypeResolver() };

    /// <summary>The metadata of the library's types, to be combined with that of a program's own generated serializer.</summary>
    /// <value>A resolver for <c>JsonTypeInfoResolver.Combine</c>.</value>
    public static IJsonTypeInfoResolver Resolver => Alone.TypeInfoResolver!;

    /// <summary>Returns the metadata of one type, under default options.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The metadata, for the methods of <see cref="JsonSerializer"/>.</returns>
    public static JsonTypeInfo<T> TypeOf<T>()
        where T : IHasJsonConverter => (JsonTypeInfo<T>)Alone.GetTypeInfo(typeof(T));

    /// <summary>Returns the metadata of a list of one type, under default options.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <returns>The metadata, for the methods of <see cref="JsonSerializer"/>; what is read is a list.</returns>
    public static JsonTypeInfo<IReadOnlyList<T>> ListOf<T>()
        where T : IHasJsonConverter =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(Alone, new() { ElementInfo = TypeOf<T>() });
}
