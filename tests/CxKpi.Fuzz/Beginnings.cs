using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Fuzz;

/// <summary>Values that random arguments seldom make, such as a series of some years: without them what rests on them would only ever be refused.</summary>
internal static class Beginnings
{
    private const int Months = 48;

    private static readonly LocalDate First = new(2021, 1, 1);

    private static readonly RatingScale Five = new(1, 5), Eleven = new(0, 10);

    private static readonly double[] Figures = [.. Enumerable.Range(0, Months).Select(month => 100 + month + month % 12 * 3 + month * month % 7)];

    /// <summary>What is known before the first call; what takes a span is made here alone, since reflection cannot hand one over.</summary>
    internal static IEnumerable<object> All =>
    [
        .. Series(i => new Nps(40 + i % 12, 30, 20)),
        .. Series(i => new Churn(10 + i % 5, 400)),
        .. Series(i => new AverageOrderValue(9_000 + i * 10, 100)),
        .. Series(i => new MeanRating(new RatingTally(Five, [3, 5, 9, 20, 30 + i]).ToMean(), Five)),
        .. Series(i => new AverageHandleTime(50, Duration.FromMinutes(200 + i), Duration.Zero, Duration.FromMinutes(20))),
        .. Series(i => new Revenue(9_000 + i * 10, 100)),
        Five,
        Eleven,
        new RatingTally(Five, [3, 5, 9, 20, 30]),
        new RatingTally(Eleven, [1, 1, 2, 2, 3, 5, 8, 13, 21, 34, 55]),
        new TopBox(Five, 4),
        new BottomBox(Five, 2),
        new NetBounds(Five, 4, 2),
        new BgBb(1.2, 0.75, 0.66, 2.78, CalendarUnit.Month),
        new BgNbd(0.24, 4.4, 0.79, 2.43, CalendarUnit.Week),
        new PurchaseHistory(2, 3, 9, 40),
        Stl.Decompose(Figures, 12),
        Mstl.Decompose(Figures, [12]),
        ClassicalDecomposition.Of(Figures, 12),
        SeasonalNaive.Fit(Figures, 12),
        HoltWinters.Fit(Figures, 12),
        ExponentialSmoothing.Fit(Figures, 12),
        MannKendallTest.FromValues(Figures),
        SeasonalityTests.Friedman(Figures, 12),
        GeneralizedEsd.FromValues(Figures, 3),
        LevelSegmentation.FromValues(Figures, 5),
        Log(row => row % 9),
        Log(row => $"c{row % 9}"),
    ];

    private static IEnumerable<object> Series<TKpi>(Func<int, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> series = Enumerable.Range(0, Months).TallyBy(CalendarUnit.Month, month => First.PlusMonths(month), kpi);
        return [series, series.ToPeriodSeries(), series[0].Key, series[Months - 1].Key, series[5].Value];
    }

    private static PurchaseHistories<TKey> Log<TKey>(Func<int, TKey> customer)
        where TKey : notnull => PurchaseLog.Summarise(
            Enumerable.Range(0, 60),
            customer,
            row => First.PlusDays(row * row / 9),
            row => 10 + row,
            CalendarUnit.Week,
            First.PlusDays(300),
            First.PlusDays(400));
}
