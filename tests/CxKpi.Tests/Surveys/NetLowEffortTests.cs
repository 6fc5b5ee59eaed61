using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NetLowEffortTests
{
    private static readonly RatingTally Effort = RatingTally.FromCounts([40, 30, 15, 10, 5], RatingScale.Effort);
    private static readonly RatingTally MoreEffort = RatingTally.FromCounts([5, 10, 15, 30, 40], RatingScale.Effort);

    [Fact]
    public void FromTally_WorkedExample_GivesFiftyFive()
    {
        NetLowEffort net = NetLowEffort.FromTally(Effort, NetBounds.Effort);

        Assert.Equal((70, 15, 15), (net.LowEffort, net.Neutral, net.HighEffort));
        Assert.Equal(55, net.Value);
    }

    [Fact]
    public void Doors_EaseScale_Throw()
    {
        Assert.Throws<ArgumentException>("bounds", () => NetLowEffort.FromAnswers([1], NetBounds.OneToSeven));
        Assert.Throws<ArgumentException>("answers", () => NetLowEffort.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToFive), NetBounds.Effort));
        Assert.Throws<ArgumentException>("bounds", () => new NetLowEffort(1, 1, 1, NetBounds.OneToFive));
    }

    [Fact]
    public void ChangeFrom_MoreEffort_IsWorse() =>
        Assert.Equal(
            ChangeVerdict.Worse,
            NetLowEffort.FromTally(MoreEffort, NetBounds.Effort).ChangeFrom(NetLowEffort.FromTally(Effort, NetBounds.Effort))!.Value.Verdict);

    [Fact]
    public void Combine_OtherBounds_Throws() =>
        Assert.Throws<ArgumentException>(() => new NetLowEffort(1, 1, 1, NetBounds.Effort).Combine(new(1, 1, 1, new(RatingScale.Effort, 5, 1))));

    [Fact]
    public void FromAnswers_LowAnswers_ArePositive()
    {
        Assert.Equal(100, NetLowEffort.FromAnswer(1, NetBounds.Effort).Value);
        Assert.Equal(-100, NetLowEffort.FromAnswers([5, null], NetBounds.Effort).Value);
        Assert.Null(NetLowEffort.FromAnswers([], NetBounds.Effort).Value);
    }
}

public class NetLowEffortLaws : KpiLaws<NetLowEffort>
{
    protected override Gen<NetLowEffort> Any => Some.Ratings(RatingScale.Effort).Select(x => NetLowEffort.FromTally(x, NetBounds.Effort));
}
