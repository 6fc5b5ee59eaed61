using System.Text.Json;
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
        Assert.InRange(shifts.PValue!.Value, 0.001, 0.01);
        Assert.Equal("2021-01", Assert.Single(shifts.Suggestions).Period.ToString());
        Assert.Contains(
            "the shift is the largest of 43 places: p and the limits of its size allow for that search",
            shifts.Warnings.Select(x => x.Message));
    }

    [Fact]
    public void ToString_OfAShiftOfTinyFigures_ShowsItsDigits()
    {
        LevelShift shift = new(January, -0.000_035, -0.000_047_12, -0.000_02);

        Assert.Equal("2018-01: -0.000035 [-0.00004712, -0.00002]", shift.ToString());
        Assert.Equal("January 2018: \u22120.000035 (\u22120.00004712 to \u22120.00002)", shift.In(Phrases.English));
        Assert.Equal("2018-01: 0.00005", PeriodSeries.FromValues(January, [0.000_05]).ToString());
    }

    [Fact]
    public void Shifts_TwoSteps_SuggestsBoth()
    {
        LevelShifts shifts = Noise(96, 5, i => i is >= 30 and < 60 ? 4 : 0).Shifts();

        Assert.Equal(["2020-07", "2023-01"], shifts.Suggestions.Select(shift => shift.Period.ToString()));
        Assert.InRange(shifts.Suggestions[0].Size, 3, 5);
        Assert.InRange(shifts.Suggestions[1].Size, -5, -3);
        Assert.All(shifts.Suggestions, shift => Assert.Null(shift.Lower));
    }

    [Fact]
    public void Several_OfExactSteps_HaveTheirSizes()
    {
        PeriodSeries series = PeriodSeries.FromValues(January, Enumerable.Range(0, 72).Select(i => (double?)(i < 24 ? 5 : i < 48 ? 9 : 2)));
        ShiftModel model = new(series, isSeasonal: false);
        IReadOnlyList<(int Row, double Size)> several = model.Several();

        Assert.Equal([24, 48], several.Select(shift => shift.Row));
        Assert.Equal(4, several[0].Size, 9);
        Assert.Equal(-7, several[1].Size, 9);
    }

    // The middle of a week as a part of the year, in three waves.
    [Fact]
    public void Design_OfWeeks_IsThreeWavesOfTheYear()
    {
        ShiftModel model = new(PeriodSeries.FromValues(CalendarPeriod.Parse("2019-W10"), Enumerable.Range(0, 160).Select(i => (double?)i)), isSeasonal: true);

        Assert.Equal((7, 52, 26, 26), (model.Design.Length, model.Cycle, model.Shortest, model.Margin));
        for (int t = 0; t < 160; t++)
        {
            NodaTime.LocalDate monday = CalendarPeriod.Parse("2019-W10").Plus(t).Start;
            double phase = 2 * Math.PI * (NodaTime.Period.DaysBetween(new(monday.Year, 1, 1), monday) + 3.5) / 365.2425;
            Assert.Equal(1, model.Design[0][t]);
            for (int k = 1; k <= 3; k++)
            {
                Assert.Equal(Math.Sin(k * phase), model.Design[2 * k - 1][t], 10);
                Assert.Equal(Math.Cos(k * phase), model.Design[2 * k][t], 10);
            }
        }
    }

    [Fact]
    public void Design_OfMonths_HasAColumnForEachButTheFirst()
    {
        ShiftModel model = new(PeriodSeries.FromValues(January.Plus(4), Enumerable.Range(0, 40).Select(i => i == 3 ? null : (double?)i)), isSeasonal: true);

        Assert.Equal((12, 12, 6, 6, 24), (model.Design.Length, model.Cycle, model.Shortest, model.Margin, model.Least));
        for (int t = 0; t < 39; t++)
        {
            int month = (4 + model.Rows[t]) % 12;
            Assert.Equal([1, .. Enumerable.Range(1, 11).Select(other => other == month ? 1.0 : 0)], model.Design.Select(column => column[t]));
        }
    }

    // 0.15 of the rows at least, two at least, and half a cycle at least.
    [Theory]
    [InlineData("2001", 9, 2)]
    [InlineData("2001", 20, 3)]
    [InlineData("2001", 21, 4)]
    [InlineData("2001-Q1", 16, 3)]
    [InlineData("2001-01", 24, 6)]
    [InlineData("2001-01", 100, 15)]
    public void Margin_IsAPartOfTheRows(string first, int rows, int margin) =>
        Assert.Equal(margin, new ShiftModel(PeriodSeries.FromValues(CalendarPeriod.Parse(first), Enumerable.Repeat<double?>(1, rows)), true).Margin);

    [Theory]
    [InlineData("2001", 9)]
    [InlineData("2001-Q1", 16)]
    [InlineData("2001-01", 24)]
    public void Shifts_OfTheFewestFigures_Answer(string first, int least)
    {
        double?[] figures = [.. Enumerable.Range(0, least).Select(i => (double?)(i * 7919 % 101))];
        PeriodSeries enough = PeriodSeries.FromValues(CalendarPeriod.Parse(first), figures);
        double?[] hole = [.. figures.Select((x, i) => i == 2 ? null : x)];

        Assert.Null(enough.Shifts().Refusal);
        Assert.Equal(
            $"at least {least} figures are needed to look for shifts; there are {least - 1}",
            PeriodSeries.FromValues(CalendarPeriod.Parse(first), hole).Shifts().Refusal!.Message);
        Assert.Equal(first == "2001-01", enough.Shifts().Warnings.Any(x => x.Kind == NoticeKind.FewerThanThreeCycles));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => PeriodSeries.FromValues(January, []).Shifts(1));
    }

    [Fact]
    public void Faces_OfAShift_NamePeriodSizeAndLimits()
    {
        LevelShift bare = new(January, -1.5), limited = new(January, 2, -0.25, 4.25);
        LevelShifts shifts = new()
        {
            Verdict = ShiftVerdict.Shifted,
            Largest = limited,
            PValue = 0.25,
            Suggestions = [limited, bare],
        };

        Assert.Equal("2018-01: -1.5", bare.ToString());
        Assert.Equal("2018-01: +2 [-0.25, +4.25]", limited.ToString());
        Assert.Equal("2018-01: +2 [-0.25, +4.25] (p = 0.25, Shifted)", shifts.ToString());
        Assert.Equal(limited, JsonSerializer.Deserialize<LevelShift>(JsonSerializer.Serialize(limited)));
        Assert.Equal(bare, JsonSerializer.Deserialize<LevelShift>(JsonSerializer.Serialize(bare)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LevelShift>(JsonSerializer.Serialize(new LevelShift(January, 2, 5, 4))));

        string[][] table = Faces.Table(shifts);
        Assert.Contains("January 2018: +2 (−0.25 to +4.25)", table.SelectMany(row => row));
        Assert.Contains("January 2018: +2 (−0.25 to +4.25); January 2018: −1.5", table.SelectMany(row => row));
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
    public void Shifts_LongMemory_AreRefused()
    {
        LevelShifts shifts = SeasonalModelTests.Simulated(60, phi: 0.9).Shifts();

        Assert.Equal((NoticeKind.LevelWanders, ShiftVerdict.TooLittleData), (shifts.Refusal!.Kind, shifts.Verdict));
        Assert.Null(shifts.Largest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void Shifts_AnyMemory_AreShiftedWhereLimitsExcludeZero(double phi)
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            RepeatableRandom random = new(seed);
            double state = 0, step = seed % 3;
            double?[] figures = new double?[36];
            for (int i = 0; i < figures.Length; i++)
            {
                state = phi * state + random.NextNormal();
                figures[i] = state + (i < 20 ? 0 : step);
            }

            PeriodSeries series = PeriodSeries.FromValues(January, figures);
            foreach (double confidence in new[] { 0.5, 0.9, 0.95, 0.99 })
            {
                LevelShifts shifts = series.Shifts(confidence);
                bool excludes = shifts.Largest is { } largest && (largest.Lower > 0 || largest.Upper < 0);
                Assert.Equal(excludes, shifts.Verdict == ShiftVerdict.Shifted);
                Assert.Equal(excludes, 1 - shifts.PValue > confidence);
            }
        }
    }

    [Fact]
    public void Shifts_OfPersistentMonths_AgreeWithTheirLimits()
    {
        double?[] figures =
        [
            105, 106, 102, 99, 97, 101, 101, 103, 101, 97, 99, 101, 102, 100, 97, 93, 99, 99, 96, 103, 100, 85, 83, 78, 76, 76,
            72, 70, 67, 66, 68, 71, 69, 72, 71, 71,
        ];
        LevelShifts shifts = PeriodSeries.FromValues(January, figures).Shifts();

        Assert.False(shifts.Verdict == ShiftVerdict.Shifted ^ (shifts.Largest is { } largest && (largest.Lower > 0 || largest.Upper < 0)));
    }

    [Theory]
    [InlineData(1e153)]
    [InlineData(1e-170)]
    public void Shifts_ExtremeScale_AreThoseOfScaleOne(double scale)
    {
        double?[] figures = [.. Noise(60, 3, i => i >= 36 ? 3 : 0).Values];
        LevelShifts plain = PeriodSeries.FromValues(January, figures).Shifts();
        LevelShifts scaled = PeriodSeries.FromValues(January, figures.Select(x => x * scale)).Shifts();

        Assert.Equal((plain.Verdict, plain.PValue), (scaled.Verdict, scaled.PValue));
        Assert.Equal(plain.Largest!.Value.Size, scaled.Largest!.Value.Size / scale, 1e-6);
        Assert.Equal(plain.Suggestions.Select(x => x.Period), scaled.Suggestions.Select(x => x.Period));
    }

    [Fact]
    public void Shifts_ExactStep_IsFound()
    {
        LevelShifts shifts = PeriodSeries.FromValues(January, Enumerable.Range(0, 48).Select(i => (double?)(i < 24 ? 5 : 8))).Shifts();

        Assert.Equal((ShiftVerdict.Shifted, "2020-01"), (shifts.Verdict, shifts.Largest!.Value.Period.ToString()));
        Assert.Equal(3, shifts.Largest.Value.Lower!.Value, 1e-6);
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
    public void Shifts_AtAConfidenceBeyondTheSimulatedSeries_AreRefused()
    {
        PeriodSeries series = Noise(60, 3, i => i >= 36 ? 40 : 0);
        Assert.StartsWith(
            "confidence must be below 0.999, because 999 simulated series tell no more; got 0.999",
            Assert.Throws<ArgumentOutOfRangeException>("confidence", () => series.Shifts(0.999)).Message,
            StringComparison.Ordinal);
        Assert.Equal(ShiftVerdict.Shifted, series.Shifts(0.998).Verdict);
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
