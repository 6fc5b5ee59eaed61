using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>A type that brings its own JSON converter, so that neither reflection nor a generated serializer is needed for it.</summary>
/// <remarks>The members are the same for every value: they may be asked of an object that no constructor has run for.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHasJsonConverter
{
    /// <summary>The converter of the type.</summary>
    JsonConverter JsonConverter { get; }

    /// <summary>Returns what a serializer must know of the type.</summary>
    /// <param name="options">The options of the serializer.</param>
    /// <returns>The metadata of the type.</returns>
    JsonTypeInfo TypeInfo(JsonSerializerOptions options);
}
