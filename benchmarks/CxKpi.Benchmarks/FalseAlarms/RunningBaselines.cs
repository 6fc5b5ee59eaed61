using System.Globalization;
using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often running averages and sums signal within the 100 periods after a baseline when nothing happens, by how long the baseline is.</summary>
internal static class RunningBaselines
{
    public const string Name = "running averages and sums";

    private const int Watched = 100;

    public static IEnumerable<Cell> Cells(bool quick)
    {
        int count = quick ? 2000 : 20_000;
        foreach ((string name, bool isSums, double width) in ((string, bool, double)[])
            [("Ewma", false, 3), ("Ewma, width 3.5", false, 3.5), ("Cusum", true, 5), ("Cusum, limit 7", true, 7)])
        {
            yield return Simulate(name, "white, all known", 0, count, figures => isSums
                ? Cusum.Of(figures, 0, 1, limit: width).Signals.Count > 0
                : Ewma.Of(figures, 0, 1, width: width).Signals.Count > 0);
            foreach (int baseline in (int[])[20, 30, 60, 100, 200])
            {
                string noise = string.Create(CultureInfo.InvariantCulture, $"white, baseline {baseline}");
                yield return Simulate(name, noise, baseline, count, figures =>
                {
                    PeriodSeries series = PeriodSeries.FromValues(CalendarPeriod.Parse("2010-01"), figures.Select(x => (double?)x));
                    return isSums
                        ? series.Cusum(baseline, limit: width).Signals.Any(point => point.Position >= baseline)
                        : series.Ewma(baseline, width: width).Signals.Any(point => point.Position >= baseline);
                });
            }
        }
    }

    private static Cell Simulate(string name, string noise, int baseline, int count, Func<double[], bool> signals) =>
        Cell.Of(name, "values", baseline + Watched, noise, target: null, answers: Simulated.Of(count, i =>
        {
            RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)baseline * 7919));
            double[] figures = new double[baseline + Watched];
            for (int t = 0; t < figures.Length; t++)
            {
                figures[t] = random.NextNormal();
            }

            return signals(figures) ? Answer.Alarm : Answer.Calm;
        }));
}
