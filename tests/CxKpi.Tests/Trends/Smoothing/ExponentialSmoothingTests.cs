using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class ExponentialSmoothingTests
{
    private static readonly double[] Months = [.. Enumerable.Range(0, 60).Select(t => 40 + 6 * Math.Sin(t * Math.PI / 6) + (t * 7919 % 101 - 50) / 40.0)];

    // Hand calculation: predictions 10, 11, 10.5; errors 2, -1, 3.5.
    [Fact]
    public void WithKnown_LevelOnly_FollowsTheRecursion()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown([12, 10, 14], new SmoothingWeights(0.5), new SmoothingState(10));

        Assert.Equal([10, 11, 10.5], fit.Fitted);
        Assert.Equal([2, -1, 3.5], fit.Residuals);
        Assert.Equal(12.25, fit.End.Level);
        Assert.Equal((4 + 1 + 12.25) / 3, fit.Variance);
        Assert.Equal([1, 1.25, 1.5], fit.VarianceMultipliers(3));
        Assert.Equal(0, fit.EstimatedCount);
    }

    [Fact]
    public void WithKnown_MissingFigure_StateRunsOn()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown([11, double.NaN, 13], new SmoothingWeights(0.5, beta: 0.5), new SmoothingState(10, 1));

        Assert.Equal([11, 12, 13], fit.Fitted);
        Assert.Equal([0, double.NaN, 0], fit.Residuals);
        Assert.Equal(2, fit.Count);
        Assert.Equal(14, fit.Forecast(1)[0].Value);
    }

    [Fact]
    public void Fit_SeasonOnNoise_TakesASeasonalForm()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.Fit(Months, 12);

        Assert.True(fit.Form >= ExponentialSmoothingForm.Seasonal);
        Assert.All(Enum.GetValues<ExponentialSmoothingForm>(), form => Assert.True(fit.Aicc <= ExponentialSmoothing.Fit(Months, 12, form).Aicc));
    }

    // α and γ near 0 leave the start of least squares: the seasonal means, as no other weights do better on independent noise.
    [Fact]
    public void Fit_IndependentNoise_IsTheRegressionOnSeasons()
    {
        double[] noise = [.. Enumerable.Range(0, 120).Select(t => t % 4 + (t / 4 % 2 == 0 == (t % 3 == 0) ? 1.0 : -1.0))];
        double squares = Enumerable.Range(0, 4)
            .Sum(s => noise.Where((_, t) => t % 4 == s).Sum(y => Math.Pow(y - noise.Where((_, t) => t % 4 == s).Average(), 2)));

        ExponentialSmoothing fit = ExponentialSmoothing.Fit(noise, 4, ExponentialSmoothingForm.Seasonal);

        Assert.True(fit.SumOfSquares <= squares * 1.001);
    }

    [Fact]
    public void Fit_ConstantSeries_TakesTheLevel()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.Fit(Enumerable.Repeat(5.0, 30).ToArray(), 7);

        Assert.Equal(ExponentialSmoothingForm.Level, fit.Form);
        Assert.Equal(0, fit.SumOfSquares);
        Assert.Equal(double.PositiveInfinity, fit.LogLikelihood);
        Assert.All(fit.Forecast(8), x => Assert.Equal((5, 5, 5), (x.Value, x.Lower, x.Upper)));
    }

    [Fact]
    public void Fit_StraightLine_TakesTheTrend()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.Fit(Enumerable.Range(0, 30).Select(t => 2.0 * t).ToArray(), 7);

        Assert.Equal(ExponentialSmoothingForm.Trend, fit.Form);
        Assert.Equal(64, fit.Forecast(3)[2].Value, 1e-6);
    }

    [Fact]
    public void Fit_HugeOffset_KeepsTheDigits()
    {
        ExponentialSmoothing near = ExponentialSmoothing.Fit(Months, 12, ExponentialSmoothingForm.SeasonalTrend);
        ExponentialSmoothing far = ExponentialSmoothing.Fit(Months.Select(x => x + 1e9).ToArray(), 12, ExponentialSmoothingForm.SeasonalTrend);

        Assert.Equal(near.Variance, far.Variance, near.Variance * 1e-3);
    }

    [Fact]
    public void Fit_PeriodLongerThanTheSeries_LeavesTheSeasonOut() =>
        Assert.True(ExponentialSmoothing.Fit(Months, 365).Form < ExponentialSmoothingForm.Seasonal);

    [Fact]
    public void Fit_GapsAtBothEndsAndBetween_AreBridged()
    {
        double[] gaps = [double.NaN, double.NaN, .. Months[2..20], double.NaN, .. Months[21..58], double.NaN, double.NaN];

        ExponentialSmoothing fit = ExponentialSmoothing.Fit(gaps, 12, ExponentialSmoothingForm.Seasonal);

        Assert.Equal(55, fit.Count);
        Assert.All(fit.Fitted, x => Assert.True(double.IsFinite(x)));
        Assert.True(Math.Abs(fit.Forecast(1)[0].Value - 40) < 2);
    }

    [Fact]
    public void Fit_Unsuitable_SaysWhy()
    {
        Assert.Equal("values must hold at least 4 figures for the form Level; got 3 (Parameter 'values')", Message([1, 2, double.NaN, 3], 1));
        Assert.Equal(
            "values must hold at least 16 figures for the form Seasonal; got 4 (Parameter 'values')",
            Message([1, 2, 3, 4], 12, ExponentialSmoothingForm.Seasonal));
        Assert.Equal(
            "values must hold at least two cycles of 6 for the form Seasonal; got 11 (Parameter 'values')",
            Message(new double[11], 6, ExponentialSmoothingForm.Seasonal));
        Assert.Equal(
            "period must be at least 2 for the form Seasonal; got 1 (Parameter 'values')",
            Message(new double[11], 1, ExponentialSmoothingForm.Seasonal));
        Assert.Equal(
            "values must hold a figure in every season for the form Seasonal; there is none in season 1 of the cycle (Parameter 'values')",
            Message([1, double.NaN, 2, double.NaN, 2, double.NaN, 3, double.NaN, 2, double.NaN, 2], 2, ExponentialSmoothingForm.Seasonal));
        Assert.StartsWith(
            "values must be finite, or NaN where missing (at position 1); got",
            Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialSmoothing.Fit([1, double.PositiveInfinity], 1)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "period must be greater than zero; got 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialSmoothing.Fit([1], 0)).Message,
            StringComparison.Ordinal);

        static string Message(double[] values, int period, ExponentialSmoothingForm? form = null) =>
            Assert.Throws<ArgumentException>(() => ExponentialSmoothing.Fit(values, period, form)).Message;
    }

    [Fact]
    public void WithKnown_PartsThatDoNotMatch_SaysWhy()
    {
        Assert.Equal("values must hold a figure (Parameter 'values')", Message([double.NaN], new(0.5), new(1)));
        Assert.Equal(
            "start must have seasons where weights has a weight for them, and only there (Parameter 'start')",
            Message([1], new(0.5, gamma: 0.1), new(1)));
        Assert.Equal("start must not have a slope where weights has no weight for it (Parameter 'start')", Message([1], new(0.5), new(1, 2)));

        static string Message(double[] values, SmoothingWeights weights, SmoothingState start) =>
            Assert.Throws<ArgumentException>(() => ExponentialSmoothing.WithKnown(values, weights, start)).Message;
    }

    [Fact]
    public void Weights_OutOfRange_SayWhy()
    {
        Assert.StartsWith(
            "alpha must lie between 0 and 1; got NaN",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothingWeights(double.NaN)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "phi must be above 0 and at most 1; got 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothingWeights(0.5, 0.1, phi: 0)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "phi must not be given without beta; got 0.9",
            Assert.Throws<ArgumentException>(() => new SmoothingWeights(0.5, phi: 0.9)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_IsForAPerson()
    {
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown([12, 10, 14], new SmoothingWeights(0.5, 0.1, phi: 0.9), new SmoothingState(10, 1));

        Assert.Equal("DampedTrend: alpha 0.5, beta 0.1, phi 0.9; level 12.8926, slope 0.8273; AICc 18.59 (n = 3)", fit.ToString());
        Assert.Equal("+1: 13.6372 [9.7699, 17.5045]", fit.Forecast(1)[0].ToString());
    }
}
