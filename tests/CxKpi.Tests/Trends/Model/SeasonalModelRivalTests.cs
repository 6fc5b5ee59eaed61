using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class SeasonalModelRivalTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2015-01");

    /// <summary>Of 100 walks of this kind 33 to 60 rise or fall by least squares; the record of false alarms has more cells and more series.</summary>
    [Theory]
    [InlineData(60, 0.1)]
    [InlineData(60, 0.3)]
    [InlineData(120, 0.1)]
    public void Verdicts_OnALevelThatWanders_AreFewWithoutAWarning(int count, double step)
    {
        const int Series = 200;
        int trends = 0, effects = 0;
        for (int i = 0; i < Series; i++)
        {
            PeriodSeries walk = Walk(count, step, (ulong)i);
            TrendEstimate trend = walk.Trend();
            EffectEstimate effect = walk.Effect(January.Plus(count - 6).Start);
            trends += trend.PValue < 0.05 && !Warns(trend.Warnings) ? 1 : 0;
            effects += effect.PValue < 0.05 && !Warns(effect.Warnings) ? 1 : 0;
        }

        // 0.12 and two standard errors of the simulation.
        Assert.InRange(trends / (double)Series, 0, 0.166);
        Assert.InRange(effects / (double)Series, 0, 0.166);
    }

    [Fact]
    public void Verdicts_OnAClearTrend_AreNotWarnedOf()
    {
        RepeatableRandom random = new(1);
        double?[] figures = [.. Enumerable.Range(0, 60).Select(t => (double?)(t / 6.0 + random.NextNormal()))];

        Assert.Empty(PeriodSeries.FromValues(January, figures).Trend().Warnings);
    }

    [Fact]
    public void Verdicts_WithoutAChange_AreNotWarnedOf()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            TrendEstimate trend = Walk(60, 0.3, seed).Trend();

            Assert.True(trend.Verdict != TrendVerdict.NoEvidence || !Warns(trend.Warnings));
        }
    }

    [Fact]
    public void Verdict_ThatALevelThatWandersExplains_SaysSoAsText()
    {
        PeriodSeries walk = Walk(60, step: 0.1, seed: 1);

        Assert.EndsWith("); a level that wanders by itself may look the same", walk.Trend().ToString(), StringComparison.Ordinal);
        EffectEstimate[] effects = [.. Enumerable.Range(12, 36).Select(t => walk.Effect(January.Plus(t).Start))];
        Assert.Contains(effects, effect => Warns(effect.Warnings));
        Assert.All(effects, effect => Assert.Equal(
            Warns(effect.Warnings), effect.ToString().EndsWith("; a level that wanders by itself may look the same", StringComparison.Ordinal)));
    }

    // A variance above all others says nothing of the rest, and must not be what the others are measured by.
    [Theory]
    [InlineData(0.01)]
    [InlineData(1e4)]
    [InlineData(1e12)]
    [InlineData(1e150)]
    public void Trend_OneHugeSamplingVariance_DoesNotDrownTheRest(double huge)
    {
        double?[] figures = [.. Enumerable.Range(0, 60).Select(t => (double?)(10 + 0.02 * t + 0.1 * Math.Sin(t * t * 1.7) + Math.Sin(t * Math.PI / 6)))];
        double[] variances = [.. Enumerable.Range(0, 60).Select(t => t == 30 ? huge : 0.01)];
        TrendEstimate trend = PeriodSeries.FromValues(January, figures, variances).Trend();

        Assert.InRange(trend.Lower!.Value, 0.15, 0.23);
        Assert.InRange(trend.Upper!.Value, 0.24, 0.33);
    }

    [Fact]
    public void Trend_OneHugeSamplingVariance_DoesNotHideTheMemory()
    {
        RepeatableRandom random = new(5);
        double process = 0;
        double?[] figures = [.. Enumerable.Range(0, 60).Select(_ => (double?)(process = 0.8 * process + random.NextNormal()))];
        double[] alike = [.. figures.Select(_ => 0.01)], one = [.. figures.Select((_, t) => t == 30 ? 1e12 : 0.01)];

        double usual = PeriodSeries.FromValues(January, figures, alike).Trend().Fit!.EffectiveCount;
        Assert.InRange(PeriodSeries.FromValues(January, figures, one).Trend().Fit!.EffectiveCount, usual / 2, usual * 2);
    }

    [Theory]
    [InlineData(0, 100_000_000_000_000_000)]
    [InlineData(40, 1_000_000_000_000_000_000)]
    [InlineData(79, 4_000_000_000_000_000_000)]
    public void Trend_TinyWeeksAndOneBeyondCounting_Ends(int at, long total)
    {
        PeriodSeries weeks = PeriodSeries.FromShares(
            CalendarPeriod.Parse("2020-W01"),
            Enumerable.Range(0, 120).Select(t => t == at ? new ShareTally(total / 3, total) : new ShareTally(t * 7 % (2 + t % 5), 1 + t % 5)));

        Assert.True(double.IsFinite(weeks.Trend().SlopePerYear!.Value));
        Assert.True(double.IsFinite(weeks.Effect(new LocalDate(2021, 6, 7)).Step!.Value));
        Assert.True(double.IsFinite(weeks.IsSeasonal().F!.Value));
        Assert.True(double.IsFinite(weeks.Shifts().PValue!.Value));
    }

    /// <summary>Months with a season and a level that moves by steps of its own, beside noise of unit spread.</summary>
    internal static PeriodSeries Walk(int count, double step, ulong seed)
    {
        RepeatableRandom random = new(seed);
        double level = 0;
        return PeriodSeries.FromValues(
            January,
            Enumerable.Range(0, count)
                .Select(t => (double?)((level += step * random.NextNormal()) + random.NextNormal() + 3 * Math.Sin(t * Math.PI / 6)))
                .ToArray());
    }

    private static bool Warns(IReadOnlyList<Notice> warnings) => warnings.Any(x => x.Kind == NoticeKind.LevelWanders);
}
