using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Asks a generic type, which an attribute cannot name a converter for, for its own converter.</summary>
/// <remarks>Public because source-generated serializers must be able to create it. It generates no code at run time.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SelfJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IHasJsonConverter).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => RecordTypeResolver.Blank(typeToConvert).JsonConverter;
}
