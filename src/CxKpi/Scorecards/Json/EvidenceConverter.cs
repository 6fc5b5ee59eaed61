using System.Text.Json;

namespace CxKpi;

/// <summary>The evidence of a line: the record of a KPI of the library, which the line's definition names.</summary>
internal sealed class EvidenceConverter(KpiDefinition definition) : IElementConverter<IEvidence>
{
    // Clusters are stated for records that come in them, weights for those that have them, and neither for any other.
    public IEvidence Read(JsonElement element, JsonSerializerOptions options) =>
        KnownKpis.Of(definition, FormOf(element, options))?.Read(element, options)
            ?? throw new JsonFault($"must be of a KPI of the library, which {definition.Name} is not");

    public void Write(Utf8JsonWriter writer, IEvidence value, JsonSerializerOptions options) => KnownKpis.Of(value)!.Write(writer, value, options);

    private static KpiForm FormOf(JsonElement element, JsonSerializerOptions options) =>
        Has(element, nameof(Clustered<Nps>.Clusters), options) ? KpiForm.Clustered
        : Has(element, nameof(Weighted<Nps>.Weights), options) && Has(element, nameof(Weighted<Nps>.Total), options) ? KpiForm.Weighted
        : KpiForm.Plain;

    private static bool Has(JsonElement element, string member, JsonSerializerOptions options) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(options.PropertyNamingPolicy?.ConvertName(member) ?? member, out _);
}
