using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class EngagementRateTests
{
    private const string Long = "sessions over 10 s of all sessions", Clicked = "posts clicked of posts shown";

    [Fact]
    public void New_WorkedExample_Gives63Percent() =>
        Assert.Equal($"Engagement ({Long}) 63.0% (1,000 sessions)", new EngagementRate(engaged: 630, exposed: 1_000, Long).ToString());

    [Fact]
    public void New_NoRule_Throws()
    {
        Assert.Throws<ArgumentNullException>("engagedMeans", () => new EngagementRate(1, 2, null));
        Assert.Throws<ArgumentException>("engagedMeans", () => new EngagementRate(1, 2, " "));
    }

    [Fact]
    public void New_MoreEngagedThanExposed_Throws() => Assert.Throws<ArgumentOutOfRangeException>("engaged", () => new EngagementRate(3, 2, Long));

    [Fact]
    public void ChangeFrom_OtherRule_Throws() =>
        Assert.Contains(
            Clicked,
            Assert.Throws<ArgumentException>(() => new EngagementRate(1, 2, Long).ChangeFrom(new(1, 2, Clicked))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromUnit_TwoUnits_AddUp() =>
        Assert.Equal(new EngagementRate(1, 2, Long), EngagementRate.FromUnit(true, Long).Combine(EngagementRate.FromUnit(false, Long)));
}

public class EngagementRateLaws : KpiLaws<EngagementRate>
{
    protected override Gen<EngagementRate> Any => Some.PartOfWhole.Select(x => new EngagementRate(x.Part, x.Whole, "two views or more"));
}
