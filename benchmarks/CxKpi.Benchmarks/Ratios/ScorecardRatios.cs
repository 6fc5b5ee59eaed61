using System.Text;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Judging a scorecard, against the models behind it, and writing a large report, against writing the same letters.</summary>
internal static class ScorecardRatios
{
    private const int Kpis = 200;
    private const int ChartCount = 60;
    private const int WordLength = 8;

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

        // The page against writing the same letters, about a word at a time.
        Scorecard large = Card(Kpis, ChartCount);
        string[] words = [.. large.ToHtmlPage().Chunk(WordLength).Select(word => new string(word))];
        yield return new("report.written.vs_string_builder", 1 / Race.MedianSpeedRatio(
            _ => large.ToHtmlPage().Length,
            _ => Written(words),
            Kpis), Target: 10, AtMost: true);
    }

    private static int Written(string[] words)
    {
        StringBuilder text = new();
        foreach (string word in words)
        {
            text.Append(word);
        }

        return text.ToString().Length;
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
