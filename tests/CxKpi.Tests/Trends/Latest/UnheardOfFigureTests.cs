using CxKpi.Trends;

namespace CxKpi.Tests.Trends.Latest;

/// <summary>A figure that nobody expects is not called expected: it has no say in how wide the expectation is.</summary>
public class UnheardOfFigureTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");
    private static readonly int[] Rare = [0, 1, 0, 2, 0, 0, 1, 3, 0, 1, 1, 0, 2, 0, 1, 0, 0, 0, 1, 2, 0, 1, 0, 1, 0, 0, 2, 1, 0, 1, 0, 0, 3, 1, 0, 1];

    [Fact]
    public void Latest_OrdersOfAnotherWorld_AreHigher()
    {
        KpiSeries<AverageOrderValue> series = Months(37, i => AverageOrderValue.FromOrders(
            [.. Enumerable.Range(0, 10).Select(j => 30m + (i * 7 + j * 13) % 61 + (i == 36 ? 10_000 * (1 + j % 2) : 0))], "EUR"));
        LatestPeriod latest = series.Latest();

        Assert.Equal(LatestVerdict.Better, latest.Verdict);
        Assert.InRange(latest.Expected!.Upper!.Value, 50, 200);
    }

    [Fact]
    public void Latest_VolumeOfAnotherWorld_IsHigherWithinLimitsOfThisOne()
    {
        LatestPeriod latest = Months(37, i => i == 36 ? new ContactVolume(200, 200) : new ContactVolume(Rare[i], Rare[i])).Latest();

        Assert.Equal(LatestVerdict.Higher, latest.Verdict);
        Assert.InRange(latest.Expected!.Upper!.Value, 1, 20);
    }

    [Fact]
    public void Latest_ScoreThatFallsFromTheTop_IsWorse()
    {
        LatestPeriod latest = Months(37, i => i == 36 ? new Nps(0, 100, 0) : new Nps(100 - Rare[i], Rare[i], 0)).Latest();

        Assert.Equal(LatestVerdict.Worse, latest.Verdict);
        Assert.InRange(latest.Expected!.Lower!.Value, 85, 100);
    }

    [Fact]
    public void Volumes_OfSeveralYears_VaryAsCountsDo()
    {
        PeriodSeries series = Months(36, _ => new ContactVolume(100, 100)).ToPeriodSeries();

        Assert.All(series.SamplingVariances, variance => Assert.Equal(100, variance!.Value, 9));
    }

    // A history without any spread says nothing of chance.
    [Fact]
    public void Latest_AfterFiguresAllAlike_IsNotJudgedByThem()
    {
        Assert.Equal(LatestVerdict.NoEvidence, Months(10, i => i == 9 ? new Nps(59, 1, 0) : new Nps(60, 0, 0)).Latest(new() { IsSeasonal = false }).Verdict);
        Assert.Equal(
            LatestVerdict.Unknown,
            Months(37, i => new GrossRevenueRetention(1_000_000, i == 36 ? 1 : 0, 0)).Latest().Verdict);
        Assert.Equal(LatestVerdict.Unknown, PeriodSeries.FromValues(January, [.. Enumerable.Repeat<double?>(5, 36), 6]).Latest().Verdict);
        Assert.Equal(LatestVerdict.AsExpected, PeriodSeries.FromValues(January, Enumerable.Repeat<double?>(5, 37)).Latest().Verdict);
    }

    [Fact]
    public void Scorecard_OfARareEvent_CanBeSaved() =>
        Assert.NotEmpty(Scorecard.Titled("Rare").Add("rate", Months(37, i => new ComplaintRate(i * 7 % 4, 1000))).Build().ToJson());

    private static KpiSeries<TKpi> Months<TKpi>(int count, Func<int, TKpi> record)
        where TKpi : struct, IKpi<TKpi> =>
        KpiSeries.From(CalendarUnit.Month, [.. Enumerable.Range(0, count).Select(i => (January.Plus(i), record(i)))]);
}
