using System.Text.Json;

namespace CxKpi.Tests.Evidence;

public class ShareTallyTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        ShareTally tally = new(12, 400);

        Assert.Equal(0.03, tally.Value);
        Assert.Equal(388, tally.Rest);
        Assert.Equal(new ShareTally(388, 400), tally.Complement());
        Assert.Equal("12 of 400", tally.ToString());
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(ShareTally).Value);
        Assert.Equal(default, default(ShareTally).Complement());
        Assert.Equal(default, ShareTally.FromHits([]));
    }

    [Theory]
    [InlineData(-1, 10, "count")]
    [InlineData(11, 10, "count")]
    [InlineData(0, -1, "total")]
    [InlineData(1, 0, "count")]
    public void Constructor_BadParts_Throws(long count, long total, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new ShareTally(count, total));

    [Fact]
    public void FromHits_Null_Throws() => Assert.Throws<ArgumentNullException>("hits", () => ShareTally.FromHits(null!));

    [Fact]
    public void Combine_BeyondLong_ThrowsAndChangesNothing()
    {
        ShareTally many = new(1, long.MaxValue);

        Assert.Throws<OverflowException>(() => many.Combine(ShareTally.One(false)));
        Assert.Equal(new ShareTally(1, long.MaxValue), many);
    }

    [Fact]
    public void Estimate_VeryManyThings_StaysFinite()
    {
        Estimate estimate = new ShareTally(long.MaxValue / 2, long.MaxValue).Estimate()!.Value;

        Assert.Equal(0.5, estimate.Value, 12);
        Assert.Equal(0.5, estimate.Lower!.Value, 8);
    }

    [Fact]
    public void Json_PartLargerThanWhole_Throws() =>
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<ShareTally>("""{"Count":3,"N":2,"RoundedBy":0}"""));
}

public class ShareTallyLaws
{
    [Property]
    public bool CombiningTalliesIsTallyingAllRows(bool[] a, bool[] b) =>
        ShareTally.FromHits(a).Combine(ShareTally.FromHits(b)) == ShareTally.FromHits(a.Concat(b))
        && ShareTally.FromHits(a) == new ShareTally(a.Count(hit => hit), a.Length);

    [Property]
    public bool JsonBringsTheTallyBack(ShareTally x) => JsonSerializer.Deserialize<ShareTally>(JsonSerializer.Serialize(x)) == x;
}
