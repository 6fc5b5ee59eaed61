using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CustomerEffortScoreTests
{
    private static readonly RatingTally Effort = RatingTally.FromCounts([40, 30, 15, 10, 5], RatingScale.Effort);
    private static readonly RatingTally Ease = RatingTally.FromCounts([2, 3, 5, 10, 20, 35, 25], RatingScale.OneToSeven);
    private static readonly RatingTally MoreEffort = RatingTally.FromCounts([5, 10, 15, 30, 40], RatingScale.Effort);

    [Fact]
    public void FromTally_WorkedExample_GivesTheMean()
    {
        Assert.Equal(2.1, CustomerEffortScore.FromTally(Effort).Value);
        Assert.Equal("CES 1.0 (scale 1–5, lower is better) 2.10 (100 answers)", CustomerEffortScore.FromTally(Effort).ToString());
    }

    [Fact]
    public void FromTally_EaseScale_Throws()
    {
        Assert.Throws<ArgumentException>("answers", () => CustomerEffortScore.FromTally(Ease));
        Assert.Throws<ArgumentException>("scale", () => new CustomerEffortScore(Ease.ToMean(), RatingScale.OneToSeven));
    }

    [Fact]
    public void ChangeFrom_MoreEffort_IsWorse() =>
        Assert.Equal(ChangeVerdict.Worse, CustomerEffortScore.FromTally(MoreEffort).ChangeFrom(CustomerEffortScore.FromTally(Effort))!.Value.Verdict);

    [Fact]
    public void Combine_OtherScale_Throws() =>
        Assert.Throws<ArgumentException>(() => CustomerEffortScore.FromTally(Effort)
            .Combine(CustomerEffortScore.FromTally(RatingTally.FromAnswers([1], new RatingScale(1, 7, ScaleDirection.LowerIsBetter)))));

    [Fact]
    public void FromAnswers_StandardQuestion_CountsMissingApart()
    {
        Assert.Equal(2, CustomerEffortScore.FromAnswers([1, 3, null]).Value);
        Assert.Equal(1, CustomerEffortScore.FromAnswer(null).Excluded.Missing);
        Assert.Null(CustomerEffortScore.FromAnswers([]).Value);
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => CustomerEffortScore.FromAnswer(6));
    }
}

public class CustomerEffortScoreLaws : KpiLaws<CustomerEffortScore>
{
    protected override Gen<CustomerEffortScore> Any => Some.Ratings(RatingScale.Effort).Select(CustomerEffortScore.FromTally);

    protected override (double Lowest, double Highest) Range => (1, 5);
}
