using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class RankTrendTests
{
    private static readonly CalendarPeriod March = CalendarPeriod.Parse("2020-03");
    private static readonly double[] YearsOfChance = [3, 1, 7, 2, 8, 4, 1, 9, 5, 3, 8, 6];

    [Fact]
    public void MannKendall_RisingMonths_StatesTheSlopePerYear()
    {
        RankTrend trend = PeriodSeries.FromValues(March, Enumerable.Range(0, 36).Select(i => (double?)(0.5 * i))).MannKendall();

        Assert.Null(trend.Refusal);
        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
        Assert.Equal(6, trend.SlopePerYear!.Value, 1e-12);
        Assert.Equal("+6 per year [+6, +6] (p < 0.0001, Rising)", trend.ToString());
    }

    [Fact]
    public void MannKendall_ElevenMonths_Refuses()
    {
        RankTrend trend = PeriodSeries.FromValues(March, Enumerable.Repeat<double?>(1, 11)).MannKendall();

        Assert.Equal(TrendVerdict.TooLittleData, trend.Verdict);
        Assert.Equal(NoticeKind.FewerThanTwoCycles, trend.Refusal!.Kind);
        Assert.Null(trend.SlopePerYear);
        Assert.Equal(trend.Refusal.Message, trend.ToString());
    }

    [Fact]
    public void MannKendall_Empty_Refuses() => Assert.Equal(
        "two full cycles of 12 periods are needed to tell the season from a change; there are 0 periods: where there is no season, state that there is none",
        PeriodSeries.FromValues(March, []).MannKendall().Refusal!.Message);

    [Fact]
    public void MannKendall_IncompleteLastMonth_LeavesItOut()
    {
        double?[] figures = [.. Enumerable.Range(0, 36).Select(i => (double?)i), -1000];

        RankTrend trend = PeriodSeries.FromValues(March, figures).Through(new(2023, 3, 10)).MannKendall();

        Assert.Equal(36, trend.Test!.Count);
    }

    [Fact]
    public void MannKendall_LikeItsNeighbours_Warns()
    {
        RankTrend trend = PeriodSeries.FromValues(March, Enumerable.Range(0, 48).Select(i => (double?)(i / 12 % 2))).MannKendall();

        Assert.Contains(NoticeKind.NeighboursAlike, trend.Warnings.Select(x => x.Kind));
    }

    [Fact]
    public void SeasonalMannKendall_Months_KeysSeasonsByTheCalendar()
    {
        SeasonalRankTrend trend = PeriodSeries.FromValues(March, Enumerable.Range(0, 48).Select(i => (double?)(i % 12 * 10 + i / 12))).SeasonalMannKendall();

        Assert.Equal(12, trend.Seasons.Count);
        Assert.Equal("January", trend.Seasons[0].Key.ToString());
        Assert.All(trend.Seasons, season => Assert.Equal(6, season.Value.S));
        Assert.Equal(1, trend.SlopePerYear);
        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
    }

    [Fact]
    public void SeasonalMannKendall_OppositeSeasons_SaysReadThemOneByOne()
    {
        SeasonalRankTrend trend = PeriodSeries.FromValues(
            CalendarPeriod.Parse("2010-Q1"),
            Enumerable.Range(0, 40).Select(i => (double?)(i % 2 == 0 ? i : -i))).SeasonalMannKendall();

        Assert.Equal(TrendVerdict.NoEvidence, trend.Verdict);
        Assert.Contains(
            "the trends of the seasons differ (p < 0.0001): the total misleads, read the seasons one by one",
            trend.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void SeasonalMannKendall_Weeks_CountsWeek53ToWeek52()
    {
        double?[] figures = [.. Enumerable.Range(0, 160).Select(i => (double?)(i * 0.1))];
        SeasonalRankTrend trend = PeriodSeries.FromValues(CalendarPeriod.Parse("2019-W10"), figures).SeasonalMannKendall();

        Assert.Equal(52, trend.Seasons.Count);
        Assert.Equal(159, trend.Test!.Count);

        // 2020-W52 stands at 9.4 and W53 at 9.5: one far higher than the other makes their mean the highest of its season.
        figures[95] = 1000;
        SeasonalRankTrend high = PeriodSeries.FromValues(CalendarPeriod.Parse("2019-W10"), figures).SeasonalMannKendall();
        Assert.Equal(3, trend.Seasons[51].Value.S);
        Assert.Equal(1, high.Seasons[51].Value.S);
    }

    [Fact]
    public void SeasonalMannKendall_Days_TurnsTheSlopePerWeekIntoOnePerYear()
    {
        SeasonalRankTrend trend = PeriodSeries.FromValues(CalendarPeriod.Parse("2024-05-01"), Enumerable.Range(0, 70).Select(i => (double?)i))
            .SeasonalMannKendall();

        Assert.Equal(7, trend.Seasons.Count);
        Assert.Equal(365.2425, trend.SlopePerYear!.Value, 1e-9);
    }

    [Fact]
    public void KpiSeries_Verbs_Forward()
    {
        KpiSeries<Churn> series = Enumerable.Range(0, 36)
            .TallyBy(CalendarUnit.Month, i => March.Plus(i).Start, i => new Churn(lost: 10 + i, atStart: 400));

        PeriodSeries figures = series.ToPeriodSeries();
        Assert.Equal(figures.MannKendall().ToString(), series.MannKendall().ToString());
        Assert.Equal(figures.SeasonalMannKendall(0.9).ToString(), series.SeasonalMannKendall(0.9).ToString());
        Assert.Equal(figures.Shifts().ToString(), series.Shifts().ToString());
        Assert.Equal(TrendVerdict.Rising, series.MannKendall().Verdict);
    }

    [Fact]
    public void SeasonalMannKendall_TenCycles_HasLimitsThatGoWithItsVerdict()
    {
        // Good and bad years, the same in all seasons: without their correlation the limits would claim a trend.
        SeasonalRankTrend trend = PeriodSeries.FromValues(
            March, Enumerable.Range(0, 144).Select(i => (double?)(YearsOfChance[i / 12] + i % 12 + 0.01 * (i * 7919 % 101)))).SeasonalMannKendall();

        Assert.Equal(TrendVerdict.NoEvidence, trend.Verdict);
        Assert.True(trend.Test!.PValue < 0.05 && trend.Test.SlopeLower > 0);
        Assert.True(trend.Lower < 0 && trend.Upper > 0);
        Assert.DoesNotContain(NoticeKind.NeighboursAlike, trend.Warnings.Select(x => x.Kind));
    }
}
