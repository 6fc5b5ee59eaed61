using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class SeasonalModelTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    [Fact]
    public void Trend_OfSevenYears_IsRefused()
    {
        TrendEstimate trend = Series("2017", 4.02, 4.06, 4.11, 4.10, 4.17, 4.19, 4.20).Trend();

        Assert.Equal(TrendVerdict.TooLittleData, trend.Verdict);
        Assert.Equal(ChangeVerdict.Unknown, trend.Meaning);
        Assert.Null(trend.SlopePerYear);
        Assert.Null(trend.Fit);
        Assert.Equal(NoticeKind.TooFewFigures, trend.Refusal!.Kind);
        Assert.Equal(
            "7 figures for 2 terms leave 5 to judge chance by; at least 7 are needed to see how much a figure resembles the one before",
            trend.Refusal.Message);
        Assert.Equal($"TooLittleData: {trend.Refusal.Message}", trend.ToString());
    }

    [Fact]
    public void Trend_OfTenYears_IsWarnedOf()
    {
        TrendEstimate trend = Series("2010", 1, 3, 2, 5, 4, 6, 8, 7, 9, 11).Trend();

        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
        Assert.Equal("only 8 figures more than terms: the memory of the noise is barely known", Assert.Single(trend.Warnings).Message);
    }

    [Fact]
    public void Trend_FewCycles_IsRefusedOrWarnedOf()
    {
        Assert.Equal(
            "two full cycles of 12 periods are needed to tell the season from a change; there are 23 periods"
                + ": where there is no season, state that there is none",
            Simulated(23).Trend().Refusal!.Message);
        Assert.Contains(Simulated(30).Trend().Warnings, x => x.Kind == NoticeKind.FewerThanThreeCycles);
        Assert.DoesNotContain(Simulated(36).Trend().Warnings, x => x.Kind == NoticeKind.FewerThanThreeCycles);
        Assert.Equal(
            "two full cycles of 12 periods are needed to tell the season from a change; there are 0 periods"
                + ": where there is no season, state that there is none",
            PeriodSeries.FromValues(January, []).Trend().Refusal!.Message);
        Assert.Equal(
            "two full cycles of 12 periods are needed to tell the season from a change; there are 0 periods"
                + ": where there is no season, state that there is none",
            PeriodSeries.FromValues(January, new double?[40]).Trend().Refusal!.Message);
    }

    [Fact]
    public void Trend_Rising_IsBetterOrWorseByDirection()
    {
        PeriodSeries series = Simulated(60, slope: 2);

        Assert.Equal(ChangeVerdict.Higher, series.Trend().Meaning);
        Assert.Equal(ChangeVerdict.Better, series.With(KpiDirection.HigherIsBetter, incompleteAtStart: 0, incompleteAtEnd: 0).Trend().Meaning);
        Assert.Equal(ChangeVerdict.Worse, series.With(KpiDirection.LowerIsBetter, incompleteAtStart: 0, incompleteAtEnd: 0).Trend().Meaning);
    }

    [Fact]
    public void Trend_LastPeriodIncomplete_IsThatWithoutIt()
    {
        double?[] values = Values(48);
        TrendEstimate without = PeriodSeries.FromValues(January, values[..47]).Trend();
        TrendEstimate with = PeriodSeries.FromValues(January, [.. values[..47], 1000]).Through(new LocalDate(2023, 12, 5)).Trend();

        Assert.Equal(without.SlopePerYear, with.SlopePerYear);
        Assert.Equal(without.PValue, with.PValue);
    }

    [Fact]
    public void Trend_ConstantSeries_IsNoEvidence()
    {
        foreach (double level in new[] { 0, 7.1, 1e9, -1e-9 })
        {
            TrendEstimate trend = PeriodSeries.FromValues(January, Enumerable.Repeat<double?>(level, 48)).Trend();

            Assert.Equal(TrendVerdict.NoEvidence, trend.Verdict);
            Assert.Equal(0, trend.SlopePerYear);
            Assert.Equal(1, trend.PValue);
            Assert.Equal("the model repeats every figure exactly: nothing is left to judge chance by", Assert.Single(trend.Warnings).Message);
        }
    }

    [Fact]
    public void Trend_StraightLine_IsCertain()
    {
        TrendEstimate trend = PeriodSeries.FromValues(January, Enumerable.Range(0, 48).Select(t => (double?)(5 - t / 4.0))).Trend();

        Assert.Equal(TrendVerdict.Falling, trend.Verdict);
        Assert.Equal(-3, trend.SlopePerYear!.Value, 1e-9);
        Assert.Equal(0, trend.PValue);
    }

    [Fact]
    public void Trend_LongMemory_IsWarnedOf()
    {
        TrendEstimate trend = Simulated(60, phi: 0.9).Trend();

        Notice warning = Assert.Single(trend.Warnings);
        Assert.Equal(NoticeKind.StrongAutocorrelation, warning.Kind);
        Assert.StartsWith(
            $"strong autocorrelation ({trend.Fit!.Phi:0.00}): the figures are worth {trend.Fit.EffectiveCount:0.#} independent ones",
            warning.Message,
            StringComparison.Ordinal);
        Assert.True(trend.Fit.DegreesOfFreedom < trend.Fit.ResidualDegreesOfFreedom);
    }

    [Theory]
    [InlineData(0.001, Relevance.Relevant)]
    [InlineData(100, Relevance.Negligible)]
    [InlineData(2, Relevance.Undecided)]
    public void Trend_SmallestChangeThatMatters_IsComparedWithTheInterval(double least, Relevance expected) =>
        Assert.Equal(expected, Simulated(60, slope: 2).Trend(new() { SmallestChangeThatMatters = least }).Relevance);

    [Fact]
    public void Trend_OfShares_IsOneOfLogOdds()
    {
        TrendEstimate trend = Shares(60, 400, t => 0.5 + t / 300.0).Trend();

        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
        Assert.Equal(ModelScale.LogOdds, trend.Fit!.Scale);
        Assert.Equal(0.04, trend.SlopePerYear!.Value, 0.005);
        Assert.True(trend.Lower < 0.04 && trend.Upper > 0.04);
        Assert.True(trend.SmallestDetectable > 0);
    }

    // Log odds of 0 throughout: the limits are those of the slope, a year on from one half.
    [Fact]
    public void Trend_OfEvenShares_IsTheExactMeanChange()
    {
        TrendEstimate trend = Shares(48, 100, _ => 0.5).Trend();
        double reach = StudentTDistribution.CriticalValue(0.95, trend.Fit!.DegreesOfFreedom) * trend.ModelStandardError!.Value;

        Assert.Equal(0, trend.SlopePerYear);
        Assert.Equal(1 / (1 + Math.Exp(-reach)) - 0.5, trend.Upper!.Value, 1e-12);
        Assert.Equal(-trend.Upper.Value, trend.Lower!.Value, 1e-12);
        Assert.True(trend.SmallestDetectable > trend.Upper);
    }

    [Fact]
    public void Verdicts_OnALevelThatWanders_AreRefused()
    {
        PeriodSeries figures = PeriodSeries.FromValues(January, Enumerable.Range(0, 26).Select(t => (double?)((t - 13) * (t - 13) / 5.0 + t * 7 % 11 * 0.01)));
        PeriodSeries shares = PeriodSeries.FromShares(January, Enumerable.Range(0, 26).Select(t => new ShareTally(4000 + 20 * (t - 13) * (t - 13), 10_000)));
        const string Message =
            "figures this persistent (memory 0.96) and this few (26, worth 0.5 independent ones) can't show a trend or a step: "
            + "a level that wanders looks the same";
        foreach (PeriodSeries series in new[] { figures, shares })
        {
            Assert.Equal(TrendVerdict.TooLittleData, series.Trend().Verdict);
            Assert.Equal(NoticeKind.LevelWanders, series.Trend().Refusal!.Kind);
            Assert.Null(series.Trend().SlopePerYear);
            Assert.Null(series.Expect(2).Refusal);
            Assert.Equal(NoticeKind.LevelWanders, series.Effect(new LocalDate(2021, 3, 1)).Refusal!.Kind);
        }

        Assert.Equal(Message, figures.Trend().Refusal!.Message);
    }

    [Fact]
    public void Trend_AllSharesAlike_IsRefused()
    {
        Assert.Equal("every share is 0%: there is nothing to model", Shares(48, 10, _ => 0).Trend().Refusal!.Message);
        Assert.Equal("every share is 100%: there is nothing to model", Shares(48, 10, _ => 1).Trend().Refusal!.Message);
    }

    [Fact]
    public void Trend_TinyCounts_AreWarnedOf() => Assert.Contains(
        "in 48 of 48 periods the counts are too small for their share's log odds to be trusted: take longer periods",
        PeriodSeries.FromShares(January, Enumerable.Range(0, 48).Select(t => new ShareTally(t % 2, 3))).Trend().Warnings.Select(x => x.Message));

    [Fact]
    public void Trend_OneHugePeriod_StaysFinite()
    {
        ShareTally[] tallies = [.. Enumerable.Range(0, 48)
            .Select(t => t == 20 ? new ShareTally(600_000_000_000, 1_000_000_000_000) : new ShareTally(30 + t % 5, 60))];
        TrendEstimate trend = PeriodSeries.FromShares(January, tallies).Trend();

        Assert.True(double.IsFinite(trend.PValue!.Value));
        Assert.True(double.IsFinite(trend.ModelStandardError!.Value) && trend.ModelStandardError > 0);
    }

    [Fact]
    public void Trend_SeasonWithoutFigures_IsLeftOut()
    {
        double?[] values = Values(60);
        for (int t = 3; t < 60; t += 12)
        {
            values[t] = null;
        }

        TrendEstimate trend = PeriodSeries.FromValues(January, values).Trend();
        Expectation next = PeriodSeries.FromValues(January, values).Expect(6);

        Assert.Null(trend.Refusal);
        Assert.Equal(55 - 12, trend.Fit!.ResidualDegreesOfFreedom);
        Assert.Null(next.Periods[3].Value);
        Assert.Equal("2025-04 has no expectation: its season was never observed", Assert.Single(next.Warnings).Message);
        Assert.NotNull(next.Periods[4].Value);
    }

    [Fact]
    public void Trend_UselessRegressor_IsLeftOut()
    {
        ModelOptions options = new() { Regressors = [Regressor.BlackFriday(0, 0), Regressor.Dates("strike", [new LocalDate(2021, 5, 4)])] };
        TrendEstimate trend = Simulated(60).Trend(options);

        Assert.Equal(
            [
                "Black Friday [-0, +0] was left out: in these periods it can't be told from season, trend and the regressors before it",
                "strike occurs 1 times only: its effect may be that of other events",
            ],
            trend.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Trend_OfWeeksAndDays_HasTheCourseOfTheYear()
    {
        PeriodSeries weeks = Yearly("2020-W01", 160, period => period.Start.PlusDays(3));
        PeriodSeries days = Yearly("2020-01-01", 1000, period => period.Start);

        Assert.Equal(160 - 8, weeks.Trend().Fit!.ResidualDegreesOfFreedom);
        Assert.Equal(1000 - 12, days.Trend().Fit!.ResidualDegreesOfFreedom);
        Assert.Equal(1, weeks.Trend().SlopePerYear!.Value, 0.1);
        Assert.Equal(1, days.Trend().SlopePerYear!.Value, 0.1);
        Assert.Equal(SeasonalityVerdict.Seasonal, weeks.IsSeasonal().Verdict);
    }

    [Fact]
    public void IsSeasonal_SaysSo()
    {
        Assert.Equal(SeasonalityVerdict.Seasonal, Simulated(48).IsSeasonal().Verdict);
        Assert.Equal(SeasonalityVerdict.NoEvidence, Simulated(48, season: 0).IsSeasonal().Verdict);
        Assert.Equal(SeasonalityVerdict.TooLittleData, Simulated(20).IsSeasonal().Verdict);
        Assert.Equal(
            "years have no season, and one season alone can't differ",
            Series("2000", [.. Enumerable.Range(0, 20).Select(t => (double)(t * t % 7))]).IsSeasonal().Refusal!.Message);
        Assert.Equal(11, Simulated(48).IsSeasonal().Terms);
        Assert.Equal(
            SeasonalityVerdict.Seasonal,
            PeriodSeries.FromValues(January, Enumerable.Range(0, 48).Select(t => (double?)(t % 12))).IsSeasonal().Verdict);
        Assert.Equal(SeasonalityVerdict.NoEvidence, PeriodSeries.FromValues(January, Enumerable.Repeat<double?>(3, 48)).IsSeasonal().Verdict);
    }

    [Fact]
    public void IsSeasonal_FewFiguresWithAllTheWeight_CannotBeTold()
    {
        ShareTally Few(int t) => t % 5 == 0 ? new(t % 2, 1) : new(t % 3, 3 + t % 4);
        ShareTally[] shares = [.. Enumerable.Range(0, 41).Select(t => t is 35 or 38 ? new ShareTally(t == 38 ? long.MaxValue : 0, long.MaxValue) : Few(t))];
        SeasonalityEstimate season = PeriodSeries.FromShares(January, shares).IsSeasonal();

        Assert.Equal(SeasonalityVerdict.TooLittleData, season.Verdict);
        Assert.Null(season.F);
        Assert.EndsWith("can't be told from the other terms in these periods", season.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsSeasonal_HasASecondOpinionAndStrengths()
    {
        PeriodSeries series = Simulated(48);
        SeasonalityEstimate season = series.IsSeasonal();

        Assert.Equal(SeasonalityTests.Qs([.. Values(48).Select(x => x!.Value)], 12), season.Qs);
        Assert.Equal(series.SeasonallyAdjust().SeasonalStrength, season.SeasonalStrength);
        Assert.Equal(series.SeasonallyAdjust().TrendStrength, season.TrendStrength);
        PeriodSeries shares = Shares(48, 300, t => 0.5 + 0.1 * Math.Sin(t * Math.PI / 6));
        Assert.Equal(shares.SeasonallyAdjust().SeasonalStrength, shares.IsSeasonal().SeasonalStrength);
        Assert.True(shares.IsSeasonal().Qs!.PValue < 0.001);
        Assert.Null(Simulated(20).IsSeasonal().Qs);
        Assert.Null(Simulated(20).IsSeasonal().SeasonalStrength);
    }

    [Fact]
    public void KpiSeries_AsksItsFigures()
    {
        KpiSeries<Nps> months = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 48).Select(t => (January.Plus(t), new Nps(promoters: 100 + 2 * t + t * 7 % 11, passives: 60, detractors: 80))));
        TrendEstimate trend = months.Trend();

        Assert.Equal(ChangeVerdict.Better, trend.Meaning);
        Assert.NotNull(trend.Fit!.SamplingDeviation);
        Assert.Equal(ModelScale.Identity, trend.Fit.Scale);
        Assert.Equal(trend.PValue, months.ToPeriodSeries().Trend().PValue);
        Assert.NotNull(months.Effect(new LocalDate(2023, 6, 1)).Step);
        Assert.Equal(SeasonalityVerdict.NoEvidence, months.IsSeasonal().Verdict);
        Assert.True(months.Expect(1, sizes: [10]).Periods[0].Upper > months.Expect(1).Periods[0].Upper);
    }

    internal static double?[] Values(int count, double phi = 0.1, double slope = 0, double season = 4, ulong seed = 1)
    {
        RepeatableRandom random = new(seed);
        double?[] values = new double?[count];
        double process = random.NextNormal();
        for (int t = 0; t < count; t++)
        {
            process = phi * process + Math.Sqrt(1 - phi * phi) * random.NextNormal();
            values[t] = 10 + slope * t / 12 + season * Math.Sin(t * Math.PI / 6) + process;
        }

        return values;
    }

    internal static PeriodSeries Simulated(int count, double phi = 0.1, double slope = 0, double season = 4, ulong seed = 1) =>
        PeriodSeries.FromValues(January, Values(count, phi, slope, season, seed));

    internal static PeriodSeries Shares(int count, int size, Func<int, double> share) =>
        PeriodSeries.FromShares(January, Enumerable.Range(0, count).Select(t => new ShareTally((long)Math.Round(size * share(t)), size)));

    private static PeriodSeries Series(string first, params double[] values) =>
        PeriodSeries.FromValues(CalendarPeriod.Parse(first), values.Select(x => (double?)x));

    private static PeriodSeries Yearly(string first, int count, Func<CalendarPeriod, LocalDate> day)
    {
        CalendarPeriod start = CalendarPeriod.Parse(first);
        RepeatableRandom random = new(9);
        return PeriodSeries.FromValues(start, Enumerable.Range(0, count).Select(t =>
        {
            LocalDate date = day(start.Plus(t));
            double year = date.Year + date.DayOfYear / 365.25;
            return (double?)(year + 3 * Math.Sin(2 * Math.PI * year) + 0.2 * random.NextNormal());
        }));
    }
}
