using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxKpi;

/// <summary>Reads and writes the JSON documents, which name their schema and version so that a reader knows what they contain.</summary>
internal static class ScorecardJson
{
    private const string ScorecardSchema = "cxkpi.scorecard", BenchmarkSchema = "cxkpi.benchmarks";
    private const int ScorecardVersion = 2, BenchmarkVersion = 1;

    internal static string Write(Scorecard card) =>
        JsonSerializer.Serialize(new ScorecardDocument(ScorecardSchema, ScorecardVersion, card), ScorecardJsonContext.Default.ScorecardDocument);

    internal static string Write(IReadOnlyList<Benchmark> benchmarks) =>
        JsonSerializer.Serialize(new BenchmarkDocument(BenchmarkSchema, BenchmarkVersion, benchmarks), ScorecardJsonContext.Default.BenchmarkDocument);

    internal static Scorecard ReadScorecard(string json) => Read(
        () => ScorecardJsonUpgrade.ToVersion2(JsonNode.Parse(json)).Deserialize(ScorecardJsonContext.Default.ScorecardDocument) is { } document
            ? Checked(document.Schema, ScorecardSchema, document.Version, ScorecardVersion, document.Scorecard, "scorecard")
            : throw new JsonException("the document must not be null"));

    internal static IReadOnlyList<Benchmark> ReadBenchmarks(string json) => Read(
        () => JsonSerializer.Deserialize(json, ScorecardJsonContext.Default.BenchmarkDocument) is { } document
            ? Checked(document.Schema, BenchmarkSchema, document.Version, BenchmarkVersion, document.Benchmarks, "benchmarks")
            : throw new JsonException("the document must not be null"));

    private static T Checked<T>(string? schema, string expected, int version, int latest, T? content, string name)
        where T : class
    {
        if (!string.Equals(schema, expected, StringComparison.Ordinal))
        {
            throw new JsonException($"schema must be {expected}; got {schema}");
        }

        return version != latest ? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"version must be {Versions(latest)}; got {version}"))
            : content ?? throw new JsonException($"{name} must be stated");
    }

    private static string Versions(int latest) => string.Join(" or ", Enumerable.Range(1, latest));

    // A rule of a type that a document breaks is a fault of the document.
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException error)
        {
            throw new JsonException(error.Message, error);
        }
    }
}
