using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NetSatisfactionTests
{
    [Fact]
    public void FromTally_WorkedExample_GivesSixty()
    {
        NetSatisfaction net = NetSatisfaction.FromTally(RatingTally.FromCounts([5, 5, 20, 40, 30], RatingScale.OneToFive), NetBounds.OneToFive);

        Assert.Equal(60, net.Value);
        Assert.Equal((70, 20, 10), (net.Satisfied, net.Neutral, net.Dissatisfied));
        Assert.Equal("Net SAT (4–5 minus 1–2 of 5) +60.0 (100 answers)", net.ToString());
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentException>("bounds", () => NetSatisfaction.FromAnswers([1], NetBounds.Effort));
        Assert.Throws<ArgumentException>("answers", () => NetSatisfaction.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToSeven), NetBounds.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("neutral", () => new NetSatisfaction(1, -1, 1, NetBounds.OneToFive));
        Assert.Throws<ArgumentException>(() => new NetSatisfaction(1, 1, 1, NetBounds.OneToFive).Combine(new(1, 1, 1, NetBounds.OneToSeven)));
        Assert.Throws<ArgumentException>(() => new NetSatisfaction(1, 1, 1, NetBounds.OneToFive).ChangeFrom(new(1, 1, 1, new(RatingScale.OneToFive, 5, 2))));
    }

    [Fact]
    public void Value_NobodyAnswered_IsUndefined() => Assert.Null(NetSatisfaction.FromAnswers([], NetBounds.OneToFive).Value);
}

public class NetSatisfactionLaws : KpiLaws<NetSatisfaction>
{
    protected override Gen<NetSatisfaction> Any => Some.Ratings(RatingScale.OneToFive).Select(x => NetSatisfaction.FromTally(x, NetBounds.OneToFive));

    [Property]
    public Property ItIsSatisfactionMinusDissatisfaction() =>
        Law.ForAll(Some.Ratings(RatingScale.OneToFive).Where(x => x.N > 0), x => Math.Abs(
            NetSatisfaction.FromTally(x, NetBounds.OneToFive).Value!.Value
            - 100 * (Csat.FromTally(x, TopBox.TwoOfFive).Value!.Value - DissatisfiedShare.FromTally(x, BottomBox.TwoOfFive).Value!.Value)) < 1e-9);
}
