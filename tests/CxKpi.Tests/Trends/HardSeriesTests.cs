using System.Text.Json;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

/// <summary>Series that made verdicts or forecasts impossible: each stands for its kind.</summary>
public class HardSeriesTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");

    private static readonly double?[] Growing =
    [
        1151, 1187, 1193, 1278, 1427, 2162, 3563, 1188, 1217, 1370, 1246, 1239, 1184, 1235,
        1235, 1311, 1423, 2227, 3422, 1178, 1177, 1350, 1274, 1243, 1174, 1189, 1238, 1343,
        1439, 2229, 3241, 1180, 1222, 1708, 1344, 1428, 1249, 1039, 1091, 1172, 1274, 1990,
        2135,
    ];

    private static readonly double?[] Remembering =
    [
        105, 106, 102, 99, 97, 101, 101, 103, 101, 97,
        99, 101, 102, 100, 97, 93, 99, 99, 96, 103,
        100, 85, 83, 78, 76, 76, 72, 70, 67, 66,
        68, 71, 69, 72, 71, 71,
    ];

    [Fact]
    public void Expect_ScoresNearTheEndOfTheirRange_StaysInside()
    {
        KpiSeries<Nps> months = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(0, 36).Select(t => (January.Plus(t), new Nps(95 - t * 7 % 4, 4, 1 + t * 7 % 4))));

        Assert.All(months.Expect(6).Periods, period => Assert.InRange(period.Upper!.Value, period.Value!.Value, 100));
    }

    [Fact]
    public void Expect_TimesNearNothing_StaysAboveIt()
    {
        KpiSeries<ContactVolume> counts = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(0, 36).Select(t => (January.Plus(t), new ContactVolume(t * 37 % 5, 30))));

        Assert.All(counts.Expect(6).Periods, period => Assert.True(period.Lower >= 0));
        Assert.All(counts.Forecast(6).Periods, period => Assert.True(period.Lower >= 0));
    }

    [Fact]
    public void Forecast_SeasonThatGrowsWithTheLevel_DoesNotRunAway()
    {
        SeriesForecast forecast = PeriodSeries.FromValues(CalendarPeriod.Parse("2015-06"), Growing).Forecast(12);

        Assert.True(forecast.IsLogarithmic);
        Assert.All(forecast.Periods, period => Assert.InRange(period.Value, 500, 4000));
        Assert.All(forecast.Periods, period => Assert.InRange(period.Lower, 0, period.Value));
    }

    [Fact]
    public void Shifts_LongMemory_AreOneStatement()
    {
        LevelShifts shifts = PeriodSeries.FromValues(January, Remembering).Shifts();

        Assert.Equal(shifts.PValue < 0.05, shifts.Largest!.Value is { Lower: > 0 } or { Upper: < 0 });
        Assert.Equal(shifts.PValue < 0.05, shifts.Verdict == ShiftVerdict.Shifted);
    }

    [Fact]
    public void Unusual_SeasonThatGrowsWithTheLevel_FindsNone()
    {
        double[] season = [.9, .9, .9, .9, .9, .9, .9, .9, .9, .9, 1.2, 2.2];
        double?[] values =
        [
            .. Enumerable.Range(0, 60).Select(t => Math.Round(1000 * Math.Pow(1.05, t / 12.0) * season[t % 12] * (1 + .02 * Math.Sin(12.9898 * t)))),
        ];
        UnusualPeriods found = PeriodSeries.FromValues(CalendarPeriod.Parse("2018-01"), values).Unusual();

        Assert.True(found.IsLogarithmic);
        Assert.Empty(found.Periods);
    }

    [Theory]
    [InlineData(1e153)]
    [InlineData(1e-170)]
    public void Verbs_ExtremeScale_SayTheSame(double scale)
    {
        PeriodSeries plain = Scaled(1), extreme = Scaled(scale);

        Assert.Equal(plain.Unusual().Periods.Select(x => x.Period), extreme.Unusual().Periods.Select(x => x.Period));
        Assert.NotEmpty(plain.Unusual().Periods);
        Assert.Equal(plain.Forecast(3).Form, extreme.Forecast(3).Form);
        Assert.Equal(plain.Forecast(3).Periods[2].Value, extreme.Forecast(3).Periods[2].Value / scale, 1e-3);
        Assert.Equal(plain.Trend().Verdict, extreme.Trend().Verdict);
        Assert.Equal(plain.Latest().Verdict, extreme.Latest().Verdict);
    }

    [Fact]
    public void Trend_OneHugeVariance_DecidesNothing()
    {
        RepeatableRandom random = new(3);
        double?[] values = new double?[60];
        for (int t = 0; t < values.Length; t++)
        {
            values[t] = 0.25 * t / 12 + 0.1 * random.NextNormal();
        }

        TrendEstimate trend = PeriodSeries.FromValues(January, values, Enumerable.Range(0, 60).Select(t => t == 30 ? 1e12 : 0.01)).Trend();

        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
        Assert.InRange(trend.Upper!.Value - trend.Lower!.Value, 0.02, 0.2);
    }

    [Fact]
    public void Trend_OneShareOfAnEndlessSampleAmongTinyOnes_EndsWithNumbers()
    {
        PeriodSeries weeks = PeriodSeries.FromShares(
            CalendarPeriod.Parse("2022-W01"),
            Enumerable.Range(0, 120).Select(t => t == 60
                ? new ShareTally(400_000_000_000_000_000, 1_000_000_000_000_000_000)
                : new ShareTally(t * 7 % (1 + t % 5), 1 + t % 5)));

        Assert.True(double.IsFinite(weeks.Trend().SlopePerYear!.Value));
        Assert.True(double.IsFinite(weeks.Trend().PValue!.Value));
        Assert.True(double.IsFinite(weeks.IsSeasonal().F!.Value));
        Assert.True(double.IsFinite(weeks.Shifts().PValue!.Value));
    }

    [Theory]
    [MemberData(nameof(Far))]
    public void Verbs_VariancesFarFromTheFigures_EndWithNumbers(double scale, double variance) => EndWithNumbers(Scaled(scale, _ => variance));

    [Theory]
    [InlineData(1, double.MaxValue)]
    [InlineData(1e-80, 1e300)]
    [InlineData(1e155, 1e-12)]
    public void Verbs_OneVarianceFarFromTheFigures_EndWithNumbers(double scale, double variance) =>
        EndWithNumbers(Scaled(scale, t => t == 30 ? variance : 0.01 * scale * scale));

    [Theory]
    [InlineData(1, 1e300)]
    [InlineData(1, double.MaxValue)]
    [InlineData(1e-160, 0.01)]
    [InlineData(1e-300, 1e-12)]
    public void Verbs_VariancesBeyondAllFigures_DecideNothing(double scale, double variance)
    {
        PeriodSeries series = Scaled(scale, _ => variance);

        Assert.Equal(TrendVerdict.NoEvidence, series.Trend().Verdict);
        Assert.Equal(SeasonalityVerdict.NoEvidence, series.IsSeasonal().Verdict);
        Assert.Equal(ShiftVerdict.NoEvidence, series.Shifts().Verdict);
        Assert.Equal(LatestVerdict.AsExpected, series.Latest().Verdict);
        Assert.Empty(series.Unusual().Periods);
    }

    [Theory]
    [InlineData(1e154, 0.01)]
    [InlineData(1e155, 0.01)]
    [InlineData(1e300, 1e12)]
    public void Verbs_VariancesThatAreNothingBesideTheFigures_SayTheSame(double scale, double variance)
    {
        PeriodSeries plain = Scaled(scale), known = Scaled(scale, _ => variance);

        Assert.Equal(plain.Trend().Verdict, known.Trend().Verdict);
        Assert.Equal(plain.Trend().SlopePerYear, known.Trend().SlopePerYear);
        Assert.Equal(plain.IsSeasonal().Verdict, known.IsSeasonal().Verdict);
        Assert.Equal(plain.Shifts().Verdict, known.Shifts().Verdict);
        Assert.Equal(plain.Latest().Verdict, known.Latest().Verdict);
        Assert.Equal(plain.Unusual().Periods.Select(x => x.Period), known.Unusual().Periods.Select(x => x.Period));
    }

    public static TheoryData<double, double> Far()
    {
        TheoryData<double, double> far = new();
        foreach (double scale in new[] { 1e-300, 1e-160, 1e154, 1e155, 1e300 })
        {
            foreach (double variance in new[] { 0.01, 1e12, 1e-12 })
            {
                far.Add(scale, variance);
            }
        }

        return far;
    }

    private static readonly Func<PeriodSeries, object>[] Verbs =
    [
        series => series.Trend(), series => series.Effect(new LocalDate(2026, 1, 1)), series => series.IsSeasonal(), series => series.Shifts(),
        series => series.Unusual(), series => series.Latest(), series => series.SeasonallyAdjust(), series => series.Forecast(3), series => series.Expect(3),
    ];

    private static void EndWithNumbers(PeriodSeries series) => Assert.All(Verbs, verb =>
    {
        object found = verb(series);

        Assert.DoesNotContain("NaN", JsonSerializer.Serialize(found, found.GetType()), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", found.ToString(), StringComparison.Ordinal);
    });

    private static PeriodSeries Scaled(double scale, Func<int, double>? variance = null) => PeriodSeries.FromValues(
        January,
        Enumerable.Range(0, 60).Select(t => (double?)(scale * (100 + 10 * Math.Sin(t) + (t == 40 ? 60 : 0) + t % 12 * 3))),
        variance is null ? null : Enumerable.Range(0, 60).Select(t => Math.Clamp(variance(t), 0, double.MaxValue)));
}
