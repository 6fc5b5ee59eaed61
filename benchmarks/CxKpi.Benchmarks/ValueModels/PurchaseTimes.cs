using System.Diagnostics;
using System.Globalization;
using CxKpi.Value;

namespace CxKpi.Benchmarks.ValueModels;

/// <summary>Writes histories to a file and prints the best times of fitting models to them, in milliseconds, for benchmarks/peers/purchases.sh.</summary>
internal static class PurchaseTimes
{
    public static int Run(TextWriter output, int count, string file)
    {
        PurchaseHistory[] histories = SimulatedCustomers.Histories(count);
        File.WriteAllLines(
            file,
            histories.Select(history => string.Create(CultureInfo.InvariantCulture, $"{history.Frequency}\t{history.Recency:R}\t{history.Age:R}")));
        Time(output, "BG/NBD", count, () => BgNbd.Fit(histories, CalendarUnit.Day).LogLikelihood);

        // The peers would take minutes for more.
        if (count <= 100_000)
        {
            Time(output, "Pareto/NBD", count, () => ParetoNbd.Fit(histories, CalendarUnit.Day).LogLikelihood);
        }

        return 0;
    }

    private static void Time(TextWriter output, string model, int count, Func<double?> fit)
    {
        double best = double.PositiveInfinity;
        double? likelihood = null;
        Stopwatch total = Stopwatch.StartNew();
        for (int round = 0; round < 3 || (round < 20 && total.ElapsedMilliseconds < 5000); round++)
        {
            long start = Stopwatch.GetTimestamp();
            likelihood = fit();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cxkpi\t{model}\t{count}\t{best:0.##}\t{likelihood:0.0000}"));
    }
}
