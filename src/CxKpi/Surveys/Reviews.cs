using NodaTime;

namespace CxKpi;

/// <summary>Reads public reviews: a mean of stars that few reviews do not carry away, and how recent they are.</summary>
/// <remarks>
/// <code>
/// Bayesian average = (prior mean * prior reviews + sum of stars) / (prior reviews + reviews)
/// recent share     = reviews of the last days / reviews
/// </code>
/// The number of reviews is <see cref="ReviewVolume"/>, their mean a <see cref="MeanRating"/>, and the positive share a <see cref="Csat"/> with a stated cut.
/// The Bayesian average draws the mean of few reviews to a prior, such as the mean of all products: it is there to rank products, of which the best and the
/// worst of a plain mean are those with the fewest reviews. It is no estimate of the one product's mean, so that it has no interval of its own: how sure the
/// stars are says <see cref="MeanRating.Estimate"/>.
/// Source: the weighted rating of the film site IMDb; as a principle B. Efron and C. Morris, "Data Analysis Using Stein's Estimator and Its Generalizations",
/// Journal of the American Statistical Association, 1975.
/// <para>Pitfalls: people who write reviews taken for all customers; a prior chosen after the ranking was seen; reviews of different sites in one mean, whose
/// visitors and scales differ.</para>
/// <example>Three reviews with five stars and a prior of 4.0 that weighs 10 reviews: (40 + 15) / 13 = 4.23.</example>
/// </remarks>
public static class Reviews
{
    /// <summary>Calculates the mean of stars drawn to a prior mean.</summary>
    /// <param name="stars">The tallied stars; the tally may be empty.</param>
    /// <param name="priorMean">The mean to draw to, such as that of all products, on the same scale.</param>
    /// <param name="priorReviews">How many reviews the prior weighs; not negative. At 0 it is the plain mean.</param>
    /// <returns>The average in stars; <see langword="null"/> when there are neither reviews nor a prior.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The prior mean does not lie on the scale, or the number of reviews is negative or not finite.</exception>
    public static double? BayesianAverage(RatingTally stars, double priorMean, double priorReviews)
    {
        double weight = Guard.InRange(priorReviews, 0, 1e15);
        Guard.Finite(priorMean);
        if (stars.Scale != default)
        {
            Guard.InRange(priorMean, stars.Scale.Lowest, stars.Scale.Highest);
        }

        MeanTally sums = stars.ToMean();
        return sums.N + weight == 0 ? null : (priorMean * weight + (double)sums.Sum) / (weight + sums.N);
    }

    /// <summary>Counts the reviews of the last days among all.</summary>
    /// <param name="days">The day of each review, in any order; none later than <paramref name="asOf"/>.</param>
    /// <param name="asOf">The day on which the count is made.</param>
    /// <param name="last">How many days count as recent, <paramref name="asOf"/> included; at least 1.</param>
    /// <returns>The share as a tally of counts, with every interval that one can have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A review is later than <paramref name="asOf"/> (the message names its position), or the number of days is
    /// below 1.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public static ShareTally RecentShare(IEnumerable<LocalDate> days, LocalDate asOf, int last)
    {
        Guard.Positive(last);
        return ShareTally.FromHits(Ages(days, asOf).Select(age => age < last));
    }

    /// <inheritdoc cref="RecentShare(IEnumerable{LocalDate}, LocalDate, int)"/>
    public static ShareTally RecentShare(IEnumerable<DateOnly> days, DateOnly asOf, int last) =>
        RecentShare(Guard.NotNull(days).Select(LocalDate.FromDateOnly), LocalDate.FromDateOnly(asOf), last);

    /// <summary>Calculates how many days ago the latest review was written.</summary>
    /// <param name="days">The day of each review, in any order; none later than <paramref name="asOf"/>.</param>
    /// <param name="asOf">The day on which the count is made.</param>
    /// <returns>The number of days, 0 for a review of that day; <see langword="null"/> when there is no review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A review is later than <paramref name="asOf"/>; the message names its position.</exception>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    public static int? DaysSinceLatest(IEnumerable<LocalDate> days, LocalDate asOf) => Ages(days, asOf).Min(age => (int?)age);

    /// <inheritdoc cref="DaysSinceLatest(IEnumerable{LocalDate}, LocalDate)"/>
    public static int? DaysSinceLatest(IEnumerable<DateOnly> days, DateOnly asOf) =>
        DaysSinceLatest(Guard.NotNull(days).Select(LocalDate.FromDateOnly), LocalDate.FromDateOnly(asOf));

    private static IEnumerable<int> Ages(IEnumerable<LocalDate> days, LocalDate asOf)
    {
        CalendarGuard.Iso(asOf);
        return Guard.NotNull(days).Select((day, position) => CalendarGuard.Iso(day, nameof(days)) > asOf
            ? throw Guard.OutsideAt(position, nameof(days), "must not be later than the day of the count", day)
            : PeriodCount.Days(day, asOf));
    }
}
