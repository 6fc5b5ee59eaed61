using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi.Tests.Monitoring;

/// <summary>Running averages and sums of deviations.</summary>
public class RunningTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2025-01");

    // Centre 10, deviation 2: averages 10.4, 10.32; limits 10 ± 3·2·0.2 and 10 ± 6·sqrt(1/9·(1 − 0.8⁴)).
    [Fact]
    public void Ewma_TwoFigures_AreAveraged()
    {
        Ewma found = Ewma.Of([12, 10], 10, 2);

        Assert.Equal([10.4, 10.32], found.Points.Select(point => point.Statistic!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(11.2, found.Points[0].Upper!.Value, 12);
        Assert.Equal(10 - 6 * Math.Sqrt((1 - Math.Pow(0.8, 4)) / 9), found.Points[1].Lower!.Value, 12);
    }

    [Fact]
    public void Cusum_GapsAndASmallShift_FindsIt()
    {
        Cusum found = Cusum.Of([10, double.NaN, 13, 13, 13, 13, 13], 10, 1);

        Assert.Equal([0, 0, 2.5, 5, 7.5, 10, 12.5], found.Points.Select(point => point.Up!.Value));
        Assert.Equal([4, 5, 6], found.Signals.Select(point => point.Position));
        Assert.Equal("above at 5, 6, 7", found.ToString());
    }

    [Fact]
    public void Series_ThatFalls_IsFoundByBoth()
    {
        double?[] figures = [.. Enumerable.Range(0, 40).Select(i => (double?)(50 + i * 7 % 5 - (i >= 25 ? 4 : 0)))];
        PeriodSeries series = PeriodSeries.FromValues(January, figures);

        Assert.All(series.Ewma(24).Signals, point => Assert.Equal(ControlSignal.Below, point.Signal));
        Assert.NotEmpty(series.Ewma(24).Signals);
        Assert.StartsWith("below at ", series.Cusum(24).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("darunter: ", series.Cusum(24).ToString(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_WithoutSpread_HasNoLimits()
    {
        PeriodSeries flat = PeriodSeries.FromValues(January, [5, 5, 5, 9]), gaps = PeriodSeries.FromValues(January, [5, null, 7, null, 9]);

        Assert.All((Ewma[])[flat.Ewma(3), gaps.Ewma(5)], found => Assert.Equal("too few figures for limits", found.ToString()));
        Assert.All(flat.Cusum(3).Points, point => Assert.Equal((null, ControlSignal.None), (point.Up, point.Signal)));
        Assert.Equal((null, null), (flat.Ewma(3).Points[3].Upper, flat.Ewma(3).Points[3].Statistic));
        Assert.Empty(PeriodSeries.FromValues(January, []).Ewma(2).Points);
    }

    [Fact]
    public void Settings_OutsideTheirRange_AreRefused()
    {
        Assert.Equal(
            "weight must be greater than 0 and at most 1; got 0 (Parameter 'weight')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Ewma.Of([1], 0, 1, weight: 0)).Message);
        Assert.Equal(
            "deviation must be greater than zero; got 0 (Parameter 'deviation')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Cusum.Of([1], 0, 0)).Message);
        Assert.Equal(
            "baseline must be between 2 and 3; got 1 (Parameter 'baseline')",
            Assert.Throws<ArgumentOutOfRangeException>(() => PeriodSeries.FromValues(January, [1, 2, 3]).Ewma(1)).Message);
    }
}
