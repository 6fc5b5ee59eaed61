using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class EffectTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    [Fact]
    public void Effect_OfAStep_IsFound()
    {
        EffectEstimate effect = Stepped(60, 50, 5).Effect(new LocalDate(2024, 3, 1));

        Assert.Equal(ChangeVerdict.Higher, effect.Verdict);
        Assert.True(effect.Lower < 5 && effect.Upper > 5);
        Assert.True(effect.HasTrend);
        Assert.Equal(10, effect.Path.Count);
        Assert.All(effect.Path, x => Assert.Equal(1, x.ShareAffected));
        Assert.Equal(effect.Path.Sum(x => x.Gap), effect.CumulativeGap!.Value, 1e-9);
        Change gap = effect.CumulativeChange()!.Value;
        Assert.Equal((effect.CumulativeGap, effect.CumulativeLower, effect.CumulativeUpper), (gap.Difference, gap.Lower, gap.Upper));
        Assert.Equal(effect.Confidence, gap.Confidence);
        Assert.True(effect.CumulativeLower < 50 && effect.CumulativeUpper > 50 && effect.CumulativeLower > 0);
        Assert.Empty(effect.Warnings);
    }

    [Fact]
    public void CumulativeChange_OfRevenue_IsMoneyAndGivesAReturn()
    {
        EffectEstimate effect = Revenues("EUR").Effect(new LocalDate(2024, 3, 1));
        Change gap = effect.CumulativeChange()!.Value;

        Assert.Equal((KpiUnit.Money, "EUR", KpiDirection.HigherIsBetter), (gap.Unit, gap.Currency, gap.Direction));
        Assert.Equal((ChangeVerdict.Better, EstimateFlags.None), (gap.Verdict, gap.Flags));
        Assert.Equal(gap.Difference / 20 - 1, ReturnOnInvestment.Of(gap, cost: 20m)!.Value.Difference, 9);
        Assert.Equal("EUR", gap.InMoney(0.4m).Currency);
        Assert.Equal(gap, Revenues("EUR").Effect(new DateOnly(2024, 3, 1)).CumulativeChange());
        Assert.Null(Revenues(null).Effect(new LocalDate(2024, 3, 1)).CumulativeChange()!.Value.Currency);
    }

    [Fact]
    public void CumulativeChange_OfShares_IsACountJudgedByTheDirection()
    {
        KpiSeries<RepeatContactRate> repeats = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 60).Select(t => (January.Plus(t), new RepeatContactRate((t < 50 ? 200 : 150) + t * 37 % 11, 500))));
        Change fewer = repeats.Effect(new LocalDate(2024, 3, 1)).CumulativeChange()!.Value;

        Assert.Equal((KpiUnit.Count, ChangeVerdict.Better), (fewer.Unit, fewer.Verdict));
        Assert.InRange(fewer.Difference, -600, -400);
        Assert.Equal(-4 * fewer.Difference, fewer.InMoney(-4m).Difference, 9);
    }

    [Fact]
    public void CumulativeChange_OfMeans_HasNoUnit()
    {
        KpiSeries<AverageOrderValue> baskets = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 60).Select(t => (January.Plus(t), new AverageOrderValue((t < 50 ? 4_000m : 5_000m) + t * 37 % 11 * 20, 100, "EUR"))));
        Change gap = baskets.Effect(new LocalDate(2024, 3, 1)).CumulativeChange()!.Value;

        Assert.Equal((null, null, KpiDirection.HigherIsBetter), (gap.Unit, gap.Currency, gap.Direction));
        Assert.Throws<ArgumentException>("benefit", () => ReturnOnInvestment.Of(gap, 1m));
    }

    [Fact]
    public void CumulativeChange_OfAWarnedEffect_CarriesTheWarningIntoMoney()
    {
        EffectEstimate effect = Stepped(60, 50, 5).Effect(new LocalDate(2024, 3, 17), new LocalDate(2024, 5, 31));
        Change money = effect.CumulativeChange()!.Value.InMoney(2, 1, "EUR");

        Assert.NotEmpty(effect.Warnings);
        Assert.Equal(EstimateFlags.Warned, money.Flags);
        Assert.Equal(EstimateFlags.Warned, ReturnOnInvestment.Of(money, 5m)!.Value.Flags);
        Assert.Equal("aus einer Schätzung mit Warnungen", Phrases.For(ReportLanguage.German).Flags(money.Flags));
    }

    [Fact]
    public void Effect_PathOfTheWholeFuture_IsTheExpectationOfThePast()
    {
        PeriodSeries series = Stepped(60, 50, 5);
        EffectEstimate effect = series.Effect(new LocalDate(2024, 3, 1));
        Expectation expected = series.Slice(January, January.Plus(49)).Expect(10);

        Assert.Equal(expected.Periods.Select(x => x.Value!.Value), effect.Path.Select(x => x.Expected));
        Assert.Equal(expected.Periods.Select(x => x.Lower!.Value), effect.Path.Select(x => x.Lower));
    }

    [Fact]
    public void Effect_CumulativeLimits_OfOnePeriodHoldItsOwn()
    {
        EffectEstimate effect = Stepped(51, 50, 5).Effect(new LocalDate(2024, 3, 1));
        EffectPeriod only = Assert.Single(effect.Path);

        Assert.Equal(only.Gap, effect.CumulativeGap!.Value, 1e-9);
        Assert.InRange(only.Actual - only.Upper, effect.CumulativeLower!.Value, effect.CumulativeGap.Value);
        Assert.InRange(only.Actual - only.Lower, effect.CumulativeGap.Value, effect.CumulativeUpper!.Value);
    }

    [Fact]
    public void Effect_InsideOfAPeriod_CountsByDays()
    {
        EffectEstimate effect = Stepped(60, 50, 5).Effect(new LocalDate(2024, 3, 17), new LocalDate(2024, 5, 31));

        Assert.Equal([15 / 31.0, 1, 1], effect.Path.Select(x => x.ShareAffected));
        Assert.Contains("2024-03 is affected on 48.4% of its days and counts by that share", effect.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Effect_OutsideOfTheSeries_IsRefused()
    {
        PeriodSeries series = Stepped(60, 50, 5);

        Assert.Equal("no figures lie before 2020-01-01", series.Effect(new LocalDate(2020, 1, 1)).Refusal!.Message);
        EffectEstimate after = series.Effect(new LocalDate(2030, 1, 1));
        Assert.Equal("no figures lie in the periods from 2030-01-01 on that the effect covers", after.Refusal!.Message);
        Assert.Equal(ChangeVerdict.Unknown, after.Verdict);
        Assert.Empty(after.Path);
    }

    [Fact]
    public void Effect_EarlyDate_HasNoTrendAndNoExpectation()
    {
        EffectEstimate effect = Stepped(60, 12, 5).Effect(new LocalDate(2021, 1, 1));

        Assert.False(effect.HasTrend);
        Assert.NotNull(effect.Step);
        Assert.Empty(effect.Path);
        Assert.Equal(
            [
                "too few periods lie before the effect: no trend is in the model, and one would be credited to the effect",
                "no expectation from the periods before: two full cycles of 12 periods are needed to tell the season from a change; there are 12 periods"
                    + ": where there is no season, state that there is none",
            ],
            effect.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Effect_ThatIsASeason_CannotBeTold()
    {
        PeriodSeries years = PeriodSeries.FromValues(
            CalendarPeriod.Parse("2000"),
            Enumerable.Range(0, 20).Select(t => t == 0 ? (double?)1 : t == 19 ? 3 : null));
        Assert.Equal(
            "2 figures for 2 terms leave 0 to judge chance by; at least 7 are needed to see how much a figure resembles the one before",
            years.Effect(new LocalDate(2019, 1, 1)).Refusal!.Message);

        // Every December is a campaign, and December has figures under it only.
        double?[] values = SeasonalModelTests.Values(60);
        values[11] = values[23] = values[35] = values[47] = null;
        EffectEstimate effect = PeriodSeries.FromValues(January, values).Effect(new LocalDate(2024, 12, 1), new LocalDate(2024, 12, 31));
        Assert.Equal("the effect can't be told from the other terms in these periods", effect.Refusal!.Message);
    }

    [Fact]
    public void Effect_ExpectationOfAnUnseenSeason_IsLeftOut()
    {
        double?[] values = SeasonalModelTests.Values(62);
        values[1] = values[13] = values[25] = values[37] = null;
        EffectEstimate effect = PeriodSeries.FromValues(January, values).Effect(new LocalDate(2024, 1, 1));

        Assert.Equal("2024-02 has no expectation: its season was never observed", effect.Warnings[0].Message);
        Assert.Equal(12, effect.Path.Count);
    }

    [Fact]
    public void Effect_OnShares_CountsHits()
    {
        PeriodSeries series = SeasonalModelTests.Shares(60, 500, t => (t < 50 ? 0.6 : 0.7) + 0.02 * Math.Sin(t * 1.7));
        EffectEstimate effect = series.Effect(new LocalDate(2024, 3, 1), options: new() { Trend = TrendTerm.LeftOut });

        Assert.Equal(ChangeVerdict.Higher, effect.Verdict);
        Assert.Equal(0.1, effect.Step!.Value, 0.01);
        Assert.Equal(500, effect.CumulativeGap!.Value, 60.0);
        Assert.All(effect.Path, x => Assert.InRange(x.Lower, 0, x.Upper));
    }

    [Fact]
    public void Effect_WithControl_TakesWhatBothShare()
    {
        double?[] own = SeasonalModelTests.Values(60, seed: 5), other = SeasonalModelTests.Values(60, seed: 6);
        for (int t = 0; t < 60; t++)
        {
            double shared = (t >= 50 ? 8 : 0) + 3 * Math.Cos(t);
            own[t] += shared + (t >= 50 ? 3 : 0);
            other[t] += shared;
        }

        PeriodSeries control = PeriodSeries.FromValues(January.Plus(-2), [1, 2, .. other]);
        EffectEstimate effect = PeriodSeries.FromValues(January, own).Effect(new LocalDate(2024, 3, 1), options: new() { Control = control });

        Assert.True(effect.HasControl);
        Assert.NotNull(effect.ParallelPValue);
        Assert.True(effect.Lower < 3 && effect.Upper > 3 && effect.Upper < 8, effect.ToString());
        Assert.Equal(own[50]!.Value, effect.Path[0].Actual);
        Assert.True(effect.Path[0].Expected > other[50] - 6);
        EffectEstimate shares = SeasonalModelTests.Shares(60, 500, t => t < 50 ? 0.6 : 0.7)
            .Effect(new LocalDate(2024, 3, 1), options: new() { Control = SeasonalModelTests.Shares(60, 900, t => 0.5 + 0.1 * Math.Sin(t)) });
        Assert.Equal(0.1, shares.Step!.Value, 0.05);
    }

    [Fact]
    public void Effect_ControlThatDrifts_IsWarnedOf()
    {
        EffectOptions options = new() { Control = SeasonalModelTests.Simulated(60, seed: 4) };
        EffectEstimate drifting = SeasonalModelTests.Simulated(60, slope: 3).Effect(new LocalDate(2024, 3, 1), options: options);
        EffectEstimate early = SeasonalModelTests.Simulated(60).Effect(new LocalDate(2021, 3, 1), options: options);

        Assert.Equal(NoticeKind.NotParallel, Assert.Single(drifting.Warnings).Kind);
        Assert.StartsWith("before the effect the series and its control already moved apart (p ", drifting.Warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains(
            "whether series and control moved alike before the effect could not be tested: "
                + "two full cycles of 12 periods are needed to tell the season from a change; there are 14 periods"
                    + ": where there is no season, state that there is none",
            early.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Effect_MalformedArguments_Throw()
    {
        PeriodSeries series = Stepped(60, 50, 5);

        Assert.Throws<ArgumentException>(() => series.Effect(new LocalDate(2024, 3, 1), new LocalDate(2024, 2, 1)));
        Assert.Throws<ArgumentException>(() => series.Effect(new LocalDate(2024, 3, 1, CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>("options", () => series.Effect(
            new LocalDate(2024, 3, 1),
            options: new() { Control = SeasonalModelTests.Shares(60, 10, _ => 0.5) }));
        Assert.Throws<ArgumentException>("options", () => series.Effect(
            new LocalDate(2024, 3, 1),
            options: new() { Control = PeriodSeries.FromValues(CalendarPeriod.Parse("2020"), [1, 2]) }));
    }

    [Fact]
    public void Options_OutsideTheirRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelOptions { Confidence = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelOptions { SmallestChangeThatMatters = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelOptions { Harmonics = 13 });
        Assert.Throws<ArgumentNullException>(() => new ModelOptions { Regressors = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EffectOptions { Trend = (TrendTerm)9 });
        Assert.Throws<ArgumentNullException>(() => new EffectOptions { Model = null! });
    }

    private static KpiSeries<Revenue> Revenues(string? currency) => KpiSeries.From(
        CalendarUnit.Month,
        Stepped(60, 50, 5).Select(point => (point.Key, new Revenue((decimal)point.Value!.Value, currency))));

    private static PeriodSeries Stepped(int count, int at, double step) =>
        PeriodSeries.FromValues(January, SeasonalModelTests.Values(count).Select((x, t) => t >= at ? x + step : x));
}
