using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class SeasonalAdjustmentTests
{
    private static readonly CalendarPeriod May = CalendarPeriod.Parse("2022-05");

    private static PeriodSeries Months(int count, Func<int, double?>? figure = null) =>
        PeriodSeries.FromValues(May, Enumerable.Range(0, count).Select(figure ?? (i => 50 + Effect(i) + Math.Sin(i * i))));

    // January lowest, December highest, whatever the first month.
    private static double Effect(int i) => (i + 4) % 12 - 5.5;

    [Fact]
    public void SeasonallyAdjust_StartingInMay_KeysSeasonsByTheCalendar()
    {
        SeasonalAdjustment free = Months(60).SeasonallyAdjust();

        Assert.Null(free.Refusal);
        Assert.Empty(free.Warnings);
        Assert.Equal(Enumerable.Range(1, 12), free.Indices.Keys.Select(x => x.Number));
        Assert.Equal("January", free.Indices.MinBy(x => x.Value).Key.ToString());
        Assert.Equal("December", free.Indices.MaxBy(x => x.Value).Key.ToString());
        Assert.All(free.Periods, x => Assert.Equal(x.Observed!.Value, x.Trend!.Value + x.Seasonal!.Value + x.Remainder!.Value, 1e-9));
        Assert.All(free.Periods, x => Assert.Equal(x.Observed!.Value - x.Seasonal!.Value, x.Adjusted!.Value, 1e-9));
    }

    [Fact]
    public void SeasonallyAdjust_TrendAtTheEnd_HasTheWiderLimits()
    {
        SeasonalAdjustment free = Months(120).SeasonallyAdjust();

        double middle = Width(free.Periods[60]), end = Width(free.Periods[^1]);
        Assert.InRange(end / middle, 1.5, 2.2);

        static double Width(AdjustedPeriod x) => x.TrendUpper!.Value - x.TrendLower!.Value;
    }

    [Fact]
    public void SeasonallyAdjust_TooLittle_IsRefusedWithReason()
    {
        SeasonalAdjustment free = Months(23).SeasonallyAdjust();

        Assert.Equal("two full cycles of 12 periods are needed to tell the season from a change; there are 23 periods"
            + ": where there is no season, state that there is none", free.Refusal!.Message);
        Assert.Equal(23, free.Periods.Count);
        Assert.All(free.Periods, x => Assert.True(x.Observed is not null && x.Trend is null && x.Adjusted is null));
        Assert.Equal(
            "fewer than three full cycles of 12 periods: the season rests on two figures each; there are 30 periods",
            Assert.Single(Months(30).SeasonallyAdjust().Warnings).Message);
        Assert.Equal(
            "every season needs two figures or more; June has 1",
            Months(24, i => i is > 0 and < 7 ? null : i).SeasonallyAdjust().Refusal!.Message);
        Assert.Equal(
            "11 periods from 2023-01 on have no figure; a trend over 21 periods can't cross half of them",
            Months(60, i => i is >= 8 and < 19 ? null : i).SeasonallyAdjust().Refusal!.Message);
        Assert.Equal(
            "at least 9 figures are needed; there are 3",
            PeriodSeries.FromValues(CalendarPeriod.Parse("2000"), [1, 2, 3]).SeasonallyAdjust().Refusal!.Message);
        Assert.Equal(
            "two full cycles of 12 periods are needed to tell the season from a change; there are 0 periods"
                + ": where there is no season, state that there is none",
            Months(0).SeasonallyAdjust().Refusal!.Message);
    }

    [Fact]
    public void SeasonallyAdjust_IncompleteLastPeriod_IsShownAndNotFitted()
    {
        PeriodSeries whole = Months(48), more = Months(49, i => i == 48 ? -1000 : whole[i].Value).Through(new LocalDate(2026, 5, 12));
        SeasonalAdjustment free = more.SeasonallyAdjust(), before = whole.SeasonallyAdjust();

        Assert.Equal((-1000, null), (free.Periods[48].Observed, free.Periods[48].Trend));
        Assert.Equal(before.Periods, free.Periods.Take(48));
    }

    [Fact]
    public void SeasonallyAdjust_Week53_CountsWithWeek52()
    {
        PeriodSeries weeks = PeriodSeries.FromShares(
            CalendarPeriod.Parse("2018-W01"),
            Enumerable.Range(0, 4 * 52 + 1).Select(i => new ShareTally(50 + i % 26, 100)));
        SeasonalAdjustment free = weeks.SeasonallyAdjust();

        Assert.Equal(52, free.Indices.Count);
        Assert.Equal(209, free.Periods.Count);
        int last = Enumerable.Range(0, 209).Single(i => free.Periods[i].Period.ToString() == "2020-W53");
        Assert.Equal(free.Periods[last - 1].Trend, free.Periods[last].Trend);
        Assert.Equal(free.Periods[last - 1].Seasonal, free.Periods[last].Seasonal);
    }

    [Fact]
    public void SeasonallyAdjust_DaysOverTheYear_PutTheLeapDayToThe28th()
    {
        NodaTime.LocalDate first = new(2023, 1, 1);
        PeriodSeries days = PeriodSeries.FromShares(
            CalendarPeriod.Containing(CalendarUnit.Day, first),
            Enumerable.Range(0, 731).Select(i => new ShareTally(40 + first.PlusDays(i).Month * 2 + i % 3, 100)));
        SeasonalIndices parts = days.Decompose(cycle: SeasonalCycle.Year);

        Assert.Equal(365, parts.Indices.Count);
        Assert.Equal(365, Season.CycleOf(CalendarUnit.Day, SeasonalCycle.Year));
        Assert.Equal(12, Season.CycleOf(CalendarUnit.Month, SeasonalCycle.Year));
        Assert.Equal(["01-01", "02-28", "03-01", "12-31"], new[] { 0, 58, 59, 364 }.Select(i => parts.Indices.ElementAt(i).Key.ToString()));
        Assert.Equal(parts.Periods[365 + 58].Seasonal, parts.Periods[365 + 59].Seasonal);
        Assert.Equal("02-28", Season.Of(parts.Periods[365 + 59].Period, SeasonalCycle.Year).ToString());
        Assert.NotEqual(Season.Of(parts.Periods[0].Period), Season.Of(parts.Periods[0].Period, SeasonalCycle.Year));
        Assert.Equal(
            "two full cycles of 365 periods are needed to tell the season from a change; there are 364 periods"
                + ": where there is no season, state that there is none",
            days.Slice(days.First, days.First.Plus(363)).SeasonallyAdjust(cycle: SeasonalCycle.Year).Refusal!.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => days.Decompose(cycle: (SeasonalCycle)9));
    }

    [Fact]
    public void SeasonallyAdjust_Limits_StayWithinTheUnit()
    {
        PeriodSeries shares = PeriodSeries.FromShares(May, Enumerable.Range(0, 48).Select(i => new ShareTally(i % 5 == 0 ? 2 : 3, 3)));
        KpiSeries<Nps> scores = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 48).Select(i => (May.Plus(i), new Nps(promoters: 3, passives: i % 5 == 0 ? 1 : 0, detractors: 0))));

        Assert.All(shares.SeasonallyAdjust().Periods, x => Assert.True(x.TrendUpper <= 1 && x.AdjustedUpper <= 1 && x.TrendLower >= 0 && x.AdjustedLower >= 0));
        Assert.Contains(shares.SeasonallyAdjust().Periods, x => x.AdjustedUpper == 1);
        Assert.All(scores.SeasonallyAdjust().Periods, x => Assert.True(x.TrendUpper <= 100 && x.AdjustedUpper <= 100));
    }

    [Fact]
    public void FromShares_AllAlike_KnowNoVariances()
    {
        PeriodSeries alike = PeriodSeries.FromShares(May, Enumerable.Repeat(new ShareTally(7, 7), 48));
        PeriodSeries season = PeriodSeries.FromShares(May, Enumerable.Range(0, 48).Select(i => new ShareTally(i % 12 == 0 ? 0 : 4, 8)));

        Assert.All(alike.SamplingVariances, variance => Assert.Null(variance));
        Assert.All(season.SamplingVariances, variance => Assert.True(variance > 0));
        Assert.Null(alike.SeasonallyAdjust().Refusal);
    }

    [Fact]
    public void SeasonallyAdjust_SmallSamples_WeighLess()
    {
        ShareTally[] shares = [.. Enumerable.Range(0, 48).Select(i => i % 7 == 3 ? new ShareTally(i % 12, 20) : new ShareTally(400 + 10 * (i % 12), 1000))];
        SeasonalAdjustment free = PeriodSeries.FromShares(May, shares).SeasonallyAdjust();

        Assert.True(free.Periods[10].Weight < 0.5 * free.Periods[11].Weight);
        Assert.InRange(free.BetweenPeriods!.Value, 0, 0.2);
    }

    [Fact]
    public void RevisionHistory_ComparesFirstWithPresentTrend()
    {
        PeriodSeries whole = Months(60);
        IReadOnlyList<TrendRevision> history = whole.SeasonallyAdjust().RevisionHistory(6);

        Assert.Equal(6, history.Count);
        Assert.Equal(whole.SeasonallyAdjust().Periods[^1].Trend, history[^1].First);
        Assert.Equal(0, history[^1].Revision);
        Assert.Equal(Months(58).SeasonallyAdjust().Periods[^1].Trend!.Value, history[3].First, 1e-9);
        Assert.Empty(Months(5).SeasonallyAdjust().RevisionHistory());
    }

    [Fact]
    public void BetweenVariance_KnownCases_AreSolved()
    {
        // Equal variances: the mean square less the sampling variance.
        Assert.Equal(3, BetweenVariance.Estimate([2, -2, 2, -2], [1, 1, 1, 1], [1, 1, 1, 1]), 1e-12);
        Assert.Equal(0, BetweenVariance.Estimate([0.5, -0.5], [1, 1], [1, 1]));
        Assert.Equal(4, BetweenVariance.Estimate([2, -2], [1, 1], [0, 0]), 1e-12);
    }

    [Fact]
    public void Decompose_StartingInMay_KeysIndicesByTheCalendar()
    {
        SeasonalIndices additive = Months(48, i => 50 + Effect(i) + 0.1 * i).Decompose();
        Assert.All(additive.Indices, x => Assert.Equal(x.Key.Number - 6.5, x.Value, 1e-9));

        SeasonalIndices multiplicative = Months(48, i => 50 * (1 + Effect(i) / 10)).Decompose(new() { Model = DecompositionModel.Multiplicative });
        Assert.Equal(1, multiplicative.Indices.Values.Average(), 1e-12);
        Assert.Equal(0.45, multiplicative.Indices.First().Value, 1e-9);
        Assert.Null(multiplicative.Periods[0].Trend);
        Assert.Equal("2022-05: 42.5 = trend unknown, season 0.85, remainder unknown", multiplicative.Periods[0].ToString());
    }

    [Theory]
    [InlineData(1e153)]
    [InlineData(1e-170)]
    public void SeasonallyAdjust_ExtremeScale_IsThatOfScaleOne(double scale)
    {
        double?[] figures = [.. LevelShiftsTests.Noise(60, 3, _ => 0).Values];
        CalendarPeriod first = CalendarPeriod.Parse("2018-01");
        SeasonalAdjustment plain = PeriodSeries.FromValues(first, figures).SeasonallyAdjust();
        SeasonalAdjustment scaled = PeriodSeries.FromValues(first, figures.Select(x => x * scale)).SeasonallyAdjust();

        Assert.Equal(plain.SeasonalStrength!.Value, scaled.SeasonalStrength!.Value, 1e-9);
        Assert.Equal(plain.BetweenPeriods!.Value, scaled.BetweenPeriods!.Value / scale, 1e-9);
        Assert.Equal(plain.Periods[30].TrendUpper!.Value, scaled.Periods[30].TrendUpper!.Value / scale, 1e-9);
        Assert.Equal(plain.RevisionHistory(1)[0].Now, scaled.RevisionHistory(1)[0].Now / scale, 1e-9);
    }

    [Fact]
    public void Decompose_GapThatLeavesASeasonWithoutTrend_IsRefused()
    {
        Assert.Equal(
            "gaps leave no figure of May where a moving average over a cycle is known",
            Months(30, i => i == 13 ? null : i).Decompose().Refusal!.Message);
    }
}

public class SeasonalAdjustmentLaws
{
    [Property]
    public Property DaysPutTogetherWeighWhatTheirSumWeighs() => Law.ForAll(
        from size in Gen.Choose(1, 1000)
        from other in Gen.Choose(1, 1000)
        from hits in Gen.Choose(0, size)
        from otherHits in Gen.Choose(0, other)
        select (First: new ShareTally(hits, size), Second: new ShareTally(otherHits, other)),
        x =>
        {
            CalendarPeriod day = CalendarPeriod.Parse("2024-02-28"), week = CalendarPeriod.Parse("2020-W52");
            ShareTally sum = x.First.Combine(x.Second);
            return Of(day, SeasonalCycle.Year) && Of(week, SeasonalCycle.Natural);

            static double Pooled(ShareTally tally) => (tally.Count + 0.5) / (tally.N + 1);
            bool Of(CalendarPeriod first, SeasonalCycle cycle)
            {
                PeriodSeries series = PeriodSeries.FromShares(first, [x.First, x.Second]);
                CycleSeries together = CycleSeries.Of(series, cycle);
                return together.Count == 1 && Math.Abs(together.Figures[0] - sum.Value!.Value) <= 1e-12
                    && (together.Variances.Length == 0
                        || cycle == SeasonalCycle.Year
                        || Math.Abs(together.Variances[0] - Pooled(sum) * (1 - Pooled(sum)) / sum.N) <= 1e-12);
            }
        });
}
