using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class SeasonalModelTextTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    [Fact]
    public void ToString_AnyCulture_IsTheSame()
    {
        Thread thread = Thread.CurrentThread;
        System.Globalization.CultureInfo before = thread.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "de-DE", "fr-FR", "" })
            {
                thread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
                PeriodSeries line = PeriodSeries.FromValues(January, Enumerable.Range(0, 48).Select(t => (double?)(t / 8.0)));
                Assert.Equal("Rising: +1.5 per year [+1.5, +1.5] (95%, p < 0.0001)", line.Trend().ToString());
                Assert.Equal("2024-01: 6 [6, 6]", line.Expect(1).ToString());
                Assert.Equal(
                    "95%, smallest change that matters 0.5, with trading days",
                    new ModelOptions { SmallestChangeThatMatters = 0.5, Regressors = [Regressor.TradingDays()] }.ToString());
                Assert.Equal("95%, trend WhenKnowable", new EffectOptions().ToString());
                Assert.StartsWith("n = 48 (worth 48), phi 0, process sd 0", line.Trend().Fit!.ToString(), StringComparison.Ordinal);
                Assert.StartsWith("NoEvidence: F = 0 on 11 and 35 degrees of freedom, p = 1", line.IsSeasonal().ToString(), StringComparison.Ordinal);
                Assert.StartsWith(
                    "NoEvidence: step of 0 [0, 0] from 2023-06-01 (95%, p = 1)",
                    line.Effect(new LocalDate(2023, 6, 1)).ToString(),
                    StringComparison.Ordinal);
                Assert.StartsWith(
                    "2023-06: 5.125, expected 5.125 [5.125, 5.125]",
                    line.Effect(new LocalDate(2023, 6, 1)).Path[0].ToString(),
                    StringComparison.Ordinal);
            }
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }
}
