using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class BenchmarkTests
{
    private static readonly LocalDate Date = new(2026, 1, 15);

    private static Benchmark With(params BenchmarkBand[] bands) => new("NPS", "an invented study", "retail", "FR", "2025", Date, bands);

    [Theory]
    [InlineData(-100.0, "low")]
    [InlineData(-0.1, "low")]
    [InlineData(0.0, "usual")]
    [InlineData(49.9, "usual")]
    [InlineData(50.0, "high")]
    [InlineData(100.0, "high")]
    [InlineData(100.1, null)]
    [InlineData(-100.1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(null, null)]
    public void BandOf_AValueAtABound_IsTheUpperBand(double? value, string? expected) =>
        Assert.Equal(expected, With(new("low", -100, 0), new("usual", 0, 50), new("high", 50, 100)).BandOf(value)?.Name);

    [Fact]
    public void ListFromJson_WhatWasWritten_IsEqual()
    {
        Benchmark benchmark = With(new("low", null, 0), new("high", 0));

        Assert.Equal([benchmark], Benchmark.ListFromJson(Benchmark.ListToJson([benchmark])));
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(benchmark, JsonKinds.Again(benchmark, options)));
    }

    [Fact]
    public void BandOf_OpenEnds_HoldEverything()
    {
        Benchmark open = With(new("low", null, 0), new("high", 0));
        Assert.Equal("low", open.BandOf(double.NegativeInfinity)?.Name);
        Assert.Equal("high", open.BandOf(1e300)?.Name);
        Assert.Equal("any", With(new BenchmarkBand("any")).BandOf(3)?.Name);
    }

    [Fact]
    public void Constructor_BandsThatDoNotMeet_ThrowsAndNamesTheRule()
    {
        Assert.StartsWith(
            "bands must not leave a gap; got low (0 to 1), then high (2 and above)",
            Assert.Throws<ArgumentException>(() => With(new("low", 0, 1), new("high", 2))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "bands must not overlap, from the lowest to the highest; got low (0 to 3), then high (2 and above)",
            Assert.Throws<ArgumentException>(() => With(new("low", 0, 3), new("high", 2))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => With(new("low", 0), new("high", 2)));
        Assert.Throws<ArgumentException>(() => With(new("low", 0, 1), new("high", null, 4)));
        Assert.Throws<ArgumentException>(() => With());
        Assert.StartsWith(
            "bands must have names of their own; low occurs twice",
            Assert.Throws<ArgumentException>(() => With(new("low", 0, 1), new("low", 1))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "to must be above from (3); got 3",
            Assert.Throws<ArgumentOutOfRangeException>(() => new BenchmarkBand("x", 3, 3)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BenchmarkBand(" "));
        Assert.Throws<ArgumentException>(() => new Benchmark("NPS", "", "retail", "FR", "2025", Date, [new("any")]));
    }

    [Fact]
    public void ListToJson_RoundTrips()
    {
        string json = Benchmark.ListToJson([With(new("low", -100, 0), new("high", 0, 100)), With(new BenchmarkBand("any"))]);
        IReadOnlyList<Benchmark> read = Benchmark.ListFromJson(json);

        Assert.Equal(json, Benchmark.ListToJson(read));
        Assert.Equal(Date, read[0].Date);
        Assert.Equal("NPS, retail, FR, 2025: low (−100 to 0), high (0 to 100) (an invented study, 2026-01-15)", read[0].ToString());
    }

    [Theory]
    [InlineData(
        """
        {"schema":"cxkpi.benchmarks","version":1,"benchmarks":[
        {"kpi":"NPS","source":"s","sector":"x","country":"FR","period":"2025","date":"2026-01-15","bands":[
        {"name":"a","from":0,"to":1},{"name":"b","from":2}]}]}
        """,
        "bands must not leave a gap")]
    [InlineData("""{"schema":"cxkpi.benchmarks","version":2,"benchmarks":[]}""", "version must be 1; got 2")]
    [InlineData("""{"schema":"else","version":1,"benchmarks":[]}""", "schema must be cxkpi.benchmarks; got else")]
    [InlineData("""{"schema":"cxkpi.benchmarks","version":1}""", "benchmarks is missing")]
    [InlineData(
        """
        {"schema":"cxkpi.benchmarks","version":1,"benchmarks":[
        {"kpi":"NPS","source":"s","sector":"x","country":"FR","period":"2025","date":"15/01/2026","bands":[]}]}
        """,
        "date must be a day as text such as 2026-12-31")]
    [InlineData("null", "the document must not be null")]
    [InlineData("[", "")]
    public void ListFromJson_WhatBreaksARule_ThrowsAndNamesIt(string json, string rule) =>
        Assert.Contains(rule, Assert.ThrowsAny<JsonException>(() => Benchmark.ListFromJson(json)).Message, StringComparison.Ordinal);
}
