using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class EaseShareTests
{
    private static readonly RatingTally Ease = RatingTally.FromCounts([2, 3, 5, 10, 20, 35, 25], RatingScale.OneToSeven);

    [Fact]
    public void FromTally_WorkedExample_GivesEightyPercent() => Assert.Equal(0.8, EaseShare.FromTally(Ease, TopBox.ThreeOfSeven).Value);

    [Fact]
    public void FromTally_ThresholdOfAnotherScale_Throws()
    {
        Assert.Throws<ArgumentException>("answers", () => EaseShare.FromTally(RatingTally.FromAnswers([5], RatingScale.OneToFive), TopBox.ThreeOfSeven));
        Assert.Throws<ArgumentException>("answers", () => EaseShare.FromTally(RatingTally.FromAnswers([5], RatingScale.Effort), TopBox.TwoOfFive));
    }

    [Fact]
    public void Combine_OtherThreshold_Throws() =>
        Assert.Throws<ArgumentException>(() => new EaseShare(1, 2, TopBox.ThreeOfSeven).Combine(new(1, 2, TopBox.Of(RatingScale.OneToSeven, 2))));

    [Fact]
    public void FromAnswers_MissingAnswers_AreInNoBase()
    {
        Assert.Equal(0.5, EaseShare.FromAnswers([4, 5, null], TopBox.ThreeOfSeven).Value);
        Assert.Null(EaseShare.FromAnswers([], TopBox.ThreeOfSeven).Value);
        Assert.Throws<ArgumentOutOfRangeException>("easy", () => new EaseShare(3, 2, TopBox.ThreeOfSeven));
    }
}

public class EaseShareLaws : KpiLaws<EaseShare>
{
    protected override Gen<EaseShare> Any => Some.Ratings(RatingScale.OneToSeven).Select(x => EaseShare.FromTally(x, TopBox.ThreeOfSeven));
}
