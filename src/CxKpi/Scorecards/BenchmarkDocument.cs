namespace CxKpi;

/// <summary>A document of the benchmark contract.</summary>
internal sealed record BenchmarkDocument(string Schema, int Version, IReadOnlyList<Benchmark>? Benchmarks);
