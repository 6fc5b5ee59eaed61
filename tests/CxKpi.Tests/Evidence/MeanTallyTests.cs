using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class MeanTallyTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        MeanTally tally = MeanTally.FromValues([2m, 4m, 9m]);

        Assert.Equal(new MeanTally(3, 15, 101), tally);
        Assert.Equal(5, tally.Value);
        Assert.Equal(13, tally.Variance);
        Assert.Equal(Math.Sqrt(13), tally.StandardDeviation);
        Assert.Equal("mean 5 of 3", tally.ToString());
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(MeanTally).Value);
        Assert.Null(default(MeanTally).Variance);
        Assert.Null(default(MeanTally).StandardDeviation);
        Assert.Null(default(MeanTally).Estimate());
        Assert.Null(default(MeanTally).ChangeFrom(MeanTally.One(1)));
        Assert.Equal(default, MeanTally.FromValues(ReadOnlySpan<double>.Empty));
    }

    [Fact]
    public void Variance_OneValue_IsUndefined() => Assert.Null(MeanTally.One(3).Variance);

    [Fact]
    public void Variance_LargeOffset_DoesNotCancel() =>
        Assert.Equal(1.0, MeanTally.FromValues([1_000_000_001m, 1_000_000_002m, 1_000_000_003m]).Variance!.Value, 12);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e29)]
    public void FromValues_NotADecimal_ThrowsWithPosition(double value)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("values", () => MeanTally.FromValues([1.0, 2.0, value]));

        Assert.Contains("position 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromValues_Null_Throws() => Assert.Throws<ArgumentNullException>("values", () => MeanTally.FromValues((IEnumerable<decimal>)null!));

    [Fact]
    public void FromValues_SquareBeyondAllThatIsKept_Throws()
    {
        Assert.Throws<OverflowException>(() => MeanTally.One(1e27m));
        Assert.Throws<OverflowException>(() => MeanTally.FromValues([1e27]));
    }

    [Theory]
    [InlineData(-1, 0, 0, "count")]
    [InlineData(0, 1, 0, "sum")]
    [InlineData(0, 0, 1, "sum")]
    [InlineData(2, 4, 7, "sumOfSquares")]
    [InlineData(2, 0, -1, "sumOfSquares")]
    public void Constructor_SumsThatNoValuesHave_Throws(long count, int sum, int squares, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new MeanTally(count, sum, squares));

    [Fact]
    public void Combine_BeyondLong_ThrowsAndChangesNothing()
    {
        MeanTally many = new(long.MaxValue, 0, 0);

        Assert.Throws<OverflowException>(() => many.Combine(MeanTally.One(0)));
        Assert.Equal(long.MaxValue, many.N);
    }
}

public class MeanTallyLaws
{
    private static Gen<List<decimal>> Values => Gen.Choose(-100_000, 100_000).Select(x => x / 100m).ListOf();

    [Property]
    public Property CombiningTalliesIsTallyingAllValues() =>
        Law.ForAll(Values.Two(), x => MeanTally.FromValues(x.Item1).Combine(MeanTally.FromValues(x.Item2)) == MeanTally.FromValues(x.Item1.Concat(x.Item2)));

    [Property]
    public Property EveryDoorGivesTheSameTally() =>
        Law.ForAll(Values, x => MeanTally.FromValues(x) == MeanTally.FromValues(x.ToArray().AsSpan())
            && MeanTally.FromValues(x) == MeanTally.FromValues([.. x.Select(y => (double)y)]));

    [Property]
    public Property TheVarianceIsThatOfTwoPasses() =>
        Law.ForAll(Values.Where(x => x.Count > 1), x =>
        {
            double mean = (double)x.Average(), slow = x.Sum(y => Math.Pow((double)y - mean, 2)) / (x.Count - 1);
            return Math.Abs(slow - MeanTally.FromValues(x).Variance!.Value) <= 1e-9 * (1 + slow);
        });

    [Property]
    public bool JsonBringsTheTallyBack(MeanTally x) => JsonSerializer.Deserialize<MeanTally>(JsonSerializer.Serialize(x)) == x;
}
