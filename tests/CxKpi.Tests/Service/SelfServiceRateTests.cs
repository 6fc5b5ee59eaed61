using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class SelfServiceRateTests
{
    [Fact]
    public void New_WorkedExample_GivesThreeQuartersAndThreeToOne()
    {
        SelfServiceRate rate = new(selfService: 3_000, requests: 4_000);

        Assert.Equal("Self-service 75.0% (4,000 contacts)", rate.ToString());
        Assert.Equal(3, rate.Ratio);
        Assert.Null(new SelfServiceRate(5, 5).Ratio);
    }

    [Fact]
    public void FromRequest_EachRequest_CountsOnce() => Assert.Equal(
        new SelfServiceRate(2, 3),
        new[] { true, false, true }.Tally(request => SelfServiceRate.FromRequest(request)));

    [Fact]
    public void Value_NobodyCounted_IsUndefined() => Assert.Null(new SelfServiceRate(0, 0).Value);

    [Fact]
    public void New_BadCounts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("selfService", () => new SelfServiceRate(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("selfService", () => new SelfServiceRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("requests", () => new SelfServiceRate(0, -1));
    }
}

public class SelfServiceRateLaws : KpiLaws<SelfServiceRate>
{
    protected override Gen<SelfServiceRate> Any => Some.PartOfWhole.Select(x => new SelfServiceRate(x.Part, x.Whole));
}
