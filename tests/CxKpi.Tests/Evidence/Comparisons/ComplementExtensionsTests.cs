using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class ComplementExtensionsTests
{
    [Fact]
    public void ChangeFromRest_Segment_IsComparedWithTheOthers()
    {
        ShareTally shop = new(30, 100), total = new(130, 300);

        Assert.Equal(shop.ChangeFrom(new ShareTally(100, 200)), shop.ChangeFromRest(total));
        Assert.Null(total.ChangeFromRest(total));
        Assert.NotNull(new NetTally(3, 2, 1).ChangeFromRest(new NetTally(9, 9, 9)));
        Assert.NotNull(new RateTally(3, 2).ChangeFromRest(new RateTally(9, 9)));
        Assert.NotNull(MeanTally.FromValues([1.0, 2]).ChangeFromRest(MeanTally.FromValues([1.0, 2, 5, 7])));
    }

    [Fact]
    public void ChangeOutsideOverlap_RollingQuarters_ComparesWhatIsNotShared()
    {
        ShareTally january = new(10, 100), february = new(20, 100), march = new(30, 100), april = new(40, 100);
        ShareTally shared = february.Combine(march), first = shared.Combine(january), second = shared.Combine(april);

        Assert.Equal(april.ChangeFrom(january), second.ChangeOutsideOverlap(first, shared));
        Assert.Null(shared.ChangeOutsideOverlap(shared, shared));
    }

    [Fact]
    public void Without_MoreThanTheTotal_SaysWhatIsLarger()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("part", () => new ShareTally(3, 9).Without(new ShareTally(4, 5)));
        Assert.StartsWith("part must not be larger than the total that contains it: its count is 4, the total's 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("part", () => new ShareTally(3, 3).Without(new ShareTally(2, 4)));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => new NetTally(1, 1, 1).Without(new NetTally(0, 0, 2)));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => new RateTally(5, 1).Without(new RateTally(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => MeanTally.One(1).Without(MeanTally.One(2)));
        Assert.Throws<ArgumentException>("part", () => MeanTally.One(1).Without(MeanTally.FromPublished(1, 1)));
    }
}

public class ComplementExtensionsLaws
{
    [Property]
    public bool SharesWithoutAPartAreTheOther(ShareTally a, ShareTally b) => a.Combine(b).Without(b) == a;

    [Property]
    public bool NetScoresWithoutAPartAreTheOther(NetTally a, NetTally b) => a.Combine(b).Without(b) == a;

    [Property]
    public bool RatesWithoutAPartAreTheOther(RateTally a, RateTally b) => a.Combine(b).Without(b) == a;

    [Property]
    public bool MeansWithoutAPartAreTheOther(MeanTally a, MeanTally b) => a.Combine(b).Without(b) == a;
}
