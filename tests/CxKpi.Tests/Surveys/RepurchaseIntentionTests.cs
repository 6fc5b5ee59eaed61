using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class RepurchaseIntentionTests
{
    private static readonly TopBox TopTwo = TopBox.TwoOfFive;

    [Fact]
    public void FromAnswer_YesOrNo_GivesTheShare()
    {
        RepurchaseIntention intention = default;
        foreach (bool? answer in (bool?[])[true, true, true, false, null])
        {
            intention = intention.Combine(RepurchaseIntention.FromAnswer(answer));
        }

        Assert.Equal(0.75, intention.Value);
        Assert.Equal(1, intention.Excluded.Missing);
        Assert.Equal("Repurchase intention (1 of 0–1) 75.0% (4 answers)", intention.ToString());
    }

    [Fact]
    public void FromAnswers_TopTwo_GivesTheShare()
    {
        Assert.Equal(0.5, RepurchaseIntention.FromAnswers([5, 4, 3, 1], TopTwo).Value);
        Assert.Equal(0.5, RepurchaseIntention.FromAnswers([5, null, 1], TopTwo, RepurchaseTarget.Gift).Value);
        Assert.Null(RepurchaseIntention.FromAnswers([], TopTwo).Value);
    }

    [Fact]
    public void Combine_SelfWithGift_Throws()
    {
        RepurchaseIntention self = new(1, 2, TopTwo, RepurchaseTarget.Self), gift = new(1, 2, TopTwo, RepurchaseTarget.Gift);

        Assert.Contains("target", Assert.Throws<ArgumentException>(() => self.Combine(gift)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => self.ChangeFrom(gift));
        Assert.Throws<ArgumentException>(() => self.Combine(new(1, 2, TopTwo)));
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("intending", () => new RepurchaseIntention(3, 2, TopTwo));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => new RepurchaseIntention(1, 2, TopTwo, (RepurchaseTarget)9));
        Assert.Throws<ArgumentException>("cut", () => RepurchaseIntention.FromAnswers([1], default));
        Assert.Throws<ArgumentException>("answers", () => RepurchaseIntention.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToSeven), TopTwo));
        Assert.Throws<ArgumentException>(() => new RepurchaseIntention(1, 2, TopTwo).Combine(new(1, 2, TopBox.Yes)));
    }
}

public class RepurchaseIntentionLaws : KpiLaws<RepurchaseIntention>
{
    protected override Gen<RepurchaseIntention> Any =>
        from counts in Some.PartOfWhole
        from excluded in Some.Excluded
        select new RepurchaseIntention(counts.Part, counts.Whole, TopBox.Yes, RepurchaseTarget.Self, excluded);
}
