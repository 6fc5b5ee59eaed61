using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Series;

public class ShareVariancesTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2021-01");

    [Fact]
    public void SamplingVariances_OfShares_AreWhatTheModelWeighsBy()
    {
        PeriodSeries series = PeriodSeries.FromShares(
            January,
            Enumerable.Range(0, 40).Select(t => new ShareTally(t % 9 == 4 ? 0 : 3 + t % 7, t % 9 == 4 ? 0 : 40 + t)));
        ModelInput input = ModelInput.Of(series);

        for (int t = 0; t < series.Count; t++)
        {
            if (series.SamplingVariances[t] is not { } variance)
            {
                Assert.True(double.IsNaN(input.Noise[t]));
                continue;
            }

            // The delta method: log odds move by 1 / (p(1 − p)) times what their share moves, p(1 − p) = n·v.
            double spread = variance * series.Sizes[t];
            Assert.Equal(variance / (spread * spread), input.Noise[t], input.Noise[t] * 1e-12);
        }
    }

    [Fact]
    public void SamplingVariances_IncompletePeriod_HasNoSay()
    {
        ShareTally[] shares = [.. Enumerable.Range(0, 25).Select(t => new ShareTally(5 + t % 12, 100))];
        PeriodSeries without = PeriodSeries.FromShares(January, shares[..24]);
        PeriodSeries with = PeriodSeries.FromShares(January, [.. shares[..24], new(90, 100)]).Through(new LocalDate(2023, 1, 9));

        Assert.Equal(without.SamplingVariances, with.SamplingVariances.Take(24));
        Assert.Equal(without.SamplingVariances[0]!.Value, with.SamplingVariances[24]!.Value, 15);
    }

    [Fact]
    public void SamplingVariances_IncompletePeriodOfAnUnseenSeason_IsPooledOverAll()
    {
        PeriodSeries series = PeriodSeries.FromShares(January, [new(1, 10), new(3, 10), new(9, 10)]).Through(new LocalDate(2021, 3, 9));

        Assert.Equal(4.5 / 21 * (16.5 / 21) / 10, series.SamplingVariances[2]!.Value, 15);
    }
}
