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
        Assert.True(period.PValue < 0.05);
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
    public void Unusual_SeasonLeftWithOneFigure_SaysNothingOfThatOne()
    {
        // Two of three Junes stand out, and without them nothing is left to tell June by.
        UnusualPeriods unusual = LevelShiftsTests.Noise(36, 4, i => i switch { 5 => 3000, 17 => 300, 26 => 30, _ => 0 }).Unusual();

        Assert.Null(unusual.Refusal);
        Assert.Equal("2018-06, 2019-06, 2020-03", string.Join(", ", unusual.Periods.Select(x => x.Period)));
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
    public void Unusual_SeasonThatGrowsWithTheLevel_HasNone()
    {
        double[] season = [.. Enumerable.Repeat(0.9, 10), 1.2, 2.2];
        UnusualPeriods unusual = PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), Enumerable.Range(0, 60).Select(Grown)).Unusual();

        Assert.True(unusual.IsLogarithmic);
        Assert.Empty(unusual.Periods);

        double? Grown(int t) => Math.Round(1000 * Math.Pow(1.05, t / 12.0) * season[t % 12] * (1 + 0.02 * Math.Sin(12.9898 * t)));
    }

    // A figure replaced by what the others lead to expect leaves no remainder.
    [Fact]
    public void Unusual_Expected_IsWhatTheOthersSay()
    {
        double?[] figures = [.. LevelShiftsTests.Noise(60, 4, i => i == 25 ? 15 : -100).Values];
        UnusualPeriod found = Assert.Single(PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), figures).Unusual().Periods);

        figures[25] = found.Expected;

        Assert.Equal(0, PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), figures).SeasonallyAdjust().Periods[25].Remainder!.Value, 1e-9);
    }

    // Where limits for normal noise flag 33 and 56 of 100 series.
    [Theory]
    [InlineData(36, 0.16)]
    [InlineData(60, 0.16)]
    public void Unusual_HeavyTails_HoldTheLevel(int count, double most)
    {
        int flagged = Enumerable.Range(0, 150).Count(seed => Flags(seed, count));

        Assert.InRange(flagged / 150.0, 0.02, most);
    }

    [Fact]
    public void Unusual_FarOutOfNormalNoise_IsFound()
    {
        int found = Enumerable.Range(0, 60).Count(seed => LevelShiftsTests.Noise(60, (ulong)seed, i => i == 20 ? 8 : 0).Unusual().Periods.Count > 0);

        Assert.InRange(found, 40, 60);
    }

    private static bool Flags(int seed, int count)
    {
        // Student's t of 3 degrees of freedom.
        RepeatableRandom random = new((ulong)seed + 1);
        double?[] figures = new double?[count];
        for (int i = 0; i < count; i++)
        {
            double normal = random.NextNormal(), a = random.NextNormal(), b = random.NextNormal(), c = random.NextNormal();
            figures[i] = normal / Math.Sqrt((a * a + b * b + c * c) / 3);
        }

        return PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), figures).Unusual().Periods.Count > 0;
    }

    [Fact]
    public void Unusual_AlphaOutside_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => LevelShiftsTests.Noise(24, 4, _ => 0).Unusual(0));
}
