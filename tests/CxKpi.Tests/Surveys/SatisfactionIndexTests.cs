using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class SatisfactionIndexTests
{
    private static readonly RatingScale Ten = RatingScale.OneToTen;

    [Fact]
    public void FromMeans_WorkedExamples_GiveTheIndex()
    {
        Assert.Equal(610.0 / 9, SatisfactionIndex.FromMeans([8, 7, 6], [0.4, 0.3, 0.3], Ten), 12);
        Assert.Equal(200.0 / 3, SatisfactionIndex.FromMeans([8, 7, 6], [1, 1, 1], Ten), 12);
    }

    [Fact]
    public void FromMeans_EndsOfTheScale_AreZeroAndHundred()
    {
        Assert.Equal(0, SatisfactionIndex.FromMeans([1, 1, 1, 1], [1, 2, 3, 4], Ten));
        Assert.Equal(100, SatisfactionIndex.FromMeans([10, 10, 10, 10], [1, 2, 3, 4], Ten));
    }

    [Fact]
    public void FromMeans_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("weights", () => SatisfactionIndex.FromMeans([8, 7], [1], Ten));
        Assert.Throws<ArgumentException>("means", () => SatisfactionIndex.FromMeans([], [], Ten));
        Assert.Throws<ArgumentException>("scale", () => SatisfactionIndex.FromMeans([8], [1], default));
        Assert.Throws<ArgumentException>("scale", () => SatisfactionIndex.FromMeans([3], [1], RatingScale.Effort));
        Assert.Throws<ArgumentOutOfRangeException>("means", () => SatisfactionIndex.FromMeans([0.5], [1], Ten));
        Assert.Throws<ArgumentOutOfRangeException>("means", () => SatisfactionIndex.FromMeans([double.NaN], [1], Ten));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SatisfactionIndex.FromMeans([8], [0], Ten));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SatisfactionIndex.FromMeans([8], [double.NaN], Ten));
    }

    [Fact]
    public void FromTallies_SameMeans_GivesThePublishedIndex()
    {
        SatisfactionIndex index = SatisfactionIndex.FromTallies(
            RatingTally.FromAnswers([8, 8, 7, 9], Ten),
            RatingTally.FromAnswers([7, 6, 8], Ten),
            RatingTally.FromAnswers([6, 6, null], Ten),
            new(0.4, 0.3, 0.3));

        Assert.Equal(SatisfactionIndex.FromMeans([8, 7, 6], [0.4, 0.3, 0.3], Ten), index.Value);
        Assert.Equal("CSI (scale 1–10, weights 0.4 / 0.3 / 0.3) 67.8 (2 respondents)", index.ToString());
        Assert.Equal(1, index.Excluded.Missing);
    }

    [Fact]
    public void Estimate_OneAnswer_HasNoLimits()
    {
        Estimate estimate = SatisfactionIndex.FromRespondent(8, 7, 6, Ten, SatisfactionWeights.Equal).Estimate()!.Value;

        Assert.Null(estimate.Lower);
        Assert.Equal(IntervalMethod.None, estimate.Method);
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.SingleObservation));
    }

    [Fact]
    public void Value_OneQuestionUnanswered_IsUndefined() =>
        Assert.Null(SatisfactionIndex.FromRespondent(8, null, 6, Ten, SatisfactionWeights.Equal).Value);

    [Fact]
    public void ChangeFrom_EqualSizedRise_ScalesToHundred()
    {
        RatingTally high = RatingTally.FromAnswers([8, 9, 10, 9, 8, 9], Ten), low = RatingTally.FromAnswers([2, 3, 4, 3, 2, 3], Ten);
        Change change = SatisfactionIndex.FromTallies(high, high, high, SatisfactionWeights.Equal)
            .ChangeFrom(SatisfactionIndex.FromTallies(low, low, low, SatisfactionWeights.Equal))!.Value;
        Change points = high.ToMean().ChangeFrom(low.ToMean())!.Value;

        Assert.Equal(points.Difference * 100 / 9, change.Difference, 10);
        Assert.Equal(points.Lower!.Value * 100 / 9, change.Lower!.Value, 10);
        Assert.Equal(ChangeVerdict.Better, change.Verdict);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        RatingTally ten = RatingTally.FromAnswers([8], Ten), five = RatingTally.FromAnswers([3], RatingScale.OneToFive);
        SatisfactionIndex index = SatisfactionIndex.FromTallies(ten, ten, ten, SatisfactionWeights.Equal);

        Assert.Throws<ArgumentException>(() => SatisfactionIndex.FromTallies(ten, five, ten, SatisfactionWeights.Equal));
        Assert.Throws<ArgumentException>("weights", () => SatisfactionIndex.FromTallies(ten, ten, ten, default));
        Assert.Throws<ArgumentOutOfRangeException>(
            "ideal",
            () => new SatisfactionIndex(ten.ToMean(), ten.ToMean(), MeanTally.One(11), Ten, SatisfactionWeights.Equal));
        Assert.Contains(
            "weights",
            Assert.Throws<ArgumentException>(() => index.Combine(SatisfactionIndex.FromTallies(ten, ten, ten, new(2, 1, 1)))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => index.ChangeFrom(SatisfactionIndex.FromTallies(five, five, five, SatisfactionWeights.Equal)));
    }

    [Fact]
    public void Weights_Proportional_AreTheSameRule()
    {
        Assert.Equal(new SatisfactionWeights(4, 3, 3), new SatisfactionWeights(0.4, 0.3, 0.3));
        Assert.Equal(SatisfactionWeights.Equal, new SatisfactionWeights(7, 7, 7));
        Assert.Equal("0.4, 0.3, 0.3", new SatisfactionWeights(4, 3, 3).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("ideal", () => new SatisfactionWeights(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("overall", () => new SatisfactionWeights(double.NaN, 1, 1));
        Assert.Equal(SatisfactionWeights.Equal, new SatisfactionWeights(Math.ScaleB(1, 1023), Math.ScaleB(1, 1023), Math.ScaleB(1, 1023)));
        Assert.Equal(0.5, new SatisfactionWeights(double.MaxValue, double.MaxValue, 1).Overall);
    }

    // 5 and 7 on 1 to 10 are 400/9 and 600/9 of 100.
    [Theory]
    [InlineData(1)]
    [InlineData(1e308)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void FromMeans_WeightsOfAnySize_AreProportions(double weight)
    {
        Assert.Equal(500 / 9.0, SatisfactionIndex.FromMeans([5, 7], [weight, weight], Ten), 12);
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => SatisfactionIndex.FromMeans([5, 7], [weight, 0], Ten));
    }
}

public class SatisfactionWeightsLaws
{
    [Property]
    public Property JsonBringsTheWeightsBack() =>
        Law.ForAll(Gen.Choose(1, 1000).Three(), x =>
        {
            SatisfactionWeights weights = new(x.Item1 / 7.0, x.Item2, x.Item3);
            return JsonSerializer.Deserialize<SatisfactionWeights>(JsonSerializer.Serialize(weights)) == weights;
        });
}

public class SatisfactionIndexLaws : KpiLaws<SatisfactionIndex>
{
    protected override Gen<SatisfactionIndex> Any =>
        from overall in Some.Ratings(RatingScale.OneToTen)
        from expectations in Some.Ratings(RatingScale.OneToTen)
        from ideal in Some.Ratings(RatingScale.OneToTen)
        select SatisfactionIndex.FromTallies(overall, expectations, ideal, new(0.4, 0.35, 0.25));

    protected override (double Lowest, double Highest) Range => (0, 100 + 1e-9);

    [Property]
    public Property ThreeEqualQuestionsAreAsGoodAsOne() =>
        Law.ForAll(Some.Ratings(RatingScale.OneToTen).Where(x => x.N > 1), x =>
        {
            Estimate one = MeanRating.FromTally(x).EstimateZeroToHundred()!.Value;
            Estimate three = SatisfactionIndex.FromTallies(x, x, x, new(5, 3, 1)).Estimate()!.Value;
            return Math.Abs(one.Value - three.Value) < 1e-9 && Math.Abs(one.Lower!.Value - three.Lower!.Value) < 1e-9 && one.Flags == three.Flags;
        });
}
