using System.Text.Json;

namespace CxKpi.Tests.Evidence;

public class NetTallyTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        NetTally tally = new(60, 30, 10);

        Assert.Equal(50, tally.Value);
        Assert.Equal(100, tally.N);
        Assert.Equal(4500, tally.Variance!.Value, 9);
        Assert.Equal(new ShareTally(60, 100), tally.PositiveShare());
        Assert.Equal(new ShareTally(10, 100), tally.NegativeShare());
        Assert.Equal("60 for, 30 neither, 10 against", tally.ToString());
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(NetTally).Value);
        Assert.Null(default(NetTally).Variance);
    }

    [Fact]
    public void Variance_EqualScores_CanDiffer()
    {
        NetTally divided = new(50, 0, 50), indifferent = new(0, 100, 0);

        Assert.Equal(divided.Value, indifferent.Value);
        Assert.Equal(10_000, divided.Variance);
        Assert.Equal(0, indifferent.Variance);
    }

    [Theory]
    [InlineData(-1, 0, 0, "positive")]
    [InlineData(0, -1, 0, "neutral")]
    [InlineData(0, 0, -1, "negative")]
    public void Constructor_NegativeCount_Throws(long positive, long neutral, long negative, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new NetTally(positive, neutral, negative));

    [Fact]
    public void Constructor_TotalBeyondLong_Throws() => Assert.Throws<OverflowException>(() => new NetTally(long.MaxValue, 1, 0));

    [Fact]
    public void Combine_BeyondLong_ThrowsAndChangesNothing()
    {
        NetTally many = new(long.MaxValue, 0, 0);

        Assert.Throws<OverflowException>(() => many.Combine(new NetTally(0, 0, 1)));
        Assert.Equal(new NetTally(long.MaxValue, 0, 0), many);
    }
}

public class NetTallyLaws
{
    [Property]
    public bool CombiningAddsGroupByGroup(NetTally a, NetTally b) =>
        a.Combine(b) == new NetTally(a.Positive + b.Positive, a.Neutral + b.Neutral, a.Negative + b.Negative);

    [Property]
    public bool TheValueIsTheDifferenceOfTheTwoShares(NetTally x) =>
        x.N == 0 || Math.Abs(x.Value!.Value - 100 * (x.PositiveShare().Value!.Value - x.NegativeShare().Value!.Value)) < 1e-9;

    [Property]
    public bool JsonBringsTheTallyBack(NetTally x) => JsonSerializer.Deserialize<NetTally>(JsonSerializer.Serialize(x)) == x;
}
