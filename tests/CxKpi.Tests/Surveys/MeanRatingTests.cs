using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class MeanRatingTests
{
    [Fact]
    public void FromTally_WorkedExample_GivesBothForms()
    {
        MeanRating mean = MeanRating.FromTally(RatingTally.FromCounts([20, 10, 10, 30, 50], RatingScale.OneToFive));

        Assert.Equal(440.0 / 120, mean.Value);
        Assert.Equal(66.6666666666666667, mean.ZeroToHundred!.Value, 12);
        Assert.Equal("Mean (scale 1–5) 3.67 (120 answers)", mean.ToString());
    }

    [Fact]
    public void ZeroToHundred_TenPointScale_IsNotThePointsMethod()
    {
        // The points method divides the sum by ten times the count and calls this 60 %.
        MeanRating mean = MeanRating.FromAnswers([6, 7, 5, 3, 8, 9, 4, 10, 7, 1], RatingScale.OneToTen);

        Assert.Equal(6, mean.Value);
        Assert.Equal(500.0 / 9, mean.ZeroToHundred);
    }

    [Fact]
    public void FromTally_QChartCounts_GivesFourPointSeventeen() =>
        Assert.Equal(4.17, MeanRating.FromTally(RatingTally.FromCounts([3, 12, 15, 25, 25, 20], new RatingScale(1, 6))).Value);

    [Fact]
    public void EstimateZeroToHundred_Mean_IsTheEstimateOnTheOtherScale()
    {
        MeanRating mean = MeanRating.FromAnswers([1, 3, 4, 4, 5, 2, 3], RatingScale.OneToFive);
        Estimate points = mean.Estimate()!.Value, hundred = mean.EstimateZeroToHundred()!.Value;

        Assert.Equal(mean.ZeroToHundred, hundred.Value);
        Assert.Equal(25 * (points.Lower!.Value - 1), hundred.Lower!.Value, 12);
        Assert.Equal(25 * (points.Upper!.Value - 1), hundred.Upper!.Value, 12);
        Assert.Equal(25 * points.StandardError!.Value, hundred.StandardError!.Value, 12);
    }

    [Fact]
    public void Estimate_NearTheEnd_LiesInsideTheScale()
    {
        Estimate estimate = MeanRating.FromAnswers([5, 5, 4], RatingScale.OneToFive).Estimate()!.Value;

        Assert.InRange(estimate.Upper!.Value, estimate.Value, 5);
        Assert.Equal((IntervalMethod.Wilson, EstimateFlags.None), (estimate.Method, estimate.Flags));
    }

    [Fact]
    public void Estimate_OneAnswer_HasNoLimits()
    {
        Estimate estimate = MeanRating.FromAnswer(4, RatingScale.OneToFive).Estimate()!.Value;

        Assert.Null(estimate.Lower);
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.SingleObservation));
        Assert.Null(MeanRating.FromAnswer(4, RatingScale.OneToFive).EstimateZeroToHundred()!.Value.Upper);
    }

    [Fact]
    public void Value_NobodyAnswered_IsUndefined()
    {
        MeanRating none = MeanRating.FromAnswers([null, null], RatingScale.OneToFive);

        Assert.Null(none.Value);
        Assert.Null(none.ZeroToHundred);
        Assert.Null(none.EstimateZeroToHundred());
        Assert.Equal(2, none.Excluded.Missing);
    }

    [Fact]
    public void FromTally_EffortScale_Throws() =>
        Assert.Contains(
            "MeanRating",
            Assert.Throws<ArgumentException>("scale", () => MeanRating.FromAnswers([1, 2], RatingScale.Effort)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_SumsOfNoAnswersOnTheScale_Throws()
    {
        RatingScale scale = RatingScale.OneToFive;
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new MeanRating(new(2, 11, 61), scale));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new MeanRating(new(2, 1, 1), scale));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new MeanRating(new(2, 6, 36), scale));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new MeanRating(new(2, 6, 20), default));
        Assert.Equal(3, new MeanRating(new(2, 6, 26), scale).Value);
    }

    [Fact]
    public void Combine_OtherScale_Throws() =>
        Assert.Throws<ArgumentException>(() => MeanRating.FromAnswers([1], RatingScale.OneToFive).Combine(MeanRating.FromAnswers([1], RatingScale.OneToSeven)));
}

public class MeanRatingLaws : KpiLaws<MeanRating>
{
    protected override Gen<MeanRating> Any => Some.Ratings(RatingScale.OneToFive).Select(MeanRating.FromTally);

    [Property]
    public Property TheValueAndTheLimitsLieOnTheScale() =>
        Law.ForAll(Any.Zip(Some.Confidence), x => x.Item1.Estimate(x.Item2) is not { } estimate
            || (estimate.Value is >= 1 and <= 5 && estimate.Lower is null or >= 1 && estimate.Upper is null or <= 5));

    [Property]
    public Property ReversingTheAnswersMirrorsTheZeroToHundredForm() =>
        Law.ForAll(Some.Ratings(RatingScale.OneToSeven), x =>
        {
            double? straight = MeanRating.FromTally(x).ZeroToHundred;
            double? reversed = MeanRating.FromTally(new(x.Scale, [.. x.Counts.Reverse()])).ZeroToHundred;
            return straight is null ? reversed is null : Math.Abs(straight.Value + reversed!.Value - 100) < 1e-9;
        });
}
