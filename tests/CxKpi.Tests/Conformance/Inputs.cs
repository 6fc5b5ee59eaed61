using System.Globalization;
using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>The inputs of one vector, read by name and type.</summary>
internal readonly struct Inputs(JsonElement json, JsonElement series)
{
    public double Confidence => json.TryGetProperty("confidence", out JsonElement stated) ? stated.GetDouble() : 0.95;

    public bool Has(string name) => json.TryGetProperty(name, out _);

    public long Count(string name) => json.GetProperty(name).GetInt64();

    public double Number(string name) => json.GetProperty(name).GetDouble();

    /// <summary>A number that may be left out or null.</summary>
    public double? Find(string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public decimal Decimal(string name) => ToDecimal(json.GetProperty(name));

    public string Text(string name) => json.GetProperty(name).GetString()!;

    public long[] Counts(string name) => [.. json.GetProperty(name).EnumerateArray().Select(x => x.GetInt64())];

    public double[] Numbers(string name) => [.. json.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    /// <summary>Numbers, NaN where missing.</summary>
    public double[] GappedNumbers(string name) => [.. json.GetProperty(name).EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? double.NaN : x.GetDouble())];

    public bool Truth(string name) => json.TryGetProperty(name, out JsonElement stated) && stated.GetBoolean();

    /// <summary>A whole number that may be absent or null.</summary>
    public int? CountOrNull(string name) => json.TryGetProperty(name, out JsonElement stated) && stated.ValueKind == JsonValueKind.Number ? stated.GetInt32() : null;

    public decimal[] Decimals(string name) => [.. json.GetProperty(name).EnumerateArray().Select(ToDecimal)];

    /// <summary>Whole numbers, of which some may be missing.</summary>
    public int?[] Answers(string name) => [.. json.GetProperty(name).EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? (int?)null : x.GetInt32())];

    public Inputs Part(string name) => new(json.GetProperty(name), series);

    /// <summary>The series of the vector's file that the inputs name.</summary>
    public Inputs Series() => new(series.GetProperty(Text("series")), default);

    /// <summary>Files of data that the inputs name; what follows a blank describes how they were read.</summary>
    public IEnumerable<string> DataFiles() => Texts(json).Where(x => x.StartsWith("data/", StringComparison.Ordinal)).Select(x => x.Split(' ')[0]);

    /// <summary>Money is written as text, so that no digit depends on a reader's number type.</summary>
    private static decimal ToDecimal(JsonElement number) => number.ValueKind == JsonValueKind.String
        ? decimal.Parse(number.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture)
        : number.GetDecimal();

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Texts(x.Value)),
        _ => [],
    };
}
