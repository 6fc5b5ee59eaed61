using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class LeadAcceptanceRateTests
{
    [Fact]
    public void New_WorkedExample_GivesSixtyTwoPercent() =>
        Assert.Equal("Lead acceptance 62.0% (200 leads)", new LeadAcceptanceRate(accepted: 124, passedOn: 200).ToString());

    [Fact]
    public void FromLead_EachLead_CountsOnce() => Assert.Equal(
        new LeadAcceptanceRate(1, 2),
        new[] { true, false }.Tally(lead => LeadAcceptanceRate.FromLead(lead)));

    [Fact]
    public void Value_NobodyCounted_IsUndefined() => Assert.Null(new LeadAcceptanceRate(0, 0).Value);

    [Fact]
    public void New_BadCounts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("accepted", () => new LeadAcceptanceRate(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("accepted", () => new LeadAcceptanceRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("passedOn", () => new LeadAcceptanceRate(0, -1));
    }
}

public class LeadAcceptanceRateLaws : KpiLaws<LeadAcceptanceRate>
{
    protected override Gen<LeadAcceptanceRate> Any => Some.PartOfWhole.Select(x => new LeadAcceptanceRate(x.Part, x.Whole));
}
