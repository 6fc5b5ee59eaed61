using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class HighEffortShareTests
{
    [Fact]
    public void FromTally_WorkedExample_CountsTheTopOfTheEffortScale()
    {
        HighEffortShare share = HighEffortShare.FromTally(RatingTally.FromCounts([40, 30, 15, 10, 5], RatingScale.Effort), EffortThreshold.TwoOfFive);

        Assert.Equal(0.15, share.Value);
        Assert.Equal((15, 100), (share.HighEffort, share.Answers));
        Assert.Equal("High effort (4–5 of 5) 15.0% (100 answers)", share.ToString());
    }

    [Fact]
    public void ChangeFrom_MoreEffort_IsWorse() => Assert.Equal(
        ChangeVerdict.Worse,
        new HighEffortShare(60, 100, EffortThreshold.TwoOfFive).ChangeFrom(new(20, 100, EffortThreshold.TwoOfFive))!.Value.Verdict);

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("highEffort", () => new HighEffortShare(3, 2, EffortThreshold.TwoOfFive));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => HighEffortShare.FromAnswer(6, EffortThreshold.TwoOfFive));
        Assert.Throws<ArgumentException>("cut", () => HighEffortShare.FromAnswers([5], default));
        Assert.Throws<ArgumentException>(
            "answers",
            () => HighEffortShare.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToSeven), EffortThreshold.TwoOfFive));
        Assert.Throws<ArgumentException>(() => new HighEffortShare(1, 2, EffortThreshold.TwoOfFive).Combine(new(1, 2, new(RatingScale.Effort, 5))));
    }

    [Fact]
    public void FromAnswers_NobodyAnswered_IsUndefined()
    {
        Assert.Null(HighEffortShare.FromAnswers([], EffortThreshold.TwoOfFive).Value);
        Assert.Equal(1, HighEffortShare.FromAnswers([null], EffortThreshold.TwoOfFive).Excluded.Missing);
    }

    [Fact]
    public void Threshold_EaseScaleOrOffTheScale_Throws()
    {
        Assert.Throws<ArgumentException>("scale", () => new EffortThreshold(RatingScale.OneToFive, 4));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new EffortThreshold(RatingScale.Effort, 1));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new EffortThreshold(RatingScale.Effort, 6));
        Assert.Equal("4-5 on 1 to 5, lower is better", EffortThreshold.TwoOfFive.ToString());
        Assert.Equal("threshold not stated", default(EffortThreshold).ToString());
    }
}

public class HighEffortShareLaws : KpiLaws<HighEffortShare>
{
    protected override Gen<HighEffortShare> Any => Some.Ratings(RatingScale.Effort).Select(x => HighEffortShare.FromTally(x, EffortThreshold.TwoOfFive));

    [Property]
    public Property ItCountsTheHighEffortOfTheNet() =>
        Law.ForAll(Some.Ratings(RatingScale.Effort), x =>
            HighEffortShare.FromTally(x, EffortThreshold.TwoOfFive).HighEffort == NetLowEffort.FromTally(x, NetBounds.Effort).HighEffort);
}
