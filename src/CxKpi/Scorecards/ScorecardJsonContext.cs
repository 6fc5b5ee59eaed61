using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The generated serializer of the JSON documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ScorecardDocument))]
[JsonSerializable(typeof(BenchmarkDocument))]
internal sealed partial class ScorecardJsonContext : JsonSerializerContext;
