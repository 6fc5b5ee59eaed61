using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>A scorecard with all that a line can hold, and the strings that a user supplies for it.</summary>
internal static class Example
{
    public static Scorecard Card(string text = "Shop") => Scorecard.Titled(text, asOf: new LocalDate(2026, 11, 30))
        .Group(text)
        .Add(
            text,
            new Nps(promoters: 120, passives: 60, detractors: 45),
            previous: new Nps(100, 60, 70),
            lastYear: new Nps(90, 60, 50),
            target: Target.AtLeast(40, baseline: 20, deadline: new LocalDate(2026, 12, 31)),
            benchmark: new Benchmark(
                "NPS", text, text, text, text, new LocalDate(2026, 1, 15), [new("low" + text, -100, 0), new(text, 0, 50), new("high" + text, 50, 100)]),
            trend: new ScorecardTrend(ChangeVerdict.Better, text),
            note: text)
        .Add("Churn", new Churn(lost: 12, atStart: 400), previous: new Churn(31, 390), target: Target.AtMost(0.02))
        .Group("Money")
        .Add("CAC", new CustomerAcquisitionCost(10_000m, 20, "EUR"), previous: default(CustomerAcquisitionCost))
        .Add("Conversion", new ConversionRate(40, 1000, ConversionUnit.Session), previous: new ConversionRate(41, 1000, ConversionUnit.Session))
        .Add("Engagement" + text, new EngagementRate(600, 1000, text), previous: new EngagementRate(400, 1000, text))
        .Add("Empty", default(Csat))
        .Pair("Engagement" + text, "Conversion")
        .Section(new ScorecardSection(text, [text, "Share"], [[text, "12%"]], [text])
        {
            Translations = [new(text, [text, text], [], [text], ReportLanguage.French)],
        })
        .Chart(Charts.NetScore(new Nps(120, 60, 45), new ChartOptions { Title = text }))
        .Build();

    public static KpiSeries<Nps> Series(int months, LocalDate first) => Enumerable.Range(0, months)
        .Select(i => (Day: first.PlusMonths(i), Promoters: 50L + i))
        .TallyBy(CalendarUnit.Month, x => x.Day, x => new Nps(x.Promoters, 30, 20));
}
