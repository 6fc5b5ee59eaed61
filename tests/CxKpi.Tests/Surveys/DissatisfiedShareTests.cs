using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class DissatisfiedShareTests
{
    [Fact]
    public void FromTally_WorkedExample_IsNotTheComplementOfCsat()
    {
        RatingTally answers = RatingTally.FromCounts([20, 10, 10, 30, 50], RatingScale.OneToFive);
        DissatisfiedShare share = DissatisfiedShare.FromTally(answers, BottomBox.TwoOfFive);

        Assert.Equal(0.25, share.Value);
        Assert.NotEqual(1, share.Value + Csat.FromTally(answers, TopBox.TwoOfFive).Value);
        Assert.Equal("DSAT (1–2 of 5) 25.0% (120 answers)", share.ToString());
    }

    [Fact]
    public void ChangeFrom_MoreDissatisfied_IsWorse() =>
        Assert.Equal(ChangeVerdict.Worse, new DissatisfiedShare(60, 100, BottomBox.TwoOfFive).ChangeFrom(new(20, 100, BottomBox.TwoOfFive))!.Value.Verdict);

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("dissatisfied", () => new DissatisfiedShare(3, 2, BottomBox.TwoOfFive));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => DissatisfiedShare.FromAnswer(6, BottomBox.TwoOfFive));
        Assert.Throws<ArgumentException>(
            "answers",
            () => DissatisfiedShare.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToSeven), BottomBox.TwoOfFive));
        Assert.Throws<ArgumentException>(() => new DissatisfiedShare(1, 2, BottomBox.TwoOfFive).Combine(new(1, 2, BottomBox.Of(RatingScale.OneToFive, 1))));
    }

    [Fact]
    public void FromAnswers_NobodyAnswered_IsUndefined()
    {
        Assert.Null(DissatisfiedShare.FromAnswers([], BottomBox.TwoOfFive).Value);
        Assert.Equal(1, DissatisfiedShare.FromAnswers([null], BottomBox.TwoOfFive).Excluded.Missing);
    }
}

public class DissatisfiedShareLaws : KpiLaws<DissatisfiedShare>
{
    protected override Gen<DissatisfiedShare> Any => Some.Ratings(RatingScale.OneToFive).Select(x => DissatisfiedShare.FromTally(x, BottomBox.TwoOfFive));

    [Property]
    public Property ItIsTheComplementOfSatisfactionWithACutJustAbove() =>
        Law.ForAll(Some.Ratings(RatingScale.OneToFive), x =>
            DissatisfiedShare.FromTally(x, new(x.Scale, 3)).Dissatisfied + Csat.FromTally(x, new(x.Scale, 4)).Satisfied == x.N);
}
