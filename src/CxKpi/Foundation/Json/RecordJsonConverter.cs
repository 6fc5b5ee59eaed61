using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A record in JSON as an object of its members: nothing is added, nothing left out, and reading accepts nothing else.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <remarks>
/// A member that is missing, unknown or stated twice, a value of another kind and a rule of the record that is broken are a <see cref="JsonException"/>
/// that names the rule and the path. Names follow the options' naming policy and are compared as the options say; numbers follow their number handling.
/// Enums are names. A member that has no value is written as null; only options that leave out nulls let it be absent.
/// <para>Public because source-generated serializers must be able to create it.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class RecordJsonConverter<T> : JsonConverter<T>, IElementConverter<T>
    where T : IJsonRecord<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonFault.Read(ref reader, this, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonFault.Write(Guard.NotNull(writer), value, RecordConverter<T>.Instance, Guard.NotNull(options));

    T IElementConverter<T>.Read(JsonElement element, JsonSerializerOptions options) => JsonMembers<T>.Read(element, options);

    void IElementConverter<T>.Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonMembers<T>.Write(writer, value, options);
}
