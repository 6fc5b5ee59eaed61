using System.Diagnostics;
using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Prints the best time of each decomposition that benchmarks/peers/stl.sh compares, in milliseconds.</summary>
internal static class StlTimes
{
    private static readonly int[] Lengths = [120, 10_000, 1_000_000];
    private static readonly int[] Periods = [7, 12, 365];

    // The same formula stands in the scripts of the other programs.
    public static double[] Series(int count, int period)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double hash = Math.Sin((i + 1) * 12.9898) * 43758.5453;
            values[i] = 50 + 10 * Math.Sin(2 * Math.PI * i / period) + 0.5 * Math.Sin(i / 5000.0) + (hash - Math.Floor(hash));
        }

        return values;
    }

    public static int Run(TextWriter output)
    {
        foreach (int count in Lengths)
        {
            foreach (int period in Periods.Where(period => 2 * period < count))
            {
                double[] values = Series(count, period);
                Print("plain", "exact", StlOptions.Default);
                Print("plain", "same", StlOptions.RCompatible(11));
                Print("robust", "same", StlOptions.RCompatibleRobust(11));

                void Print(string kind, string parameters, StlOptions options) =>
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"cxkpi\t{count}\t{period}\t{kind}\t{parameters}\t{Best(values, period, options):0.####}"));
            }
        }

        return 0;
    }

    private static double Best(double[] values, int period, StlOptions options)
    {
        double[] seasonal = new double[values.Length], trend = new double[values.Length];
        StlWorkspace workspace = new();
        int calls = Math.Max(1, 20_000 / values.Length);
        double best = double.PositiveInfinity;
        Stopwatch total = Stopwatch.StartNew();
        for (int round = 0; round < 5 || (round < 200 && total.ElapsedMilliseconds < 1500); round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls; call++)
            {
                _ = Stl.Decompose(values, period, options, seasonal, trend, workspace);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / calls);
        }

        return best;
    }
}
