using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class LevelShiftsTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2018-01");

    [Fact]
    public void Shifts_StepInNoise_FindsMonthAndSize()
    {
        LevelShifts shifts = Noise(60, 3, i => i >= 36 ? 3 : 0).Shifts();

        Assert.Equal(ShiftVerdict.Shifted, shifts.Verdict);
        Assert.Equal("2021-01", shifts.Largest!.Value.Period.ToString());
        Assert.InRange(3, shifts.Largest.Value.Lower!.Value, shifts.Largest.Value.Upper!.Value);
        Assert.Equal(0.001, shifts.PValue);
        Assert.Equal("2021-01", Assert.Single(shifts.Suggestions).Period.ToString());
        Assert.Contains(
            "the shift is the largest of 43 places: p allows for that search, the limits of its size do not",
            shifts.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Shifts_TwoSteps_SuggestsBoth()
    {
        LevelShifts shifts = Noise(96, 5, i => i is >= 30 and < 60 ? 4 : 0).Shifts();

        Assert.Equal(["2020-07", "2023-01"], shifts.Suggestions.Select(shift => shift.Period.ToString()));
    }

    [Fact]
    public void Shifts_Slope_IsNotTakenForSteps()
    {
        LevelShifts shifts = Noise(84, 11, i => 0.15 * i).Shifts();

        Assert.Equal(ShiftVerdict.NoEvidence, shifts.Verdict);
        Assert.Empty(shifts.Suggestions);
        Assert.Contains(
            "a steady slope explains the figures about as well as a shift does: shifts are looked for beside it",
            shifts.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void Shifts_Noise_FindsNothing()
    {
        LevelShifts shifts = Noise(60, 8, _ => 0).Shifts();

        Assert.Equal(ShiftVerdict.NoEvidence, shifts.Verdict);
        Assert.Empty(shifts.Suggestions);
    }

    [Fact]
    public void Shifts_Twice_AreTheSameBits()
    {
        PeriodSeries series = Noise(48, 2, _ => 0);

        Assert.Equal(series.Shifts().PValue, series.Shifts().PValue);
        Assert.Equal(series.Shifts().Largest, series.Shifts().Largest);
    }

    [Fact]
    public void Shifts_ConstantFigures_HaveNone()
    {
        LevelShifts shifts = PeriodSeries.FromValues(January, Enumerable.Repeat<double?>(1e9, 48)).Shifts();

        Assert.Equal(ShiftVerdict.NoEvidence, shifts.Verdict);
        Assert.Null(shifts.Largest);
        Assert.Equal("no shift: the model repeats every figure", shifts.ToString());
    }

    [Fact]
    public void Shifts_FewAnswers_MakeNoShift()
    {
        LevelShifts few = Shares(5).Shifts(), many = Shares(500).Shifts();

        Assert.Equal(ShiftVerdict.Shifted, many.Verdict);
        Assert.Equal("2021-03", many.Largest!.Value.Period.ToString());
        Assert.InRange(many.Largest.Value.Size, -0.13, -0.08);
        Assert.True(many.Largest.Value.Lower < -0.1 && many.Largest.Value.Upper > -0.1);
        Assert.Equal(ShiftVerdict.NoEvidence, few.Verdict);

        static PeriodSeries Shares(int late) => PeriodSeries.FromShares(
            January, Enumerable.Range(0, 48).Select(i => i < 38 ? new ShareTally(2000 + i * 29 % 67, 4000) : new ShareTally(late * 2 / 5, late)));
    }

    [Fact]
    public void Shifts_KnownVariances_WeighThePeriods()
    {
        double?[] figures = [.. Noise(60, 4, i => i >= 48 ? 3 : 0).Values];

        Assert.Equal(ShiftVerdict.Shifted, PeriodSeries.FromValues(January, figures, Enumerable.Repeat(0.5, 60)).Shifts().Verdict);
        Assert.Equal(
            ShiftVerdict.NoEvidence,
            PeriodSeries.FromValues(January, figures, Enumerable.Range(0, 60).Select(i => i >= 48 ? 400 : 0.5)).Shifts().Verdict);
    }

    [Fact]
    public void Shifts_LongMemory_IsWarnedOf()
    {
        LevelShifts shifts = SeasonalModelTests.Simulated(60, phi: 0.9).Shifts();

        Assert.StartsWith(
            "strong autocorrelation (",
            Assert.Single(shifts.Warnings, x => x.Kind == NoticeKind.StrongAutocorrelation).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shifts_AllSharesAlike_AreRefused() => Assert.Equal(
        "every share is 100%: there is nothing to model",
        PeriodSeries.FromShares(January, Enumerable.Range(1, 48).Select(i => new ShareTally(i, i))).Shifts().Refusal!.Message);

    [Fact]
    public void Shifts_TooShort_Refuses()
    {
        Assert.Equal(NoticeKind.FewerThanTwoCycles, Noise(20, 1, _ => 0).Shifts().Refusal!.Kind);
        Assert.Equal(
            "at least 9 figures are needed to look for shifts; there are 8",
            PeriodSeries.FromValues(CalendarPeriod.Parse("2001"), Enumerable.Repeat<double?>(1, 8)).Shifts().Refusal!.Message);
    }

    [Fact]
    public void Shifts_HolesAtBothEndsAndWithin_AreBorne()
    {
        double?[] figures = [null, .. Noise(60, 3, i => i >= 36 ? 4 : 0).Values.Select((x, i) => i is 7 or 8 or 40 ? null : x), null, null];

        Assert.Equal("2021-02", PeriodSeries.FromValues(January, figures).Shifts().Largest!.Value.Period.ToString());
    }

    internal static PeriodSeries Noise(int count, ulong seed, Func<int, double> signal)
    {
        RepeatableRandom random = new(seed);
        return PeriodSeries.FromValues(
            January,
            Enumerable.Range(0, count).Select(i => (double?)(50 + 3 * Math.Sin(i * Math.PI / 6) + signal(i) + random.NextNormal())).ToArray());
    }
}
