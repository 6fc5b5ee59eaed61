using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>False alarms on series without trend or step, at 5 %; seeded, so the counts are the same on every machine.</summary>
public class SeasonalModelSizeTests
{
    private const int Series = 250;

    // 9 and 12 of 100 are promised; two standard errors of 250 series are added.
    [Theory]
    [InlineData(36, 0.3, 0.126)]
    [InlineData(36, 0.6, 0.161)]
    [InlineData(60, 0.0, 0.126)]
    public void Trend_And_Effect_HoldTheirLevel(int count, double phi, double most)
    {
        int trends = 0, effects = 0;
        CalendarPeriod first = CalendarPeriod.Parse("2020-01");
        for (int i = 0; i < Series; i++)
        {
            PeriodSeries series = SeasonalModelTests.Simulated(count, phi, seed: (ulong)(1000 + i));
            trends += series.Trend().PValue < 0.05 ? 1 : 0;
            effects += series.Effect(first.Plus(count - 6).Start).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange(trends / (double)Series, 0, most);
        Assert.InRange(effects / (double)Series, 0, most);
    }
}
