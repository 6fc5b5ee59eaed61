using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NetEaseTests
{
    private static readonly RatingTally Ease = RatingTally.FromCounts([2, 3, 5, 10, 20, 35, 25], RatingScale.OneToSeven);

    [Fact]
    public void FromTally_WorkedExample_GivesFifty() => Assert.Equal(50, NetEase.FromTally(Ease, NetBounds.OneToSeven).Value);

    [Fact]
    public void Doors_EffortScale_Throw()
    {
        Assert.Throws<ArgumentException>("bounds", () => NetEase.FromAnswers([1], NetBounds.Effort));
        Assert.Throws<ArgumentException>("answers", () => NetEase.FromTally(RatingTally.FromAnswers([1], RatingScale.Effort), NetBounds.OneToFive));
        Assert.Throws<ArgumentException>("bounds", () => new NetEase(1, 1, 1, NetBounds.Effort));
    }

    [Fact]
    public void Combine_OtherBounds_Throws() =>
        Assert.Throws<ArgumentException>(() => new NetEase(1, 1, 1, NetBounds.OneToSeven).Combine(new(1, 1, 1, NetBounds.OneToFive)));

    [Fact]
    public void FromAnswers_FourAndFive_AreInBetween()
    {
        Assert.Equal((1, 2, 1), Counts(NetEase.FromAnswers([3, 4, 5, 6], NetBounds.OneToSeven)));
        Assert.Null(NetEase.FromAnswers([], NetBounds.OneToSeven).Value);
    }

    private static (long, long, long) Counts(NetEase net) => (net.Easy, net.Neutral, net.Difficult);
}

public class NetEaseLaws : KpiLaws<NetEase>
{
    protected override Gen<NetEase> Any => Some.Ratings(RatingScale.OneToSeven).Select(x => NetEase.FromTally(x, NetBounds.OneToSeven));

    [Property]
    public Property EaseAndEffortAreMirrorImages() =>
        Law.ForAll(Some.Ratings(RatingScale.OneToFive), x =>
            NetEase.FromTally(x, NetBounds.OneToFive).Evidence
            == NetLowEffort.FromTally(new(RatingScale.Effort, [.. x.Counts.Reverse()]), NetBounds.Effort).Evidence);
}
