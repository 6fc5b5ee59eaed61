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

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["part of shares"] = ("part", () => new ShareTally(3, 3).ChangeFromRest(new ShareTally(1, 9))),
        ["part of means with the values of all"] = ("part", () => MeanTally.FromValues([1.0]).ChangeFromRest(MeanTally.FromValues([2.0]))),
        ["part of means without room for squares"] = ("part", () => new MeanTally(2, 0, 8).ChangeFromRest(new MeanTally(3, 9, 81))),
        ["part of rates with all exposure"] = ("part", () => new RateTally(1, 2).ChangeFromRest(new RateTally(3, 2))),
        ["overlap of shares"] = ("shared", () => new ShareTally(3, 9).ChangeOutsideOverlap(new ShareTally(1, 9), new ShareTally(2, 2))),
        ["overlap of net scores"] = ("shared", () => new NetTally(3, 0, 0).ChangeOutsideOverlap(new NetTally(1, 0, 0), new NetTally(2, 0, 0))),
        ["overlap of rates"] = ("shared", () => new RateTally(3, 2).ChangeOutsideOverlap(new RateTally(3, 2), new RateTally(1, 2))),
        ["overlap of means"] = ("shared", () => MeanTally.FromValues([1.0]).ChangeOutsideOverlap(MeanTally.FromValues([2.0, 3]), MeanTally.FromValues([2.0]))),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Part_ThatIsNotInTheTotal_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
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
