using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class RelativeRatingTests
{
    [Fact]
    public void FromRespondents_WorkedExample_IsTheRatioOfSums()
    {
        RelativeRating rating = RelativeRating.FromRespondents([(8, 7), (9, 9), (7, 8), (9, 7), (6, null), (null, 3)], RatingScale.OneToTen);

        Assert.Equal(33 / 31.0, rating.Value!.Value, 12);
        Assert.Equal("Relative rating (scale 1–10) 1.06 (4 respondents)", rating.ToString());
        Assert.Equal(2, rating.Excluded.Missing);
    }

    [Fact]
    public void Value_EverybodyRates0_IsUndefined() => Assert.Null(RelativeRating.FromRespondent(0, 0, RatingScale.ZeroToTen).Value);

    [Fact]
    public void Estimate_RatingsThatGoTogether_IsNarrowerThanThatOfTwoSamples()
    {
        int[] best = [3, 9, 5, 7, 2, 8, 6, 4, 9, 3];
        RelativeRating rating = RelativeRating.FromRespondents(best.Select((x, i) => ((int?)(x + i % 2), (int?)x)), RatingScale.OneToTen);
        Estimate own = MeanRating.FromAnswers(best, RatingScale.OneToTen).Estimate()!.Value, both = rating.Estimate()!.Value;

        Assert.True((both.Upper - both.Lower) / both.Value < (own.Upper - own.Lower) / own.Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new RelativeRating(RatioTally.Row(11, 5), RatingScale.OneToTen));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new RelativeRating(RatioTally.Row(5, 0), RatingScale.OneToTen));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new RelativeRating(default, new RatingScale(-2, 2)));
        Assert.Throws<ArgumentException>("scale", () => new RelativeRating(default, RatingScale.Effort));
        Assert.Throws<ArgumentOutOfRangeException>("own", () => RelativeRating.FromRespondent(11, 5, RatingScale.OneToTen));
        Assert.Contains(
            "at position 1, best competitor",
            Assert.Throws<ArgumentOutOfRangeException>(
                "respondents", () => RelativeRating.FromRespondents([(5, 5), (5, 11)], RatingScale.OneToTen)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("respondents", () => RelativeRating.FromRespondents(null!, RatingScale.OneToTen));
    }
}

public class RelativeRatingLaws : KpiLaws<RelativeRating>
{
    protected override Gen<RelativeRating> Any => Gen.Choose(1, 10).Two().ListOf().Select(x =>
        RelativeRating.FromRespondents(x.Select(row => ((int?)row.Item1, (int?)row.Item2)), RatingScale.OneToTen));

    [Property]
    public Property TheRatioOfTheOtherSideIsItsInverse() => Law.ForAll(Gen.Choose(1, 10).Two().ListOf(), x =>
    {
        double? mine = RelativeRating.FromRespondents(x.Select(row => ((int?)row.Item1, (int?)row.Item2)), RatingScale.OneToTen).Value;
        double? theirs = RelativeRating.FromRespondents(x.Select(row => ((int?)row.Item2, (int?)row.Item1)), RatingScale.OneToTen).Value;
        return mine is null ? theirs is null : Math.Abs(mine.Value * theirs!.Value - 1) < 1e-12;
    });
}
