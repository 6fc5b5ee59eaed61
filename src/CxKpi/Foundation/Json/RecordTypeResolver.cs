using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CxKpi;

/// <summary>Asks types that bring their own converter.</summary>
internal sealed class RecordTypeResolver : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        typeof(IHasJsonConverter).IsAssignableFrom(type) ? Blank(type).TypeInfo(options) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "No constructor runs: the object only carries the type's own interface.")]
    internal static IHasJsonConverter Blank(Type type) => (IHasJsonConverter)RuntimeHelpers.GetUninitializedObject(type);
}
