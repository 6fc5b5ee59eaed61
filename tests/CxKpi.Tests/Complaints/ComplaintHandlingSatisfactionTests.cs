using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Complaints;

public class ComplaintHandlingSatisfactionTests
{
    [Fact]
    public void New_PublishedExample_GivesTwoThirds()
    {
        ComplaintHandlingSatisfaction satisfaction = new(satisfied: 20, answers: 30, TopBox.TwoOfFive);

        Assert.Equal(2.0 / 3, satisfaction.Value);
        Assert.Equal("Complaint CSAT (4–5 of 5) 66.7% (30 answers)", satisfaction.ToString());
    }

    [Fact]
    public void FromAnswers_NotAnswered_IsInNoBase() =>
        Assert.Equal(
            new ComplaintHandlingSatisfaction(1, 2, TopBox.TwoOfFive, new ExcludedAnswers(missing: 1)),
            ComplaintHandlingSatisfaction.FromAnswers((int?[])[5, null, 2], TopBox.TwoOfFive));

    [Fact]
    public void FromAnswers_OffTheScale_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ComplaintHandlingSatisfaction.FromAnswers([5, 6], TopBox.TwoOfFive));

    [Fact]
    public void Combine_OtherCut_Throws() =>
        Assert.Throws<ArgumentException>(() => new ComplaintHandlingSatisfaction(1, 2, TopBox.TwoOfFive).Combine(new(1, 2, TopBox.ThreeOfTen)));

    [Fact]
    public void New_MoreSatisfiedThanAnswers_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("satisfied", () => new ComplaintHandlingSatisfaction(3, 2, TopBox.TwoOfFive));
}

public class ComplaintHandlingSatisfactionLaws : KpiLaws<ComplaintHandlingSatisfaction>
{
    protected override Gen<ComplaintHandlingSatisfaction> Any =>
        Some.Ratings(RatingScale.OneToFive).Select(x => ComplaintHandlingSatisfaction.FromTally(x, TopBox.TwoOfFive));
}
