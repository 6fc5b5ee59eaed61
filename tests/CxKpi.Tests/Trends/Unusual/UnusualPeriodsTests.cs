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

    // Season and trend lead to -121, where no score can lie.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Unusual_ScoresThatWouldLeaveTheirScale_AreExpectedAtItsEnd(int sign)
    {
        UnusualPeriod found = Assert.Single(Months(t =>
        {
            int score = sign * (int)(t == 59 ? -40 : Math.Clamp(20 - 1.4 * t - (t % 12 == 11 ? 60 : 0) + t * 7 % 5, -100, 100));
            return new Nps(500 + 5 * score, 0, 500 - 5 * score);
        }).Unusual().Periods);

        Assert.Equal("2022-12", found.Period.ToString());
        Assert.Equal(-100.0 * sign, found.Expected);
        Assert.Equal(60.0 * sign, found.Gap, 1e-9);
        Assert.Equal(sign, Math.Sign(found.Studentised));
    }

    // On the low side the December before lies at that end, which is no surprise where still less was to be expected.
    [Theory]
    [InlineData(true, 120, 100, 2)]
    [InlineData(false, 150, 200, 3)]
    public void Unusual_RatingsThatWouldLeaveTheirScale_AreExpectedAtItsEnd(bool isHigh, int season, int last, double value)
    {
        UnusualPeriod found = Assert.Single(Months(t =>
        {
            int above = (int)(t == 59 ? last : Math.Min(400, 60 + 4.5 * t + (t % 12 == 11 ? season : 0) + t * 7 % 5 * 2));
            int[] counts = new int[5];
            (counts[Math.Min(4, above / 100)], counts[Math.Min(3, above / 100) + 1]) = (100 - above % 100, above % 100 + (above == 400 ? 100 : 0));
            return MeanRating.FromCounts(counts.Select((n, i) => KeyValuePair.Create(isHigh ? i + 1 : 5 - i, n)), RatingScale.OneToFive);
        }).Unusual().Periods);

        Assert.Equal("2022-12", found.Period.ToString());
        Assert.Equal((value, isHigh ? 5 : 1), (found.Value, found.Expected));
    }

    [Fact]
    public void Unusual_TimesThatWouldFallBelowNought_AreExpectedThere()
    {
        UnusualPeriod found = Assert.Single(Months(t => new AverageHandleTime(
            10,
            NodaTime.Duration.FromSeconds(10 * Math.Floor(t == 59 ? 250 : Math.Max(0, 400 - 4.5 * t - (t % 12 == 11 ? 150 : 0) + t * 7 % 5 * 2))),
            default,
            default)).Unusual().Periods);

        Assert.Equal(0, found.Expected);
        Assert.Equal(250, found.Gap, 1e-9);
    }

    [Fact]
    public void Unusual_SharesThatWouldFallBelowNought_AreExpectedThere()
    {
        PeriodSeries shares = PeriodSeries.FromShares(CalendarPeriod.Parse("2018-01"), Enumerable.Range(0, 60).Select(t => new ShareTally(
            (int)(t == 59 ? 500 : Math.Max(0, 950 - 12 * t - (t % 12 == 11 ? 300 : 0) + t * 7 % 5 * 4)),
            1000)));

        Assert.Equal(0, Assert.Single(shares.Unusual().Periods).Expected);
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

    private static KpiSeries<TKpi> Months<TKpi>(Func<int, TKpi> record)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 60).Select(t => (CalendarPeriod.Parse("2018-01").Plus(t), record(t))));

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
