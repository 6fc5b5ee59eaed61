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
    public void MannKendall_TrendAmongManyTies_WarnsThatTheSlopeIsTheirs()
    {
        RankTrend trend = PeriodSeries.FromValues(March, Enumerable.Range(0, 30).Select(i => (double?)(i < 6 ? 60 : 100))).MannKendall();

        Assert.Equal("0 per year [0, 0] (p = 0.0002, Rising)", trend.ToString());
        Assert.Contains(NoticeKind.SlopeOfTies, trend.Warnings.Select(x => x.Kind));
    }

    [Fact]
    public void MannKendall_TiesWithoutATrend_SayNothing()
    {
        RankTrend trend = PeriodSeries.FromValues(March, Enumerable.Range(0, 30).Select(i => (double?)(i % 5 == 2 ? 60 : 100))).MannKendall();

        Assert.Equal((TrendVerdict.NoEvidence, 0), (trend.Verdict, trend.SlopePerYear));
        Assert.DoesNotContain(NoticeKind.SlopeOfTies, trend.Warnings.Select(x => x.Kind));
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

    [Fact]
    public void Verdict_OfFallingFigures_IsFalling()
    {
        PeriodSeries months = PeriodSeries.FromValues(March, Enumerable.Range(0, 36).Select(i => (double?)(-0.5 * i + i * 7 % 5 * 0.1)));

        Assert.Equal(TrendVerdict.Falling, months.MannKendall().Verdict);
        Assert.Equal(TrendVerdict.Falling, months.SeasonalMannKendall().Verdict);
    }

    // 2, 4, 5, 3 has S = 2, and 18 of the 24 orders have a score as far from 0: p is 3/4, and 1 less the confidence is not above it.
    [Theory]
    [InlineData(0.25, TrendVerdict.NoEvidence)]
    [InlineData(0.2, TrendVerdict.Rising)]
    public void Verdict_WherePIsTheError_IsNoEvidence(double confidence, TrendVerdict expected)
    {
        RankTrend trend = PeriodSeries.FromValues(CalendarPeriod.Parse("2020"), [2, 4, 5, 3]).MannKendall(confidence);

        Assert.Equal(0.75, trend.PValue);
        Assert.Equal(expected, trend.Verdict);
    }

    [Fact]
    public void Verbs_OfFourYearsOrMore_Answer()
    {
        PeriodSeries three = PeriodSeries.FromValues(CalendarPeriod.Parse("2020"), [2, null, 4, 5]);
        PeriodSeries four = PeriodSeries.FromValues(CalendarPeriod.Parse("2020"), [2, null, 4, 5, 3]);

        Assert.Equal(NoticeKind.TooFewFigures, three.MannKendall().Refusal!.Kind);
        Assert.Equal(NoticeKind.TooFewFigures, three.SeasonalMannKendall().Refusal!.Kind);
        Assert.Equal(TrendVerdict.TooLittleData, three.SeasonalMannKendall().Verdict);
        Assert.Null(four.MannKendall().Refusal);
        Assert.Null(four.SeasonalMannKendall().Refusal);
    }

    [Fact]
    public void SeasonalMannKendall_NoSeasonTwice_HasNothingToPair()
    {
        double?[] ends = [1, 2, 3, .. new double?[18], 4, 5, 6];
        SeasonalRankTrend trend = PeriodSeries.FromValues(March, ends).SeasonalMannKendall();

        Assert.Equal(NoticeKind.TooFewFigures, trend.Refusal!.Kind);
        Assert.Equal(TrendVerdict.TooLittleData, trend.Verdict);
        Assert.Null(trend.Test);
    }

    [Fact]
    public void Verbs_OfNothingAtAWrongConfidence_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => PeriodSeries.FromValues(March, []).MannKendall(1));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => PeriodSeries.FromValues(March, []).SeasonalMannKendall(0));
    }

    // The table of the seasons begins where a year or a week does, whatever comes first in the series.
    [Theory]
    [InlineData("2009-03", 2, 12, 1)]
    [InlineData("2008-Q4", 3, 4, 1)]
    [InlineData("1969-12-17", 2, 7, 365.2425 / 7)]
    [InlineData("2024-05-05", 6, 7, 365.2425 / 7)]
    public void SeasonalMannKendall_FromAnyPeriod_IsTheTestOfTheTable(string first, int before, int cycle, double cyclesPerYear)
    {
        foreach (int length in (int[])[5 * cycle, 12 * cycle + 1])
        {
            double[] figures = [.. Enumerable.Range(0, length).Select(i => i % 17 == 5 ? double.NaN : i * 7919 % 101 + i * 0.3)];
            SeasonalRankTrend trend = PeriodSeries.FromValues(CalendarPeriod.Parse(first), figures.Select(x => double.IsNaN(x) ? (double?)null : x))
                .SeasonalMannKendall();
            SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues([.. Enumerable.Repeat(double.NaN, before), .. figures], cycle);

            Assert.Equal((test.S, test.Slope, test.CorrelatedVariance), (trend.Test!.S, trend.Test.Slope, trend.Test.CorrelatedVariance));
            Assert.Equal(length > 10 * cycle, trend.Test.CorrelatedVariance is not null);
            Assert.Equal(test.Slope!.Value * cyclesPerYear, trend.SlopePerYear!.Value, 12);
            Assert.Equal((test.CorrelatedLower ?? test.SlopeLower)!.Value * cyclesPerYear, trend.Lower!.Value, 12);
            Assert.Equal((test.CorrelatedUpper ?? test.SlopeUpper)!.Value * cyclesPerYear, trend.Upper!.Value, 12);
            Assert.Equal(test.CorrelatedPValue ?? test.PValue, trend.PValue);
        }
    }

    [Fact]
    public void MannKendall_LimitsPerYear_AreThoseOfTheTest()
    {
        double?[] figures = [.. Enumerable.Range(0, 80).Select(i => i % 17 == 5 ? (double?)null : i * 7919 % 101 + i * 0.3)];
        foreach ((string first, double periods) in new[] { ("2009-03", 12), ("2008-Q4", 4), ("2024-05-05", 365.2425), ("1950", 1) })
        {
            RankTrend trend = PeriodSeries.FromValues(CalendarPeriod.Parse(first), figures).MannKendall();

            Assert.Equal(trend.Test!.Slope!.Value * periods, trend.SlopePerYear!.Value, 9);
            Assert.Equal(trend.Test.SlopeLower!.Value * periods, trend.Lower!.Value, 9);
            Assert.Equal(trend.Test.SlopeUpper!.Value * periods, trend.Upper!.Value, 9);
        }
    }

    // What is left beside the slope and the mean of each month resembles its neighbours where its first correlation is beyond two standard errors.
    [Fact]
    public void NeighboursAlike_IsSaidWhereTheyAre()
    {
        HashSet<(bool Seasonal, bool Alike)> seen = [];
        for (ulong seed = 1; seed <= 60; seed++)
        {
            RepeatableRandom random = new(seed);
            double level = 0;
            double[] figures = new double[48];
            for (int i = 0; i < figures.Length; i++)
            {
                level = (0.3 + 0.2 * (seed % 3)) * level + random.NextNormal();
                figures[i] = seed % 2 == 0 && (i == 0 || i % 11 == 4) ? double.NaN : level + 0.2 * i + i * 5 % 12 * 0.3;
            }

            PeriodSeries series = PeriodSeries.FromValues(March, figures.Select(x => double.IsNaN(x) ? (double?)null : x));
            Said(seasonal: false, figures, series.MannKendall().SlopePerYear!.Value / 12, series.MannKendall().Warnings);
            Said(seasonal: true, figures, series.SeasonalMannKendall().SlopePerYear!.Value / 12, series.SeasonalMannKendall().Warnings);
        }

        Assert.Equal(4, seen.Count);

        void Said(bool seasonal, double[] figures, double slope, IReadOnlyList<Notice> warnings)
        {
            double[] straight = [.. figures.Select((x, i) => x - slope * i)];
            double[] rest = [.. straight.Select((x, i) => x - straight.Where((y, j) => j % 12 == i % 12 && !double.IsNaN(y)).Average())];
            double[] pairs = [.. rest.Skip(1).Zip(rest, (later, earlier) => later * earlier).Where(x => !double.IsNaN(x))];
            double correlation = pairs.Sum() / rest.Where(x => !double.IsNaN(x)).Sum(x => x * x);
            Notice? said = warnings.FirstOrDefault(x => x.Kind == NoticeKind.NeighboursAlike);
            Assert.Equal(correlation > 2 / Math.Sqrt(pairs.Length), said is not null);
            string figure = FormattableString.Invariant($"(correlation {correlation:0.00})");
            Assert.Contains(figure, said is null ? figure : said.Message, StringComparison.Ordinal);
            seen.Add((seasonal, said is not null));
        }
    }

    // Two seasons of four years that rise or fall throughout: each has S = 6 or -6 and a variance of 26/3, so the heterogeneity is 2 * 36 / (26/3) = 8.3.
    // Where one of them rises by two pairs only, it is 2 * 4 / (26/3) = 0.9, with p = 0.34.
    [Fact]
    public void SeasonsDiffer_IsSaidWhereTheyDo()
    {
        double[] opposite = [1, 4, 2, 3, 3, 2, 4, 1], alike = [1, 1, 2, 3, 3, 4, 4, 2];

        Assert.Equal(1 - 0.99604, Of(opposite).Test!.HeterogeneityPValue!.Value, 1e-4);
        Assert.Contains(NoticeKind.SeasonsDiffer, Of(opposite).Warnings.Select(x => x.Kind));
        Assert.DoesNotContain(NoticeKind.SeasonsDiffer, Of(alike).Warnings.Select(x => x.Kind));

        static SeasonalRankTrend Of(double[] figures) => PeriodSeries.FromValues(
            CalendarPeriod.Parse("2010-Q1"),
            Enumerable.Range(0, 16).Select(i => i % 4 < 2 ? (double?)figures[i / 4 * 2 + i % 4] : null)).SeasonalMannKendall();
    }
}
