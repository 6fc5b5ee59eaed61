using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>A record that states its JSON members once, for writing and reading alike. Its type is marked with <see cref="RecordJsonConverter{T}"/>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
/// <remarks>
/// <code>static Nps IJsonRecord&lt;Nps&gt;.Json(JsonMembers&lt;Nps&gt; json) => new(
///     json.Value(nameof(Promoters), x => x.Promoters),
///     json.Value(nameof(Passives), x => x.Passives),
///     json.Value(nameof(Detractors), x => x.Detractors));</code>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IJsonRecord<TSelf> : IHasJsonConverter
    where TSelf : IJsonRecord<TSelf>
{
    /// <summary>
    /// Creates the record from its members, each asked for once. When a record is written, the same code runs over the members of that record.
    /// </summary>
    /// <param name="json">The members of a document that is read, or of the record that is written.</param>
    /// <returns>The record; an <see cref="ArgumentException"/> or an <see cref="OverflowException"/> of its constructor is a fault of the document.</returns>
    static abstract TSelf Json(JsonMembers<TSelf> json);

    [SuppressMessage("Design", "CA1033", Justification = "A serializer asks through the interface; a record has no use for it.")]
    JsonConverter IHasJsonConverter.JsonConverter => new RecordJsonConverter<TSelf>();

    [SuppressMessage("Design", "CA1033", Justification = "A serializer asks through the interface; a record has no use for it.")]
    JsonTypeInfo IHasJsonConverter.TypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<TSelf>(options, new RecordJsonConverter<TSelf>());
}
