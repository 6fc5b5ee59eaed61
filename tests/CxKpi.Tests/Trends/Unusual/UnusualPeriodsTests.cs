using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class UnusualPeriodsTests
{
    [Fact]
    public void Unusual_OneSpike_IsFoundAndExplained()
    {
        UnusualPeriods unusual = LevelShiftsTests.Noise(60, 4, i => i == 25 ? 9 : 0).Unusual();

        UnusualPeriod period = Assert.Single(unusual.Periods);
        Assert.Equal("2020-02", period.Period.ToString());
        Assert.InRange(period.Gap, 6, 12);
        Assert.True(period.PValue < 0.001);
        Assert.Empty(unusual.Warnings);
    }

    [Fact]
    public void Unusual_TwoSpikesOfOneSeason_DoNotHideEachOther() => Assert.Equal(
        ["2020-02", "2022-02"],
        LevelShiftsTests.Noise(84, 4, i => i is 25 or 49 ? 10 : 0).Unusual().Periods.Select(x => x.Period.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Unusual_FewAnswers_MayLieFurtherOut()
    {
        double?[] figures = [.. LevelShiftsTests.Noise(60, 9, i => i == 30 ? -9 : 0).Values];
        CalendarPeriod first = CalendarPeriod.Parse("2018-01");

        Assert.Single(PeriodSeries.FromValues(first, figures, Enumerable.Repeat(1.0, 60)).Unusual().Periods);
        Assert.Empty(PeriodSeries.FromValues(first, figures, Enumerable.Range(0, 60).Select(i => i == 30 ? 36.0 : 1)).Unusual().Periods);
    }

    [Fact]
    public void Unusual_ExactSeason_HasNone() => Assert.Empty(
        PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), Enumerable.Range(0, 60).Select(i => (double?)(1e9 + i % 12))).Unusual().Periods);

    [Fact]
    public void Unusual_FewYears_AreRefused()
    {
        UnusualPeriods unusual = PeriodSeries.FromValues(CalendarPeriod.Parse("2001"), Enumerable.Repeat<double?>(1, 8)).Unusual();

        Assert.Equal(NoticeKind.TooFewFigures, unusual.Refusal!.Kind);
        Assert.Equal(unusual.Refusal.Message, unusual.ToString());
    }

    [Fact]
    public void Unusual_TooManyDays_AreRefused() => Assert.Equal(
        NoticeKind.TooManyPeriods,
        PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01-01"), Enumerable.Range(0, 801).Select(i => (double?)i)).Unusual().Refusal!.Kind);

    [Fact]
    public void Unusual_SeasonLeftWithOneFigure_StopsTheSearch()
    {
        // Two of three Junes stand out, and without them nothing is left to tell June by.
        UnusualPeriods unusual = LevelShiftsTests.Noise(36, 4, i => i switch { 5 => 3000, 17 => 300, 26 => 30, _ => 0 }).Unusual();

        Assert.Null(unusual.Refusal);
        Assert.Equal("2018-06, 2019-06", string.Join(", ", unusual.Periods.Select(x => x.Period)));
    }

    [Fact]
    public void Unusual_FiguresWithoutSpread_HasNone()
    {
        foreach (ShareTally all in new ShareTally[] { new(0, 50), new(50, 50) })
        {
            Assert.Empty(PeriodSeries.FromShares(CalendarPeriod.Parse("2018-01"), Enumerable.Repeat(all, 48)).Unusual().Periods);
        }

        Assert.Empty(PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), Enumerable.Repeat<double?>(7, 48), Enumerable.Repeat(0.0, 48)).Unusual().Periods);
    }

    [Fact]
    public void Unusual_AlphaOutside_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => LevelShiftsTests.Noise(24, 4, _ => 0).Unusual(0));
}
