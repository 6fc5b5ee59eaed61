using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>R 4.2.2: <c>predict(HoltWinters(ts(v, frequency = 4), .3, .1, .2, seasonal = "mult"), 9, prediction.interval = TRUE)</c> and the like.</summary>
public class HoltWintersLimitsTests
{
    private static readonly double[] Visits = [112, 118, 132, 129, 121, 135, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158];

    [Fact]
    public void R_MultiplicativeSeasonWithTrend_TakesTheSlopeForTheLastSeason()
    {
        double[] widths =
        [
            14.8300367314438, 18.9461379329597, 22.9860097003463, 21.2327153451389,
            29.3733532291998, 33.8990384549772, 38.2166144032155, 35.2965136516462, 43.4514110500166,
        ];

        Near(widths, Fit(beta: 0.1).Forecast(9, limits: HoltWintersLimits.R));
    }

    [Fact]
    public void R_MultiplicativeSeasonWithoutTrend_IsNotANumberEveryCycle()
    {
        double[] widths =
        [
            8.92638943837764, 10.92505130159986, 12.15542544338138, double.NaN,
            16.57296179972718, 18.03262942420290, 18.30813023620294, double.NaN, 21.67131046394871,
        ];

        Near(widths, Fit(beta: null).Forecast(9, 0.8, HoltWintersLimits.R));
    }

    [Fact]
    public void Full_MultiplicativeSeason_IsAlwaysFinite() =>
        Assert.All(Fit(beta: null).Forecast(24), x => Assert.True(double.IsFinite(x.Lower) && x.Upper > x.Value));

    /// <summary>Each error moves the forecast by its effect, times its own season's place in that of the forecast where seasons multiply.</summary>
    [Theory]
    [InlineData(HoltWintersSeason.Additive, 0.1)]
    [InlineData(HoltWintersSeason.Multiplicative, 0.1)]
    [InlineData(HoltWintersSeason.Multiplicative, null)]
    [InlineData(HoltWintersSeason.None, 0.1)]
    public void Full_ManyCyclesAhead_IsTheSumOverAllErrors(HoltWintersSeason season, double? beta)
    {
        double? gamma = season == HoltWintersSeason.None ? null : 0.2;
        HoltWinters fit = HoltWinters.Fit(Visits, 4, season, beta is null ? HoltWintersTrend.None : HoltWintersTrend.Linear, 0.3, beta, gamma);
        IReadOnlyList<ForecastPoint> points = fit.Forecast(15);

        for (int step = 1; step <= points.Count; step++)
        {
            double sum = 1;
            for (int lag = 1; lag < step; lag++)
            {
                double effect = 0.3 * (1 + lag * (beta ?? 0)) + (lag % 4 == 0 ? (gamma ?? 0) * 0.7 : 0);
                sum += Math.Pow(season == HoltWintersSeason.Multiplicative ? effect * SeasonOf(step) / SeasonOf(step - lag) : effect, 2);
            }

            Assert.Equal(Math.Sqrt(sum), points[step - 1].StandardError / points[0].StandardError, 1e-12 * sum);
        }

        double SeasonOf(int step) => fit.SeasonCoefficients[(step - 1) % 4];
    }

    private static HoltWinters Fit(double? beta) =>
        HoltWinters.Fit(Visits, 4, HoltWintersSeason.Multiplicative, beta is null ? HoltWintersTrend.None : HoltWintersTrend.Linear, 0.3, beta, 0.2);

    private static void Near(double[] widths, IReadOnlyList<ForecastPoint> points)
    {
        Assert.Equal(widths.Length, points.Count);
        Assert.All(points.Zip(widths), x => Assert.Equal(x.Second, x.First.Upper - x.First.Value, 1e-9));
        Assert.All(points.Zip(widths), x => Assert.Equal(x.Second, x.First.Value - x.First.Lower, 1e-9));
        Assert.All(points, x => Assert.True(double.IsFinite(x.Value)));
    }
}
