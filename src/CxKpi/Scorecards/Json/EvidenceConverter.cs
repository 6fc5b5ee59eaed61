using System.Text.Json;

namespace CxKpi;

/// <summary>The evidence of a line: the record of a KPI of the library, which the line's definition names.</summary>
internal sealed class EvidenceConverter(KpiDefinition definition) : IElementConverter<IEvidence>
{
    private const string Clusters = nameof(Clustered<Nps>.Clusters);

    // Clusters are stated for records that come in them, and for no other.
    public IEvidence Read(JsonElement element, JsonSerializerOptions options) =>
        KnownKpis.Of(definition, HasClusters(element, options))?.Read(element, options)
            ?? throw new JsonFault($"must be of a KPI of the library, which {definition.Name} is not");

    public void Write(Utf8JsonWriter writer, IEvidence value, JsonSerializerOptions options) => KnownKpis.Of(value)!.Write(writer, value, options);

    private static bool HasClusters(JsonElement element, JsonSerializerOptions options) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(options.PropertyNamingPolicy?.ConvertName(Clusters) ?? Clusters, out _);
}
