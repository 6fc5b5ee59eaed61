using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Surveys;

public class ReviewsTests
{
    private static readonly LocalDate[] Days = [new(2026, 1, 10), new(2026, 4, 2), new(2026, 5, 20)];
    private static readonly LocalDate AsOf = new(2026, 6, 1);

    [Fact]
    public void BayesianAverage_WorkedExample_IsDrawnToThePrior() => Assert.Equal(
        55 / 13.0,
        Reviews.BayesianAverage(RatingTally.FromAnswers([5, 5, 5], RatingScale.OneToFive), priorMean: 4, priorReviews: 10)!.Value,
        12);

    [Fact]
    public void BayesianAverage_WithoutReviews_IsThePriorOrUndefined()
    {
        Assert.Equal(4.1, Reviews.BayesianAverage(default, 4.1, 10));
        Assert.Null(Reviews.BayesianAverage(default, 4.1, 0));
    }

    [Fact]
    public void RecentShare_OfDays_CountsTheDayOfTheCount()
    {
        Assert.Equal(new ShareTally(2, 3), Reviews.RecentShare(Days, AsOf, last: 90));
        Assert.Equal(new ShareTally(1, 3), Reviews.RecentShare(Days, new LocalDate(2026, 5, 20), last: 1));
        Assert.Equal(new ShareTally(2, 3), Reviews.RecentShare(Days.Select(day => day.ToDateOnly()), AsOf.ToDateOnly(), last: 90));
    }

    [Fact]
    public void DaysSinceLatest_OfDays_IsThatOfTheLatest()
    {
        Assert.Equal(12, Reviews.DaysSinceLatest(Days, AsOf));
        Assert.Equal(12, Reviews.DaysSinceLatest(Days.Select(day => day.ToDateOnly()), AsOf.ToDateOnly()));
        Assert.Null(Reviews.DaysSinceLatest(Array.Empty<LocalDate>(), AsOf));
    }

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("priorMean", () => Reviews.BayesianAverage(RatingTally.FromAnswers([5], RatingScale.OneToFive), 40, 1));
        Assert.Throws<ArgumentOutOfRangeException>("priorMean", () => Reviews.BayesianAverage(default, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("priorReviews", () => Reviews.BayesianAverage(default, 4, -1));
        Assert.Throws<ArgumentOutOfRangeException>("priorReviews", () => Reviews.BayesianAverage(default, 4, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("last", () => Reviews.RecentShare(Days, AsOf, 0));
        Assert.Contains(
            "at position 2",
            Assert.Throws<ArgumentOutOfRangeException>("days", () => Reviews.DaysSinceLatest(Days, new LocalDate(2026, 5, 1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("days", () => Reviews.DaysSinceLatest((IEnumerable<LocalDate>)null!, AsOf));
        Assert.Throws<ArgumentNullException>("days", () => Reviews.RecentShare((IEnumerable<DateOnly>)null!, AsOf.ToDateOnly(), 1));
    }
}

public class ReviewsLaws
{
    [Property]
    public Property TheBayesianAverageLiesBetweenTheMeanAndThePrior() => Law.ForAll(
        Some.Ratings(RatingScale.OneToFive).Zip(Gen.Choose(10, 50).Select(x => x / 10.0)).Zip(Gen.Choose(0, 100)),
        x =>
        {
            ((RatingTally stars, double prior), int weight) = x;
            double? average = Reviews.BayesianAverage(stars, prior, weight);
            double low = Math.Min(prior, stars.Mean ?? prior), high = Math.Max(prior, stars.Mean ?? prior);
            return average is null ? stars.N + weight == 0 : average >= low - 1e-9 && average <= high + 1e-9;
        });

    [Property]
    public Property APriorThatIsSpreadAsReviewsGivesThePlainMean() => Law.ForAll(
        Some.Ratings(RatingScale.OneToFive).Two(),
        x => x.Item2.N == 0 || Math.Abs(Reviews.BayesianAverage(x.Item1, x.Item2.Mean!.Value, x.Item2.N)!.Value - x.Item1.Combine(x.Item2).Mean!.Value) < 1e-9);
}
