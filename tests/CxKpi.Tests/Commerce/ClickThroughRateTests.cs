using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class ClickThroughRateTests
{
    [Fact]
    public void New_WorkedExample_GivesOneAndAHalfPercent()
    {
        ClickThroughRate rate = new(clicks: 300, impressions: 20_000);

        Assert.Equal(0.015, rate.Value);
        Assert.Equal("CTR 1.5% (20,000 impressions)", rate.ToString());
    }

    [Fact]
    public void Value_NeverShown_IsUndefined() => Assert.Null(new ClickThroughRate(0, 0).Value);

    [Fact]
    public void New_MoreClicksThanImpressions_Throws() => Assert.Throws<ArgumentOutOfRangeException>("clicks", () => new ClickThroughRate(3, 2));
}

public class ClickThroughRateLaws : KpiLaws<ClickThroughRate>
{
    protected override Gen<ClickThroughRate> Any => Some.PartOfWhole.Select(x => new ClickThroughRate(x.Part, x.Whole));
}
