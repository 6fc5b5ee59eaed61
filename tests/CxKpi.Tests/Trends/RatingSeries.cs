namespace CxKpi.Tests.Trends;

/// <summary>Mean ratings of ten answers a month, from one to five.</summary>
internal static class RatingSeries
{
    /// <summary>Sums of two years that climb nearly all of the scale.</summary>
    internal static int[] Rising { get; } = [11, 13, 14, 16, 19, 20, 20, 21, 23, 24, 27, 30, 28, 33, 30, 31, 36, 39, 37, 37, 39, 37, 46, 48];

    internal static KpiSeries<MeanRating> Of(CalendarPeriod first, IEnumerable<int> sums) => KpiSeries.From(
        CalendarUnit.Month,
        sums.Select((sum, t) => (first.Plus(t), MeanRating.FromCounts(Counts(sum), RatingScale.OneToFive))));

    private static KeyValuePair<int, int>[] Counts(int sum) => sum % 10 == 0
        ? [KeyValuePair.Create(sum / 10, 10)]
        : [KeyValuePair.Create(sum / 10, 10 - sum % 10), KeyValuePair.Create(sum / 10 + 1, sum % 10)];
}
