namespace CxKpi;

/// <summary>A JSON document of benchmarks, with its schema and version.</summary>
internal sealed record BenchmarkDocument(string Schema, int Version, IReadOnlyList<Benchmark>? Benchmarks);
