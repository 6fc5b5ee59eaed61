using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class LatestPeriodTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");

    // Of 1,000 answers, what a month wins or loses: December costs nineteen points of a hundred every year.
    private static readonly int[] Season = [-60, -10, 0, 10, 20, 20, 10, 10, 0, 0, -20, -190];

    private static KpiSeries<Csat> Months(int count, Func<int, int>? gained = null, bool seasonal = true) =>
        KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, count).Select(t => (January.Plus(t), Month(t, gained?.Invoke(t) ?? 0, seasonal))));

    private static Csat Month(int t, int gained, bool seasonal)
    {
        int answers = 300 + t * 53 % 200, chance = t * 37 % 31 + t * 11 % 13 - 21;
        return new(answers * (780 + (seasonal ? Season[t % 12] : 0) + chance + gained) / 1000, answers, TopBox.TwoOfFive);
    }

    [Fact]
    public void Latest_DecemberAsEveryYear_IsAsExpectedAndSaysWhy()
    {
        KpiSeries<Csat> series = Months(48);
        LatestPeriod latest = series.Latest();

        Assert.Equal(ChangeVerdict.Worse, series[^1].Value.ChangeFrom(series[^2].Value)!.Value.Verdict);
        Assert.Equal((LatestVerdict.AsExpected, LatestBasis.Season), (latest.Verdict, latest.Basis));
        Assert.EndsWith(" expected for December", latest.Reason.Message, StringComparison.Ordinal);
        Assert.EndsWith(" erwartet für Dezember", latest.Reason.In(ReportLanguage.German), StringComparison.Ordinal);
        Assert.EndsWith(" attendu (décembre)", latest.Reason.In(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Latest_DecemberFarBelowEveryDecember_IsWorse()
    {
        LatestPeriod latest = Months(48, t => t == 47 ? -150 : 0).Latest();

        Assert.Equal((LatestVerdict.Worse, LatestBasis.Season), (latest.Verdict, latest.Basis));
        Assert.Equal(NoticeKind.BeyondExpectation, latest.Reason.Kind);
        Assert.True(latest.Value < latest.Expected!.Lower);
    }

    [Fact]
    public void Latest_FirstDecember_HasMovedAndIsNotWorse()
    {
        LatestPeriod latest = Months(12).Latest();

        Assert.Equal((LatestVerdict.MovedDown, LatestBasis.Level), (latest.Verdict, latest.Basis));
        Assert.Equal(NoticeKind.SeasonNotKnown, latest.Reason.Kind);
    }

    [Fact]
    public void Latest_FallThatLastYearDidNotHave_IsWorseBeforeTheSeasonIsKnown() =>
        Assert.Equal(LatestVerdict.Worse, Months(18, t => t == 17 ? -300 : 0, seasonal: false).Latest().Verdict);

    [Fact]
    public void Latest_NoSeasonStated_JudgesFromNinePeriodsOn()
    {
        ModelOptions none = new() { IsSeasonal = false };

        LatestPeriod nine = Months(9, t => t == 8 ? -300 : 0, seasonal: false).Latest(none);
        Assert.Equal((LatestVerdict.Worse, LatestBasis.Level), (nine.Verdict, nine.Basis));
        Assert.Equal(LatestVerdict.AsExpected, Months(9, seasonal: false).Latest(none).Verdict);
        Assert.Equal(LatestBasis.SamplingError, Months(8, seasonal: false).Latest(none).Basis);
    }

    [Fact]
    public void Verbs_NoSeasonStated_AnswerFromNinePeriodsOn()
    {
        ModelOptions none = new() { IsSeasonal = false };
        KpiSeries<Csat> series = Months(10, seasonal: false);

        Assert.NotNull(Months(9, seasonal: false).Trend(none).PValue);
        Assert.Null(series.Expect(1, none).Refusal);
        Assert.NotNull(series.Trend().Refusal);
        Assert.Throws<ArgumentException>("options", () => series.IsSeasonal(none));
    }

    [Fact]
    public void Latest_WeeksUnderTwoYears_NameTheLastOne()
    {
        CalendarPeriod week = CalendarPeriod.Parse("2024-W01");
        KpiSeries<Csat> weeks = KpiSeries.From(
            CalendarUnit.Week, Enumerable.Range(0, 80).Select(t => (week.Plus(t), new Csat(t == 79 ? 80 : 324 + t * 7 % 5, 400, TopBox.TwoOfFive))));

        Assert.Equal(LatestVerdict.Worse, weeks.Latest().Verdict);
        Assert.Equal(LatestVerdict.Worse, weeks.Latest(new() { IsSeasonal = false }).Verdict);
    }

    [Fact]
    public void Latest_FewPeriods_RestsOnSamplingErrorAndSaysSo()
    {
        KpiSeries<Csat> three = Months(3, t => t == 2 ? -300 : 0);

        Assert.Equal((LatestVerdict.Worse, LatestBasis.SamplingError), (three.Latest().Verdict, three.Latest().Basis));
        Assert.Equal(NoticeKind.SamplingErrorOnly, three.Latest().Reason.Kind);
        Assert.Equal(LatestVerdict.Unknown, three.ToPeriodSeries().Latest().Verdict);
    }

    [Fact]
    public void Latest_HistoryThatDoesNotTell_SaysWhy()
    {
        KpiSeries<Csat> alike = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 24).Select(t => (CalendarPeriod.Parse("2022-01").Plus(t), new Csat(t == 23 ? 80 : 0, 100, TopBox.TwoOfFive))));
        PeriodSeries zeros = PeriodSeries.FromValues(CalendarPeriod.Parse("2022-01"), Enumerable.Range(0, 24).Select(t => (double?)(t % 5)));

        Assert.Equal(
            (LatestVerdict.Better, LatestBasis.SamplingError, "sampling error only: the earlier periods show no spread to know a usual range by"),
            (alike.Latest().Verdict, alike.Latest().Basis, alike.Latest().Reason.Message));
        Assert.Equal(
            "sampling error only: logarithms need figures above 0; 2022-01 has 0",
            zeros.Latest(new() { IsSeasonal = false, Scale = ModelScale.Logarithm }).Reason.Message);
    }

    [Fact]
    public void Latest_FigureWithoutLogarithm_IsJudgedAsItIs()
    {
        double[] skewed = [0.88, 0.23, 0.28, 0.15, 0.25, 0.21, 0.18, 0.21, 1, 0.3, 0.1, 0.5];
        PeriodSeries Then(double last) => PeriodSeries.FromValues(CalendarPeriod.Parse("2023-01"), [.. skewed.Select(x => (double?)x), last]);
        ModelOptions logarithm = new() { Scale = ModelScale.Logarithm, IsSeasonal = false };

        Assert.Equal(ModelScale.Logarithm, Then(0.2).Latest().Fit!.Scale);
        Assert.Equal((LatestVerdict.AsExpected, ModelScale.Identity), (Then(-0.09).Latest().Verdict, Then(-0.09).Latest().Fit!.Scale));
        Assert.Equal(LatestVerdict.AsExpected, Then(0).Latest().Verdict);
        Assert.Equal("sampling error only: logarithms need figures above 0; 2024-01 has −0.09", Then(-0.09).Latest(logarithm).Reason.Message);
    }

    [Fact]
    public void Latest_NothingToJudge_SaysSo()
    {
        Assert.Equal((LatestVerdict.Unknown, LatestBasis.None, null), (Empty.Latest().Verdict, Empty.Latest().Basis, Empty.Latest().Period));
        Assert.Equal((LatestVerdict.Unknown, LatestBasis.None), (Months(1).Latest().Verdict, Months(1).Latest().Basis));
    }

    [Fact]
    public void Latest_IncompleteLastPeriod_IsNotJudged()
    {
        KpiSeries<Csat> series = Months(48).Through(new NodaTime.LocalDate(2025, 12, 20));

        Assert.Equal(CalendarPeriod.Parse("2025-11"), series.Latest().Period);
    }

    // 7 of 100 are promised; two standard errors of 250 series are added. Noise remembers (φ = 0.3) beside a season.
    [Theory]
    [InlineData(18)]
    [InlineData(36)]
    public void Latest_NothingChanged_IsCalledHigherOrLowerAsRarelyAsPromised(int count) =>
        Assert.InRange(Share(count, new(), x => x is LatestVerdict.Higher or LatestVerdict.Lower), 0, 0.07 + 2 * Math.Sqrt(0.07 * 0.93 / 250));

    [Theory]
    [InlineData(9)]
    [InlineData(18)]
    public void Latest_NoSeasonAndNothingChanged_IsCalledHigherOrLowerAsRarelyAsPromised(int count) => Assert.InRange(
        Share(count, new() { IsSeasonal = false }, x => x is LatestVerdict.Higher or LatestVerdict.Lower, WithoutSeason),
        0.01,
        0.07 + 2 * Math.Sqrt(0.07 * 0.93 / 250));

    private static double Share(int count, ModelOptions options, Predicate<LatestVerdict> wanted, Func<int, ulong, PeriodSeries>? simulated = null)
    {
        simulated ??= (length, seed) => SeasonalModelTests.Simulated(length, phi: 0.3, seed: seed);
        return Enumerable.Range(0, 250).Count(i => wanted(simulated(count, (ulong)(5000 + i)).Latest(options).Verdict)) / 250.0;
    }

    private static PeriodSeries WithoutSeason(int count, ulong seed)
    {
        RepeatableRandom random = new(seed);
        double?[] values = new double?[count];
        double state = random.NextNormal();
        for (int t = 0; t < count; t++)
        {
            values[t] = 50 + state;
            state = 0.3 * state + Math.Sqrt(0.91) * random.NextNormal();
        }

        return PeriodSeries.FromValues(January, values);
    }

    private static KpiSeries<Csat> Empty => KpiSeries.From<Csat>(CalendarUnit.Month, []);
}
