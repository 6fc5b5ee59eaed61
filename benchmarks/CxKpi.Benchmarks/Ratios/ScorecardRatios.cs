using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Rendering a scorecard and a large report, against tallying the answers that a survey has.</summary>
internal static class ScorecardRatios
{
    private const int Answers = 1_000_000;
    private const int Kpis = 200;
    private const int ChartCount = 60;

    public static IEnumerable<Ratio> Measure()
    {
        Scorecard twelve = Card(12, 0);
        yield return new("scorecard.render.allocated_bytes", Race.AllocatedBytes(_ => twelve.ToHtmlPage().Length, 1), Target: 1_000_000, AtMost: true);

        // Twelve lines judged by their histories, against twelve models and decompositions of the same series.
        KpiSeries<Nps> history = History();
        PeriodSeries figures = history.ToPeriodSeries();
        double[] values = [.. figures.Select(point => point.Value ?? 0)];
        yield return new("scorecard.judged.vs_models_and_stl", Race.MedianSpeedRatio(
            _ =>
            {
                int done = 0;
                for (int i = 0; i < 12; i++)
                {
                    done += figures.Trend().PValue is null ? 0 : Stl.Decompose(values, 12).Trend.Count;
                }

                return done;
            },
            _ => Card(12, 0).Lines.Count,
            elements: 12), Target: 1, AtMost: true);

        // The page against the library's fastest tally, of ints in one span.
        int[] answers = TallyContenders.RandomInts(Answers);
        Scorecard large = Card(Kpis, ChartCount);
        yield return new("report.time_vs_tally_of_span", 1 / Race.MedianSpeedRatio(
            _ => large.ToHtmlPage().Length,
            n => TallyContenders.Tally(answers.AsSpan(0, n)),
            Answers), Target: 50, AtMost: true);

        // Everything, from records to the page with its charts drawn anew, against what most programs do: one NPS a row.
        yield return new("report.drawn.time_vs_tally_of_rows", 1 / Race.MedianSpeedRatio(
            _ => Card(Kpis, ChartCount).ToHtmlPage().Length,
            n => new ArraySegment<int>(answers, 0, n).Tally(answer => Nps.FromAnswer(answer)).Promoters,
            Answers), Target: 50, AtMost: true);
    }

    private static Scorecard Card(int kpis, int charts)
    {
        KpiSeries<Nps> series = History();
        ScorecardBuilder builder = Scorecard.Titled("Report", asOf: new LocalDate(2026, 11, 30));
        for (int i = 0; i < kpis; i++)
        {
            string label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Team {i}");
            builder.Add(label, series, Target.AtLeast(30, baseline: 10));
            _ = i < charts ? builder.Chart(Charts.OverTime(series, null, new ChartOptions { Title = label })) : builder;
        }

        return builder.Build();
    }

    private static KpiSeries<Nps> History() => Enumerable.Range(0, 36)
        .Select(i => (Day: new LocalDate(2023, 12, 5).PlusMonths(i), Promoters: 50L + i))
        .TallyBy(CalendarUnit.Month, row => row.Day, row => new Nps(row.Promoters, 30, 20));
}
