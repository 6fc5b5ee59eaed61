using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CustomerEaseScoreTests
{
    private static readonly RatingTally Ease = RatingTally.FromCounts([2, 3, 5, 10, 20, 35, 25], RatingScale.OneToSeven);

    [Fact]
    public void FromTally_WorkedExample_GivesTheMean() => Assert.Equal(5.48, CustomerEaseScore.FromTally(Ease).Value);

    [Fact]
    public void FromTally_EffortScale_Throws()
    {
        Assert.Throws<ArgumentException>("answers", () => CustomerEaseScore.FromTally(RatingTally.FromAnswers([1], RatingScale.Effort)));
        Assert.Throws<ArgumentException>("scale", () => new CustomerEaseScore(MeanTally.One(3), RatingScale.Effort));
    }

    [Fact]
    public void Combine_OtherScale_Throws() =>
        Assert.Throws<ArgumentException>(() => CustomerEaseScore.FromTally(Ease)
            .Combine(CustomerEaseScore.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToFive))));

    [Fact]
    public void FromAnswers_StandardQuestion_IsOneToSeven()
    {
        Assert.Equal(6, CustomerEaseScore.FromAnswers([5, 7]).Value);
        Assert.Equal(1, CustomerEaseScore.FromAnswers([7, null]).Excluded.Missing);
        Assert.Null(CustomerEaseScore.FromAnswers([]).Value);
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => CustomerEaseScore.FromAnswer(8));
    }
}

public class CustomerEaseScoreLaws : KpiLaws<CustomerEaseScore>
{
    protected override Gen<CustomerEaseScore> Any => Some.Ratings(RatingScale.OneToSeven).Select(CustomerEaseScore.FromTally);

    protected override (double Lowest, double Highest) Range => (1, 7);
}
