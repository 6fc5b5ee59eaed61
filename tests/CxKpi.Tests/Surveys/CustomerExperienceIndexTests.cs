using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CustomerExperienceIndexTests
{
    private static readonly RatingTally Needs = RatingTally.FromCounts([5, 5, 20, 40, 30], RatingScale.OneToFive);
    private static readonly RatingTally Ease = RatingTally.FromCounts([10, 10, 20, 40, 20], RatingScale.OneToFive);
    private static readonly RatingTally Enjoyment = RatingTally.FromCounts([5, 15, 30, 30, 20], RatingScale.OneToFive);

    private static CustomerExperienceIndex Example => CustomerExperienceIndex.FromTallies(Needs, Ease, Enjoyment, NetBounds.OneToFive);

    [Fact]
    public void FromTallies_WorkedExample_IsTheMeanOfThreeNets()
    {
        Assert.Equal([60, 40, 30], Example.Evidence.Select(question => question.Value!.Value));
        Assert.Equal(130.0 / 3, Example.Value);
        Assert.Equal("CxPi (4–5 minus 1–2 of 5) +43.3 (100 respondents)", Example.ToString());
    }

    [Fact]
    public void Value_QuestionsOfUnequalSize_AreNotPooled()
    {
        CustomerExperienceIndex index = new(new(1, 0, 0), new(0, 0, 99), new(0, 1, 0), NetBounds.OneToFive);

        Assert.Equal(0, index.Value);
        Assert.Equal(1, index.Estimate()!.Value.N);
    }

    [Fact]
    public void Value_OneQuestionUnanswered_IsUndefined()
    {
        CustomerExperienceIndex index = CustomerExperienceIndex.FromRespondent(5, null, 3, NetBounds.OneToFive);

        Assert.Null(index.Value);
        Assert.Null(index.Estimate());
        Assert.Equal(1, index.Excluded.Missing);
        Assert.Null(index.ChangeFrom(Example));
    }

    [Fact]
    public void Estimate_SamePeople_IsTheMeanOfTheLimits()
    {
        Estimate estimate = Example.Estimate()!.Value;
        Estimate[] questions = [.. Example.Evidence.Select(question => question.Estimate()!.Value)];

        Assert.Equal(questions.Average(x => x.Lower!.Value), estimate.Lower!.Value, 12);
        Assert.Equal(questions.Average(x => x.Upper!.Value), estimate.Upper!.Value, 12);
        Assert.Equal(100, estimate.N);
    }

    [Fact]
    public void ChangeFrom_AllQuestionsRise_IsBetterWithoutPValue()
    {
        CustomerExperienceIndex worse = CustomerExperienceIndex.FromTallies(
            RatingTally.FromCounts([40, 30, 20, 5, 5], RatingScale.OneToFive),
            Ease,
            RatingTally.FromCounts([40, 30, 20, 5, 5], RatingScale.OneToFive),
            NetBounds.OneToFive);
        Change change = Example.ChangeFrom(worse)!.Value;

        Assert.Equal(ChangeVerdict.Better, change.Verdict);
        Assert.Null(change.PValue);
        Assert.Equal(70, change.Difference, 12);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentException>("bounds", () => CustomerExperienceIndex.FromRespondent(1, 1, 1, NetBounds.Effort));
        Assert.Throws<ArgumentException>(
            "ease",
            () => CustomerExperienceIndex.FromTallies(Needs, RatingTally.FromAnswers([1], RatingScale.OneToSeven), Enjoyment, NetBounds.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("ease", () => CustomerExperienceIndex.FromRespondent(1, 6, 1, NetBounds.OneToFive));
        Assert.Throws<ArgumentException>(() => Example.Combine(new(default, default, new(1, 0, 0), NetBounds.OneToSeven)));
    }

    [Fact]
    public void Combine_Respondents_IsTheTally()
    {
        CustomerExperienceIndex all = CustomerExperienceIndex.FromRespondent(5, 4, 3, NetBounds.OneToFive)
            .Combine(CustomerExperienceIndex.FromRespondent(1, null, 4, NetBounds.OneToFive));

        Assert.Equal((new NetTally(1, 0, 1), new NetTally(1, 0, 0), new NetTally(1, 1, 0)), (all.Needs, all.Ease, all.Enjoyment));
        Assert.Equal(50, all.Value);
    }
}

public class CustomerExperienceIndexLaws : KpiLaws<CustomerExperienceIndex>
{
    protected override Gen<CustomerExperienceIndex> Any =>
        from needs in Some.Net
        from ease in Some.Net
        from enjoyment in Some.Net
        from excluded in Some.Excluded
        select new CustomerExperienceIndex(needs, ease, enjoyment, NetBounds.OneToFive, excluded);

    [Property]
    public Property ThreeEqualQuestionsAreAsGoodAsOne() =>
        Law.ForAll(Some.Net.Where(x => x.N > 0), x =>
        {
            Estimate one = x.Estimate()!.Value, three = new CustomerExperienceIndex(x, x, x, NetBounds.OneToFive).Estimate()!.Value;
            return Near(one.Value, three.Value)
                && Near(one.Lower!.Value, three.Lower!.Value)
                && Near(one.Upper!.Value, three.Upper!.Value)
                && one.Flags == three.Flags;
        });

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
