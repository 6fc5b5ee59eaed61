using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series;

public class KpiSeriesFiguresTests
{
    internal static readonly CalendarPeriod First = CalendarPeriod.Parse("2024-01");

    [Fact]
    public void ToPeriodSeries_Shares_ArePooledBySeason()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 24).Select(i => new Churn(lost: i == 0 ? 0 : 10 + i % 12, atStart: 100))]).ToPeriodSeries();
        Assert.True(series.IsShare);
        Assert.Equal(KpiDirection.LowerIsBetter, series.Direction);
        Assert.Equal(0, series.Figures[0]);
        Assert.Equal(10.5 / 201 * (190.5 / 201) / 100, series.Variances[0], 15);
        Assert.Equal(100, series.Sizes[0]);
    }

    [Fact]
    public void ToPeriodSeries_Rates_FallWithExposure_EvenWithoutEvents()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 13).Select(i => new ChurnPerCustomerDay(lost: i == 0 ? 0 : 4, customerDays: 1000))])
            .ToPeriodSeries();
        Assert.False(series.IsShare);
        Assert.Equal(4.0 / 2000 / 1000, series.Variances[0], 15);
        Assert.Equal(4.0 / 1000 / 1000, series.Variances[1], 15);
        Assert.Equal(1000, series.Sizes[0]);
    }

    [Fact]
    public void ToPeriodSeries_Means_PoolWithinPeriods_NotBetweenThem()
    {
        // Within every month the variance is 1/3, however far the Januaries lie apart.
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 37)
            .Select(i => MeanRating.FromAnswers([i / 12 + 1, i / 12 + 2, i / 12 + 1, i / 12 + 2], RatingScale.OneToFive))])
            .ToPeriodSeries();
        Assert.Equal(1 / 3.0 / 4, series.Variances[0], 14);
        Assert.False(series.IsShare);
    }

    [Fact]
    public void ToPeriodSeries_OneRowPerPeriod_HasNoVariances()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 37).Select(i => new CustomerAcquisitionCost(spend: 1000 + i, newCustomers: 20))])
            .ToPeriodSeries();
        Assert.True(series.Variances.IsEmpty);
        Assert.All(series.SamplingVariances, Assert.Null);
    }

    [Fact]
    public void ToPeriodSeries_OfCensuses_HasNoVariances()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 13)
            .Select(i => Backlog.FromTickets([], Instant.FromUtc(2024, 1, 31, 0, 0) + Duration.FromDays(30 * i)))])
            .ToPeriodSeries();
        Assert.True(series.Variances.IsEmpty);
        Assert.Equal(0, series.Figures[12]);
    }

    [Fact]
    public void ToPeriodSeries_NetScores_PoolTheVarianceOfOneAnswer()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 13).Select(i => new Nps(i == 0 ? 6 : 10, i == 0 ? 0 : 5, i == 0 ? 0 : 5))]).ToPeriodSeries();
        Assert.Equal(new NetTally(16, 5, 5).Variance!.Value / 6, series.Variances[0], 10);
        Assert.Equal(new NetTally(10, 5, 5).Variance!.Value / 20, series.Variances[1], 10);
        Assert.Equal(KpiDirection.HigherIsBetter, series.Direction);
    }

    [Fact]
    public void ToPeriodSeries_SharesOfMoney_AreNoCounts()
    {
        PeriodSeries series = Monthly([.. Enumerable.Range(0, 5).Select(i => GrossRevenueChurn.FromAccounts([(100, 50 + i), (200, 200), (50, 0)]))])
            .ToPeriodSeries();
        Assert.False(series.IsShare);
        Assert.False(series.Variances.IsEmpty);
    }

    [Fact]
    public void ToPeriodSeries_Gaps_AreMissing()
    {
        PeriodSeries series = Monthly([new Churn(1, 10), default, new Churn(3, 10)]).Through(new LocalDate(2024, 3, 30)).ToPeriodSeries();
        Assert.Equal([0.1, null, 0.3], series.Values);
        Assert.Null(series.SamplingVariances[1]);
        Assert.True(series.IsLastIncomplete);
        Assert.True(double.IsNaN(series.Variances[1]));
    }

    [Fact]
    public void ToPeriodSeries_NoRows_IsEmpty()
    {
        PeriodSeries series = KpiSeries.From<Churn>(CalendarUnit.Week, []).ToPeriodSeries();
        Assert.Empty(series);
        Assert.Equal(CalendarUnit.Week, series.Unit);
    }

    internal static KpiSeries<TKpi> Monthly<TKpi>(params TKpi[] records)
        where TKpi : struct, IKpi<TKpi> =>
        KpiSeries.From(CalendarUnit.Month, records.Select((record, i) => (First.Plus(i), record)));
}

public class KpiSeriesFiguresLaws
{
    [Property]
    public Property SharesGiveTheSeriesOfTheirCounts() => Law.ForAll(Some.Share.ListOf(30), shares =>
    {
        PeriodSeries fromRecords = KpiSeriesFiguresTests.Monthly([.. shares.Select(share => new Churn(share.Count, share.N))]).ToPeriodSeries();
        PeriodSeries fromCounts = PeriodSeries.FromShares(KpiSeriesFiguresTests.First, shares);
        return fromRecords.Figures.SequenceEqual(fromCounts.Figures)
            && fromRecords.Variances.SequenceEqual(fromCounts.Variances)
            && fromRecords.Sizes.SequenceEqual(fromCounts.Sizes);
    });

    [Property]
    public Property OneSeasonHasTheTextbookVariance() => Law.ForAll(Some.Net.Where(net => net.N > 0 && net.Variance > 0), net =>
    {
        PeriodSeries series = KpiSeriesFiguresTests.Monthly([new Nps(net.Positive, net.Neutral, net.Negative)]).ToPeriodSeries();
        return Math.Abs(series.Variances[0] - net.Variance!.Value / net.N) <= 1e-12 * series.Variances[0];
    });
}
