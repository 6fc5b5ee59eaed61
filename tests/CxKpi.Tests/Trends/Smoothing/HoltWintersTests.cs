using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class HoltWintersTests
{
    // R 4.2.2: HoltWinters(Nile, gamma = FALSE, beta = FALSE)
    private static readonly double[] Nile =
    [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
        799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701,
        916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862,
        698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812,
        742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ];

    [Fact]
    public void Fit_WithoutSeasonAndTrend_AsR()
    {
        HoltWinters fit = HoltWinters.Fit(Nile, 1, HoltWintersSeason.None, HoltWintersTrend.None);

        Assert.Equal(0.2465796, fit.Alpha, 1e-4);
        Assert.Equal(805.0389, fit.Level, 0.01);
        Assert.Null(fit.Beta);
        Assert.Null(fit.Slope);
        Assert.Null(fit.Gamma);
        Assert.Empty(fit.SeasonCoefficients);
        Assert.Equal(1, fit.FirstFitted);
    }

    // R 4.2.2: HoltWinters(Nile, alpha = 0.3, beta = 0.1, gamma = FALSE); predict(., 2, prediction.interval = TRUE)
    [Fact]
    public void Forecast_Holt_AsR()
    {
        HoltWinters fit = HoltWinters.Fit(Nile, 1, HoltWintersSeason.None, alpha: 0.3, beta: 0.1);

        Assert.Equal(2307108.4884265, fit.SumOfSquares, 1e-4);
        IReadOnlyList<ForecastPoint> ahead = fit.Forecast(2);
        Assert.Equal(761.67789575242, ahead[1].Value, 1e-6);
        Assert.Equal(1077.9247784717, ahead[1].Upper, 1e-6);
    }

    [Fact]
    public void Forecast_MultiplicativeSeason_LimitsAreWiderThanThoseOfR()
    {
        HoltWinters fit = HoltWinters.Fit(
            Enumerable.Range(0, 40).Select(t => 100.0 + 20 * (t % 4) + t % 7).ToArray(),
            4,
            HoltWintersSeason.Multiplicative,
            alpha: 0.3,
            beta: 0.1,
            gamma: 0.2);

        ForecastPoint full = fit.Forecast(1)[0], r = fit.Forecast(1, limits: HoltWintersLimits.R)[0];
        Assert.Equal(full.Value, r.Value);
        Assert.Equal(0.3 + 0.2 * 0.7, r.StandardError / full.StandardError, 1e-12);
    }

    [Fact]
    public void Fit_SteadySeason_IsFollowedExactly()
    {
        double[] steady = [.. Enumerable.Range(0, 20).Select(t => 10 + (t % 4 == 0 ? 3.0 : -1))];

        HoltWinters fit = HoltWinters.Fit(steady, 4);

        Assert.All(fit.Residuals, x => Assert.Equal(0, x, 1e-9));
        Assert.All(fit.Forecast(8), x => Assert.Equal((19 + x.Step) % 4 == 0 ? 13 : 9, x.Value, 1e-9));
    }

    // R 4.2.2: HoltWinters(ts(10 + .5 * (0:19), frequency = 4), .3, .1, .1)$fitted[1, 1]: the start level is half a cycle old.
    [Fact]
    public void Fit_Slope_BeginsHalfACycleBehindAsR() =>
        Assert.Equal(11, HoltWinters.Fit(Enumerable.Range(0, 20).Select(t => 10 + 0.5 * t).ToArray(), 4, alpha: 0.3, beta: 0.1, gamma: 0.1).Fitted[0], 1e-12);

    [Fact]
    public void SeasonCoefficients_SeriesEndsInsideACycle_BeginWithTheNextPeriod()
    {
        double[] steady = [.. Enumerable.Range(0, 22).Select(t => 10 + (t % 4 == 0 ? 3.0 : -1))];

        Assert.Equal([-1, -1, 3, -1], HoltWinters.Fit(steady, 4).SeasonCoefficients.Select(x => Math.Round(x, 9)));
    }

    [Fact]
    public void Fit_Unsuitable_SaysWhy()
    {
        Assert.Equal(
            "values must hold at least 24 figures; got 23 (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => HoltWinters.Fit(new double[23], 12)).Message);
        Assert.StartsWith(
            "values must be finite and not missing (at position 1); got NaN",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, double.NaN, 1, 2], 2)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "values must be positive where the season multiplies (at position 2); got 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, 2, 0, 2], 2, HoltWintersSeason.Multiplicative)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "period must be at least 2; got 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, 2, 3, 4], 1)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "startCycles must be at least 2; got 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, 2, 3, 4], 2, startCycles: 1)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "alpha must be above 0 and at most 1; got 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, 2, 3, 4], 2, alpha: 0)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "beta must lie between 0 and 1; got 1.5",
            Assert.Throws<ArgumentOutOfRangeException>(() => HoltWinters.Fit([1, 2, 3, 4], 2, beta: 1.5)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "gamma must not be given without a season; got 0.5",
            Assert.Throws<ArgumentException>(() => HoltWinters.Fit([1, 2, 3, 4], 2, HoltWintersSeason.None, gamma: 0.5)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => HoltWinters.Fit([1, 2, 3, 4], 1_000_000_000, startCycles: 3));
    }

    [Fact]
    public void Fit_ConstantSeries_ForetellsTheConstant()
    {
        HoltWinters fit = HoltWinters.Fit(Enumerable.Repeat(5.0, 30).ToArray(), 7);

        Assert.Equal(0, fit.SumOfSquares, 1e-20);
        Assert.All(fit.Forecast(14), x => Assert.Equal(5, x.Value, 1e-12));
    }

    [Fact]
    public void ToString_IsForAPerson()
    {
        Assert.Equal(
            "Holt-Winters, season None, trend None: alpha 0.5; level 3.125",
            HoltWinters.Fit([1, 2, 3, 4], 1, HoltWintersSeason.None, HoltWintersTrend.None, alpha: 0.5).ToString());
        Assert.Equal(
            "Holt-Winters, season None, trend Linear: alpha 0.5, beta 0.5; level 4, slope 1",
            HoltWinters.Fit([1, 2, 3, 4], 1, HoltWintersSeason.None, alpha: 0.5, beta: 0.5).ToString());
    }
}
