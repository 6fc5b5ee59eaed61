using System.Text.Json;
using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi.Tests;

/// <summary>The options under which records must come back from JSON as they were.</summary>
internal static class JsonKinds
{
    /// <summary>What a program gets that says nothing.</summary>
    internal static readonly JsonSerializerOptions Default = new();

    /// <summary>What ASP.NET Core gets: camelCase, names in any case, numbers in text.</summary>
    internal static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>A program without reflection: only what the package knows of its types.</summary>
    internal static readonly JsonSerializerOptions Generated = new() { TypeInfoResolver = CxKpiJson.Resolver };

    /// <summary>A program without reflection that has a generated serializer of its own.</summary>
    internal static readonly JsonSerializerOptions Consumer = new(ConsumerJsonContext.Default.Options);

    /// <summary>Options that leave out what is null or default, write numbers as text and name members otherwise.</summary>
    internal static readonly JsonSerializerOptions Unusual = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    internal static readonly JsonSerializerOptions[] ForEveryType = [Default, Web, Generated, Unusual];

    internal static readonly JsonSerializerOptions[] ForCollections = [Default, Web, Consumer, Unusual];

    internal static T Again<T>(T value, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, options), options)!;
}

/// <summary>What a program would have generated for its own types.</summary>
[JsonSourceGenerationOptions(IncludeFields = true)]
[JsonSerializable(typeof(Nps))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Segments<string, Nps>))]
[JsonSerializable(typeof(Segments<(string, int), Nps>))]
[JsonSerializable(typeof((string, int)))]
[JsonSerializable(typeof(Segments<Shop, Churn>))]
[JsonSerializable(typeof(Shop))]
[JsonSerializable(typeof(Segments<CalendarUnit, Nps>))]
[JsonSerializable(typeof(Segments<NodaTime.LocalDate, Nps>))]
[JsonSerializable(typeof(Segments<CalendarPeriod, Nps>))]
[JsonSerializable(typeof(Segments<long, Nps>))]
[JsonSerializable(typeof(KpiSeries<Nps>))]
[JsonSerializable(typeof(KpiSeries<Churn>))]
[JsonSerializable(typeof(PeriodSeries))]
internal sealed partial class ConsumerJsonContext : JsonSerializerContext;

/// <summary>A program's own type with records in it.</summary>
internal sealed record Report(string Title, Nps Nps, Dictionary<string, Churn> ByCountry, KpiUnit Unit);

/// <summary>A key of more than one part.</summary>
internal sealed record Shop(string Country, int Number);
