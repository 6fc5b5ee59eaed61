using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class SeasonalModelScaleTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2015-01");

    [Fact]
    public void Trend_OfAmountsThatGrowWithTheirSeason_IsOneOfLogarithms()
    {
        TrendEstimate trend = Amounts(60).Trend();

        Assert.Equal(ModelScale.Logarithm, trend.Fit!.Scale);
        Assert.Equal(TrendVerdict.Rising, trend.Verdict);
        Assert.Equal(Math.Log(1.05), trend.ModelSlope!.Value, 0.005);
        Assert.InRange(trend.SlopePerYear!.Value, trend.Lower!.Value, trend.Upper!.Value);
        Assert.Equal(0.05 * Amounts(60).Average(x => x.Value!.Value), trend.SlopePerYear.Value, 3.0);
        Assert.Contains("in logarithms", trend.Fit.ToString(), StringComparison.Ordinal);
        Assert.Contains("logarithms", ((ILocalizedFace)trend).ToHtml(Phrases.English), StringComparison.Ordinal);
    }

    // The choice between scales must not depend on whether amounts are in cents or millions.
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1000)]
    [InlineData(1e153)]
    [InlineData(1e-170)]
    public void Scale_OfTheSameAmountsInAnotherUnit_IsTheSame(double unit)
    {
        double?[] amounts = [.. Amounts(60).Select(x => x.Value * unit)], steady = [.. Steady().Select(x => x * unit)];

        Assert.Equal(ModelScale.Logarithm, PeriodSeries.FromValues(January, amounts).Trend().Fit!.Scale);
        Assert.Equal(ModelScale.Identity, PeriodSeries.FromValues(January, steady).Trend().Fit!.Scale);
    }

    [Fact]
    public void Scale_OfWhatHasNoLogarithm_IsNotOne()
    {
        double?[] amounts = [.. Amounts(60).Select(x => x.Value)];
        amounts[7] = 0;
        KpiSeries<Nps> scores = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(0, 48).Select(t => (January.Plus(t), new Nps(40 + t * t / 40, 30, 30 - t % 12))));

        Assert.Equal(ModelScale.Identity, PeriodSeries.FromValues(January, amounts).Trend().Fit!.Scale);
        Assert.Equal(ModelScale.Identity, scores.Trend().Fit!.Scale);
    }

    [Fact]
    public void Scale_Stated_IsKept()
    {
        PeriodSeries shares = PeriodSeries.FromShares(January, Enumerable.Range(0, 48).Select(t => new ShareTally(300 + t * 7 % 31, 500)));
        foreach (ModelScale scale in (ModelScale[])[ModelScale.Identity, ModelScale.Logarithm])
        {
            ModelOptions options = new() { Scale = scale };

            Assert.Equal(scale, Amounts(48).Trend(options).Fit!.Scale);
            Assert.Equal(scale, Amounts(48).Expect(2, options).Fit!.Scale);
            Assert.Equal(scale, Amounts(48).IsSeasonal(options).Fit!.Scale);
            Assert.Equal(scale, Amounts(48).Latest(options).Fit!.Scale);
            Assert.Equal(scale, Amounts(48).Effect(new LocalDate(2018, 3, 1), null, new() { Model = options }).Fit!.Scale);
            Assert.Equal(scale, shares.Trend(options).Fit!.Scale);
        }

        Assert.Equal(ModelScale.LogOdds, shares.Trend().Fit!.Scale);
        Assert.Throws<ArgumentException>(() => Amounts(48).Trend(new() { Scale = ModelScale.LogOdds }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelOptions { Scale = (ModelScale)9 });
    }

    // On logarithms everything is what it is of the logarithms, and every limit is above 0.
    [Fact]
    public void Verdicts_OnLogarithms_AreThoseOfTheLogarithms()
    {
        PeriodSeries amounts = Amounts(60), logs = PeriodSeries.FromValues(January, amounts.Select(x => (double?)Math.Log(x.Value!.Value)));
        ModelOptions identity = new() { Scale = ModelScale.Identity }, logarithm = new() { Scale = ModelScale.Logarithm };
        LocalDate day = new(2019, 6, 1);

        Assert.Equal(logs.Trend(identity).ModelSlope!.Value, amounts.Trend(logarithm).ModelSlope!.Value, 1e-9);
        Assert.Equal(logs.Trend(identity).PValue!.Value, amounts.Trend(logarithm).PValue!.Value, 1e-9);
        Assert.Equal(
            logs.Effect(day, null, new() { Model = identity }).PValue!.Value,
            amounts.Effect(day, null, new() { Model = logarithm }).PValue!.Value,
            1e-9);
        Assert.Equal(logs.Latest(identity).PValue!.Value, amounts.Latest(logarithm).PValue!.Value, 1e-9);
        Assert.All(logs.Expect(24, identity).Periods.Zip(amounts.Expect(24, logarithm).Periods), x =>
        {
            Assert.Equal(Math.Exp(x.First.Value!.Value), x.Second.Value!.Value, 1e-6);
            Assert.Equal(Math.Exp(x.First.Lower!.Value), x.Second.Lower!.Value, 1e-6);
            Assert.Equal(Math.Exp(x.First.Upper!.Value), x.Second.Upper!.Value, 1e-6);
        });
    }

    [Fact]
    public void Effect_OnLogarithms_IsTheMeanOfItsPeriods()
    {
        PeriodSeries before = Amounts(60);
        double?[] raised = [.. before.Select((x, t) => x.Value * (t >= 48 ? 1.2 : 1))];
        EffectEstimate effect = PeriodSeries.FromValues(January, raised).Effect(new LocalDate(2019, 1, 1));

        Assert.Equal(ModelScale.Logarithm, effect.Fit!.Scale);
        Assert.Equal(Math.Log(1.2), effect.ModelStep!.Value, 0.02);
        Assert.Equal(before.Skip(48).Average(x => 0.2 * x.Value!.Value), effect.Step!.Value, 25.0);
        Assert.InRange(effect.Step.Value, effect.Lower!.Value, effect.Upper!.Value);
    }

    // Sampling variances reach the scale by the delta method: the relative error counts.
    [Fact]
    public void Expect_KnownSamplingVariance_IsRelativeToTheFigure()
    {
        double?[] figures = [.. Amounts(60).Select(x => x.Value)];
        double[] variances = [.. figures.Select(x => 0.0025 * x!.Value * x.Value)];
        ModelFit fit = PeriodSeries.FromValues(January, figures, variances).Expect(1, new() { Scale = ModelScale.Logarithm }).Fit!;

        Assert.Equal(0.05, fit.SamplingDeviation!.Value, 1e-9);
    }

    // Thirty years: up for twenty, down for ten. A line through all of it would go up.
    [Fact]
    public void Expect_OfDecades_GoesOnFromTheLastTenYears()
    {
        RepeatableRandom random = new(4);
        double Level(int t) => t < 240 ? 100 + t : 340 - 1.5 * (t - 240);
        double?[] figures = [.. Enumerable.Range(0, 360).Select(t => (double?)(Level(t) + 5 * Math.Sin(t * Math.PI / 6) + random.NextNormal()))];
        Expectation next = PeriodSeries.FromValues(CalendarPeriod.Parse("1990-01"), figures).Expect(12);

        Assert.All(next.Periods.Select((x, h) => Level(360 + h) + 5 * Math.Sin(h * Math.PI / 6) - x.Value!.Value), error => Assert.InRange(error, -6, 6));
    }

    /// <summary>Amounts that grow by 5 % a year, with a season and noise in proportion.</summary>
    private static PeriodSeries Amounts(int count) => PeriodSeries.FromValues(January, Enumerable.Range(0, count).Select(t => (double?)Math.Round(
        1000 * Math.Pow(1.05, t / 12.0) * (t % 12 == 11 ? 2.2 : t % 12 == 10 ? 1.2 : 0.9) * (1 + 0.02 * Math.Sin(12.9898 * t)))));

    /// <summary>Figures that vary by as much at every level.</summary>
    private static IEnumerable<double?> Steady() =>
        Enumerable.Range(0, 60).Select(t => (double?)(20 + t + 5 * Math.Sin(t * Math.PI / 6) + Math.Sin(12.9898 * t)));
}
