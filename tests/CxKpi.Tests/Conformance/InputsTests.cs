using System.Text.Json;

namespace CxKpi.Tests.Conformance;

/// <summary>An input that nothing reads states a case that was not run.</summary>
public class InputsTests
{
    [Fact]
    public void Differences_AllInputsRead_AreNone() => Assert.Empty(Differences("""{"a": 1, "b": 2}""", x => x.Number("a") + x.Number("b"), "3"));

    [Fact]
    public void Differences_InputNotRead_NamesTheVectorAndTheInput() =>
        Assert.Equal(["v: nothing reads the inputs b, c"], Differences("""{"a": 1, "b": 2, "c": null}""", x => x.Number("a"), "1"));

    [Fact]
    public void Differences_NestedInputNotRead_NamesItsPath()
    {
        const string Inputs = """{"options": {"robust": true, "degree": 0}, "groups": [{"n": 1, "sd": 2}, {"n": 2}]}""";

        Assert.Equal(["v: nothing reads the inputs options, groups"], Differences(Inputs, _ => 1.0, "1"));
        Assert.Equal(["v: nothing reads the inputs options.degree, groups[0].sd"], Differences(Inputs, x => ReadMost(x), "3"));
        Assert.Empty(Differences(Inputs, x => ReadMost(x) + x.Part("options").Count("degree") + x.Parts("groups")[0].Number("sd"), "5"));

        static double ReadMost(Inputs inputs) => (inputs.Part("options").Truth("robust") ? 0 : 100) + inputs.Parts("groups").Sum(x => x.Number("n"));
    }

    [Fact]
    public void Differences_FigureOffAndInputNotRead_AreBothNamed() => Assert.Equal(2, Differences("""{"a": 1, "b": 2}""", x => x.Number("a"), "7").Count);

    [Fact]
    public void Differences_InputOnlyAskedFor_IsNotRead() =>
        Assert.NotEmpty(Differences("""{"a": 1}""", x => x.Has("a") && x.NameOf("a", "b").Length == 1 ? 1.0 : 0, "1"));

    [Fact]
    public void Differences_DescriptionNotRead_IsNoMatter() =>
        Assert.Empty(Differences("""{"a": 1, "note": "n", "source": "s", "comment": "c", "description": "d", "name": "m"}""", x => x.Number("a"), "1"));

    [Fact]
    public void Differences_IrrelevantInput_IsNoMatterForItsMethod()
    {
        Vector vector = Of("""{"a": 1, "b": 2}""", "1");

        Assert.Empty(vector.Differences(new("m", x => x.Number("a")) { Irrelevant = ["b"] }));
        Assert.NotEmpty(vector.Differences(new("m", x => x.Number("a")) { Irrelevant = ["c"] }));
    }

    [Fact]
    public void Differences_SecondRun_ReadsAnew()
    {
        Vector vector = Of("""{"a": 1}""", "1");

        Assert.Empty(vector.Differences(new("m", x => x.Number("a"))));
        Assert.NotEmpty(vector.Differences(new("m", _ => 1.0)));
    }

    [Theory]
    [InlineData("""{"a": 0.5}""")]
    [InlineData("""{"a": "1"}""")]
    [InlineData("""{"a": "periodic"}""")]
    [InlineData("""{"a": [1]}""")]
    [InlineData("""{"a": true}""")]
    public void CountOrNull_AnythingButAWholeNumber_FailsTheVector(string inputs) => Assert.NotNull(Record.Exception(() => Read(inputs).CountOrNull("a")));

    [Fact]
    public void Optional_AbsentOrNull_IsNull()
    {
        foreach (Inputs inputs in (Inputs[])[Read("{}"), Read("""{"a": null}""")])
        {
            Assert.Null(inputs.CountOrNull("a"));
            Assert.Null(inputs.NumberOrNull("a"));
            Assert.Null(inputs.NumbersOrNull("a"));
            Assert.Null(inputs.TextOrNull("a"));
            Assert.Null(inputs.CountsOrWord("a", "periodic"));
            Assert.False(inputs.Truth("a"));
            Assert.False(inputs.IsOff("a"));
            Assert.Empty(inputs.Unread);
        }

        Assert.Throws<KeyNotFoundException>(() => Read("{}").Number("a"));
    }

    [Fact]
    public void CountsOrWord_OneOrMany_AreAList()
    {
        Assert.Equal([7], Read("""{"a": 7}""").CountsOrWord("a", "periodic")!);
        Assert.Equal([null], Read("""{"a": "periodic"}""").CountsOrWord("a", "periodic")!);
        Assert.Equal([11, null], Read("""{"a": [11, "periodic"]}""").CountsOrWord("a", "periodic")!);
        Assert.NotNull(Record.Exception(() => Read("""{"a": "often"}""").CountsOrWord("a", "periodic")));
    }

    [Fact]
    public void WeightOrNull_False_LeavesThePartOut()
    {
        Assert.Equal(0.1, Read("""{"a": 0.1}""").WeightOrNull("a"));
        Assert.Null(Read("""{"a": false}""").WeightOrNull("a"));
        Assert.True(Read("""{"a": false}""").IsOff("a"));
        Assert.NotNull(Record.Exception(() => Read("""{"a": true}""").WeightOrNull("a")));
    }

    [Theory]
    [InlineData("""{"horizon": 12}""", 12)]
    [InlineData("""{"h": 3}""", 3)]
    [InlineData("""{"n.ahead": 24}""", 24)]
    [InlineData("{}", 2)]
    public void Horizon_IsAsStated_OrAsManyAsAreExpected(string inputs, int horizon) =>
        Assert.Equal(horizon, Of(inputs, """{"forecast": [1, 2]}""").Inputs.Horizon("forecast"));

    [Theory]
    [InlineData("""{"confidence": 0.9}""", 0.9)]
    [InlineData("""{"level": 0.8}""", 0.8)]
    [InlineData("""{"confLevel": 0.99}""", 0.99)]
    [InlineData("{}", 0.95)]
    public void Confidence_UnderAnyOfItsNames_IsRead(string inputs, double confidence)
    {
        Inputs read = Read(inputs);

        Assert.Equal(confidence, read.Confidence);
        Assert.Empty(read.Unread);
    }

    private static IReadOnlyList<string> Differences(string inputs, Func<Inputs, object?> compute, string expected) =>
        Of(inputs, expected).Differences(new("m", compute));

    private static Vector Of(string inputs, string expected) =>
        new("v", "m", JsonElement.Parse(inputs), default, JsonElement.Parse(expected), new(JsonElement.Parse("""{"rel": 1e-9}""")));

    private static Inputs Read(string inputs) => Of(inputs, "{}").Inputs;
}
