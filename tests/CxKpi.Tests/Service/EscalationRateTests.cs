using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class EscalationRateTests
{
    [Fact]
    public void New_WorkedExample_GivesSixPercent() =>
        Assert.Equal("Escalation 6.0% (400 contacts)", new EscalationRate(escalated: 24, handled: 400).ToString());

    [Fact]
    public void FromContact_EachContact_CountsOnce() => Assert.Equal(
        new EscalationRate(1, 3),
        new[] { true, false, false }.Tally(contact => EscalationRate.FromContact(contact)));

    [Fact]
    public void ChangeFrom_MoreEscalations_IsWorse() =>
        Assert.Equal(ChangeVerdict.Worse, new EscalationRate(60, 400).ChangeFrom(new(24, 400))!.Value.Verdict);

    [Fact]
    public void Value_NobodyCounted_IsUndefined() => Assert.Null(new EscalationRate(0, 0).Value);

    [Fact]
    public void New_BadCounts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("escalated", () => new EscalationRate(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("escalated", () => new EscalationRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("handled", () => new EscalationRate(0, -1));
    }
}

public class EscalationRateLaws : KpiLaws<EscalationRate>
{
    protected override Gen<EscalationRate> Any => Some.PartOfWhole.Select(x => new EscalationRate(x.Part, x.Whole));
}
