using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class PurchaseProbabilityTests
{
    [Fact]
    public void FromAnswers_WorkedExample_GivesAHalf()
    {
        PurchaseProbability probability = PurchaseProbability.FromAnswers([10, 8, 5, 0, 2]);

        Assert.Equal(0.5, probability.Value);
        Assert.Equal("Juster 50.0% (5 answers)", probability.ToString());
    }

    [Fact]
    public void Estimate_NearCertain_LiesBelowOne()
    {
        Estimate estimate = PurchaseProbability.FromAnswers([10, 10, 9]).Estimate()!.Value;

        Assert.InRange(estimate.Upper!.Value, estimate.Value, 1);
        Assert.Equal((IntervalMethod.Wilson, EstimateFlags.None), (estimate.Method, estimate.Flags));
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => PurchaseProbability.FromAnswer(11));
        Assert.Throws<ArgumentException>("answers", () => PurchaseProbability.FromTally(RatingTally.FromAnswers([5], RatingScale.OneToTen)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PurchaseProbability(RatingTally.FromAnswers([5, 6], RatingScale.ZeroToTen).ToMean()));
    }

    [Fact]
    public void Value_NobodyAnswered_IsUndefined()
    {
        Assert.Null(PurchaseProbability.FromAnswers([]).Value);
        Assert.Equal(2, PurchaseProbability.FromAnswers([null, null]).Excluded.Missing);
    }
}

public class PurchaseProbabilityLaws : KpiLaws<PurchaseProbability>
{
    protected override Gen<PurchaseProbability> Any => Some.Ratings(RatingScale.ZeroToTen).Select(PurchaseProbability.FromTally);

    [Property]
    public Property ItIsATenthOfTheMeanAnswer() =>
        Law.ForAll(
            Some.Ratings(RatingScale.ZeroToTen).Where(x => x.N > 0),
            x => Math.Abs(PurchaseProbability.FromTally(x).Value!.Value - x.Mean!.Value / 10) < 1e-15);
}
