using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>A runner that accepts anything proves nothing.</summary>
public class ComparisonTests
{
    private const string Near = """{"rel": 1e-10, "abs": 1e-13}""";

    private static readonly Method Plain = new("m", _ => null);

    [Fact]
    public void Number_WithinTolerance_Agrees()
    {
        Assert.Empty(Differences("2", 2.0000000001));
        Assert.Empty(Differences("0", 1e-13));
        Assert.Empty(Differences("5", 5L));
        Assert.Empty(Differences("2.5", 2.5m));
    }

    [Theory]
    [InlineData("2", 2.000000001)]
    [InlineData("2", double.NaN)]
    [InlineData("2", double.PositiveInfinity)]
    [InlineData("2", null)]
    [InlineData("2", "2")]
    [InlineData("2", 3L)]
    [InlineData("2.00000000001", 2L)]
    [InlineData("null", 0.0)]
    [InlineData("null", double.NaN)]
    [InlineData("\"Infinity\"", 1e300)]
    [InlineData("\"-Infinity\"", double.PositiveInfinity)]
    [InlineData("\"up\"", "down")]
    [InlineData("true", false)]
    [InlineData("true", 1L)]
    [InlineData("[1, 2]", 1.0)]
    public void Anything_Else_Differs(string expected, object? actual) => Assert.NotEmpty(Differences(expected, actual));

    [Fact]
    public void TextAndTruthAndNothing_Equal_Agree()
    {
        Assert.Empty(Differences("null", null));
        Assert.Empty(Differences("\"up\"", "up"));
        Assert.Empty(Differences("false", false));
        Assert.Empty(Differences("\"-Infinity\"", double.NegativeInfinity));
    }

    [Fact]
    public void Money_AgreesTo24Digits()
    {
        Assert.Empty(Differences("\"500\"", 500.00m));
        Assert.Empty(Differences("\"1234567890.123456789012345\"", 1234567890.123456789012345m));
        Assert.NotEmpty(Differences("\"1234567890.1234567890123\"", 1234567890.1234567890124m));
        Assert.NotEmpty(Differences("\"500\"", 500.0));
    }

    [Fact]
    public void Array_ByItsLargestMagnitude_Agrees()
    {
        Assert.Empty(Differences("[1000, 0.001]", new[] { 1000, 0.00100000005 }));
        Assert.Empty(Differences("[3, 1]", new[] { 3L, 1L }));
        Assert.NotEmpty(Differences("[1000, 0.001]", new[] { 1000, 0.0010002 }));
        Assert.NotEmpty(Differences("[1, 2]", new[] { 1.0 }));
        Assert.NotEmpty(Differences("[1, null]", new double?[] { 1, 2 }));
    }

    [Fact]
    public void Component_AtSomePositions_ComparesThose()
    {
        Assert.Empty(Differences("""{"trend": {"indices0": [0, 2], "values": [1, 3]}}""", new Figures { ["trend"] = new[] { 1.0, 99, 3 } }));
        Assert.NotEmpty(Differences("""{"trend": {"values": [1, 3]}}""", new Figures { ["trend"] = new[] { 1.0, 99, 3 } }));
    }

    [Theory]
    [InlineData("""{"values": [1, 3]}""", true)]
    [InlineData("""{"values": [1, 3], "summary": {"n": 2, "nNull": 0, "sum": 4, "sumSq": 10, "min": 1, "max": 3}}""", true)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"sum": 4.0000000001}}""", true)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"n": 1}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"nNull": 1}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"sum": 4.00001}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"sumSq": 10.00001}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"min": 2}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"max": 4}}""", false)]
    [InlineData("""{"indices0": [1], "values": [3], "summary": {"median": 2}}""", false)]
    [InlineData("""{"values": [1, 3], "lags": [1]}""", false)]
    public void Component_ComparesEveryPartOfIt(string component, bool agrees) =>
        Assert.Equal(agrees, Differences($$"""{"trend": {{component}}}""", new Figures { ["trend"] = new[] { 1.0, 3 } }).Count == 0);

    [Fact]
    public void Summary_CountsWhatIsMissing() => Assert.Empty(Differences(
        """{"trend": {"values": [null, 3], "summary": {"n": 2, "nNull": 1, "sum": 3, "min": 3}}}""", new Figures { ["trend"] = new double?[] { null, 3 } }));

    [Fact]
    public void ExpectedKey_NotProduced_Differs()
    {
        Assert.NotEmpty(Differences("""{"lower": 1, "other": 2}""", new Figures { ["lower"] = 1.0 }));
        Assert.Empty(Comparison.Differences(
            Plain with { Information = ["other"] }, new(Json(Near)), Json("""{"lower": 1, "other": 2}"""), new Figures { ["lower"] = 1.0, ["more"] = 3.0 }));
    }

    [Fact]
    public void Range_CutsTheReferenceLimits()
    {
        Method cut = Plain with { Range = (-1, 1) };

        Assert.Empty(Comparison.Differences(cut, new(Json(Near)), Json("""{"upper": 1.2}"""), new Figures { ["upper"] = 1.0 }));
        Assert.NotEmpty(Comparison.Differences(cut, new(Json(Near)), Json("""{"upper": 1.2}"""), new Figures { ["upper"] = 1.2 }));
        Assert.NotEmpty(Comparison.Differences(cut, new(Json(Near)), Json("""{"ratio": 1.2}"""), new Figures { ["ratio"] = 1.0 }));
    }

    [Fact]
    public void OtherTolerances_HoldForTheirPart()
    {
        Assert.Empty(Differences("""{"SSE": 100, "alpha": 0.1}""", new Figures { ["SSE"] = 99.0, ["alpha"] = 0.2 }, """{"sseRelMax": 0.001}"""));
        Assert.NotEmpty(Differences("""{"SSE": 100, "alpha": 0.1}""", new Figures { ["SSE"] = 100.2, ["alpha"] = 0.1 }, """{"sseRelMax": 0.001}"""));
        Assert.NotEmpty(Differences("""{"SSE": 100, "alpha": 0.1}""", new Figures { ["SSE"] = 99.0 }, """{"sseRelMax": 0.001}"""));
        Assert.NotEmpty(Differences("""{"SSE": 100, "alpha": 0.1}""", new Figures { ["SSE"] = 99.0, ["alpha"] = null }, """{"sseRelMax": 0.001}"""));
        Assert.Empty(Differences(
            """{"glsAr1": {"coef": 1}}""",
            new Figures { ["glsAr1"] = new Figures { ["coef"] = 1.00005 } },
            """{"olsRel": 1e-9, "glsRel": 1e-4}"""));
        Assert.NotEmpty(Differences(
            """{"ols": {"coef": 1}}""",
            new Figures { ["ols"] = new Figures { ["coef"] = 1.00005 } },
            """{"olsRel": 1e-9, "glsRel": 1e-4}"""));
        Assert.NotEmpty(Differences("""{"at": [60]}""", new Figures { ["at"] = new[] { 61 } }, """{"exact": "at"}"""));
        Assert.Empty(Differences("""{"filled": [1]}""", new Figures { ["filled"] = new[] { 1.5 } }, """{"info": "for reading"}"""));
        Assert.NotEmpty(Differences("""{"filled": [1]}""", new Figures(), """{"info": "for reading"}"""));
        Assert.NotEmpty(Differences("""{"filled": [1]}""", new Figures { ["filled"] = new[] { 1.5, 2 } }, """{"info": "for reading"}"""));
        Assert.NotEmpty(Differences("""{"filled": [1]}""", new Figures { ["filled"] = new[] { double.NaN } }, """{"info": "for reading"}"""));
        Assert.NotEmpty(Differences("""{"at": [1]}""", new Figures { ["at"] = new[] { 2 } }, """{"info": "for reading"}"""));
    }

    [Fact]
    public void DataFiles_AreFoundAnywhereInTheInputs() => Assert.Equal(
        ["data/a.csv", "data/b/c.txt"],
        Of("""{"data": "data/a.csv (x > 0)", "more": [{"fit": "data/b/c.txt"}], "unit": "data"}""").DataFiles());

    private static IReadOnlyList<string> Differences(string expected, object? actual, string tolerance = Near) =>
        Comparison.Differences(Plain, new(Json(tolerance)), Json(expected), actual);

    private static Vector Of(string inputs) => new("v", "m", Json(inputs), default, default, default);

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
