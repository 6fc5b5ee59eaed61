using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A document of the benchmark contract.</summary>
[JsonConverter(typeof(RecordJsonConverter<BenchmarkDocument>))]
internal sealed record BenchmarkDocument(IReadOnlyList<Benchmark> Benchmarks) : IJsonRecord<BenchmarkDocument>
{
    internal const int Version = 1;

    static BenchmarkDocument IJsonRecord<BenchmarkDocument>.Json(JsonMembers<BenchmarkDocument> json)
    {
        json.Contract("cxkpi.benchmarks", Version);
        return new(json.Records(nameof(Benchmarks), x => x.Benchmarks));
    }
}
