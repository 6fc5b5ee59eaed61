using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class NetFirstContactResolutionTests
{
    [Fact]
    public void New_WorkedExample_GivesSeventyFiveAgainstSixtyPercent()
    {
        NetFirstContactResolution net = new(resolvedAtFirst: 60, contacts: 100, notResolvableAtFirst: 20);

        Assert.Equal(0.75, net.Value);
        Assert.Equal(0.6, net.Gross.Value);
        Assert.Equal((100, 20), (net.Contacts, net.NotResolvableAtFirst));
    }

    [Fact]
    public void New_NothingResolvable_IsUndefined() => Assert.Null(new NetFirstContactResolution(0, 5, 5).Value);

    [Fact]
    public void New_PartsTooLarge_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("resolvedAtFirst", () => new NetFirstContactResolution(81, 100, 20));
        Assert.Throws<ArgumentOutOfRangeException>("notResolvableAtFirst", () => new NetFirstContactResolution(0, 100, 101));
        Assert.Throws<ArgumentOutOfRangeException>("contacts", () => new NetFirstContactResolution(0, -1, 0));
    }

    [Fact]
    public void Combine_AnotherRule_Throws() =>
        Assert.Throws<ArgumentException>(() => new NetFirstContactResolution(1, 2, 0, FirstContactRule.Recorded).Combine(new(1, 2, 0, FirstContactRule.Survey)));
}

public class NetFirstContactResolutionLaws : KpiLaws<NetFirstContactResolution>
{
    protected override Gen<NetFirstContactResolution> Any =>
        from counts in Some.PartOfWhole
        from notResolvable in Some.Count
        select new NetFirstContactResolution(counts.Part, counts.Whole + notResolvable, notResolvable, FirstContactRule.Recorded);

    [Fact]
    public void Net_is_never_below_gross() => Law.Holds(Any, x => x.Value is null || x.Value >= x.Gross.Value);
}
