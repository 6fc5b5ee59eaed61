using System.Diagnostics;
using System.Globalization;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Prints the best time of the survival curve of a file that benchmarks/peers/survival.sh compares, in milliseconds.</summary>
internal static class SurvivalTimes
{
    public static int Run(TextWriter output, string file)
    {
        // Entry, exit, and 1 where the customer left.
        Tenure[] tenures =
        [
            .. File.ReadLines(file)
                .Select(line => line.Split('\t'))
                .Select(row => new Tenure(Number(row[1]), row[2] is "1", Number(row[0]))),
        ];
        double best = double.PositiveInfinity, atAYear = 0;
        Stopwatch total = Stopwatch.StartNew();
        for (int round = 0; round < 5 || (round < 50 && total.ElapsedMilliseconds < 5000); round++)
        {
            long start = Stopwatch.GetTimestamp();
            SurvivalCurve curve = SurvivalTally.FromTenures(tenures, CalendarUnit.Day).Curve();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            atAYear = curve.At(365)!.Value.Survival;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cxkpi\t{tenures.Length}\t{best:0.####}\t{atAYear:0.0000000000}"));
        return 0;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
