using System.Text;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>A report of a dozen charts stays small enough to be sent and opened.</summary>
public class ReportSizeTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.French)]
    [InlineData(ReportLanguage.German)]
    public void Page_OfTwelveKpisAndTwelveChartsOfThreeYears_IsBelow150Kilobytes(ReportLanguage language) =>
        Assert.InRange(Bytes(Card(language), language), 100_000, 150_000);

    private static int Bytes(Scorecard card, ReportLanguage language) => Encoding.UTF8.GetByteCount(card.ToHtmlPage(language));

    // Three kinds of figures in turn, each with its history, a target and a line chart.
    private static Scorecard Card(ReportLanguage language)
    {
        ScorecardBuilder card = Scorecard.Titled("An invented shop", AsOf);
        ChartOptions options = new() { Language = language };
        int added = 0;
        for (int i = 0; i < 12; i++)
        {
            int k = i;
            if (i % 4 == 0)
            {
                card.Group($"Group {i / 4 + 1}");
            }

            card.Chart((i % 3) switch
            {
                0 => Add(Months(t => new Nps(200 + (t * 7 + k * 3) % 31, 120, 80 - (t * 5 + k) % 13)), Target.AtLeast(30)),
                1 => Add(Months(t => new Churn(20 + (t * 7 + k) % 9, 1000 + t, CalendarUnit.Month)), Target.AtMost(0.02)),
                _ => Add(Months(t => new Csat(300 + (t * 11 + k) % 23, 400 + t, TopBox.TwoOfFive)), Target.AtLeast(0.8)),
            });
        }

        return card.Build();

        Chart Add<TKpi>(KpiSeries<TKpi> months, Target target)
            where TKpi : struct, IKpi<TKpi>
        {
            card.Add($"{TKpi.Definition.Symbol} {++added}", months, target);
            return CxKpi.Charts.OverTime(months, null, options);
        }
    }

    private static KpiSeries<TKpi> Months<TKpi>(Func<int, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 36).Select(t => (CalendarPeriod.Parse("2023-01").Plus(t), kpi(t))));
}
