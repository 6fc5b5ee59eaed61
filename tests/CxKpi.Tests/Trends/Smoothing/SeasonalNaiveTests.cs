using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class SeasonalNaiveTests
{
    // Differences from two periods before: 2, 4, 2, 0. Mean square 6 around 0; around their mean of 2, 8 / 3.
    private static readonly double[] Values = [1, 10, 3, 14, 5, 14];

    [Fact]
    public void Forecast_WithoutDrift_RepeatsTheLastCycle()
    {
        SeasonalNaive naive = SeasonalNaive.Fit(Values, 2);

        Assert.Equal([5, 14, 5], naive.Forecast(3).Select(x => x.Value));
        Assert.Equal([Math.Sqrt(6), Math.Sqrt(6), Math.Sqrt(12)], naive.Forecast(3).Select(x => x.StandardError));
        Assert.Equal(5 + 2.7764451051977987 * Math.Sqrt(6), naive.Forecast(1)[0].Upper, 1e-12);
        Assert.Null(naive.Drift);
    }

    [Fact]
    public void Forecast_WithDrift_AddsTheAverageGrowthPerCycle()
    {
        SeasonalNaive naive = SeasonalNaive.FitWithDrift(Values, 2);

        Assert.Equal(2, naive.Drift);
        Assert.Equal([7, 16, 9], naive.Forecast(3).Select(x => x.Value));
        Assert.Equal(Math.Sqrt(8 / 3.0 * 1.25), naive.Forecast(1)[0].StandardError, 1e-12);
        Assert.Equal(Math.Sqrt(8 / 3.0 * 2 * 1.5), naive.Forecast(3)[2].StandardError, 1e-12);
    }

    [Fact]
    public void Forecast_LastFigureMissing_TakesTheOneBeforeAndIsLessSure()
    {
        SeasonalNaive naive = SeasonalNaive.Fit([1, 10, 3, 14, 5, double.NaN], 2);

        Assert.Equal([5, 14], naive.Forecast(2).Select(x => x.Value));
        Assert.Equal(naive.Forecast(1)[0].StandardError * Math.Sqrt(2), naive.Forecast(2)[1].StandardError, 1e-12);
    }

    [Fact]
    public void Fit_Unsuitable_SaysWhy()
    {
        Assert.Equal(
            "values must hold at least 1 pairs of figures a cycle of 2 apart; got 0 (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => SeasonalNaive.Fit([1, 2], 2)).Message);
        Assert.Equal(
            "values must hold at least 2 pairs of figures a cycle of 1 apart; got 1 (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => SeasonalNaive.FitWithDrift([1, 2], 1)).Message);
        Assert.Equal(
            "values must hold a figure in every season; there is none 1 periods before the end or cycles earlier (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => SeasonalNaive.Fit([1, double.NaN, 3, double.NaN], 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalNaive.Fit([1, double.NegativeInfinity], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalNaive.Fit([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalNaive.Fit([1, 2], 1).Forecast(-1));
    }

    [Fact]
    public void ToString_IsForAPerson()
    {
        Assert.Equal("Seasonal naive, period 2 (4 differences)", SeasonalNaive.Fit(Values, 2).ToString());
        Assert.Equal("Seasonal naive, period 2, drift 2 per cycle (4 differences)", SeasonalNaive.FitWithDrift(Values, 2).ToString());
    }
}
