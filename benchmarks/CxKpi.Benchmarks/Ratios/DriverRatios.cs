using CxKpi.Practices;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Dividing R² among twelve drivers against fitting a regression to every subset, and how the time of Kendall's tau grows.</summary>
internal static class DriverRatios
{
    private const int Drivers = 12;
    private const int Rows = 500;
    private const int Pairs = 100_000;

    public static IEnumerable<Ratio> Measure()
    {
        Random random = new(12);
        double[] mood = Column(random, Rows);
        double[][] columns = [.. Enumerable.Range(0, Drivers).Select(_ => Column(random, Rows).Zip(mood, (own, shared) => own + shared).ToArray())];
        double[] outcome = [.. Column(random, Rows).Select((noise, i) => noise + columns.Select((column, j) => column[i] * (j % 4)).Sum())];
        (string, IReadOnlyList<double>)[] named = [.. columns.Select((column, j) => ($"x{j}", (IReadOnlyList<double>)column))];
        DriverOptions options = new() { Method = DriverMethod.Shapley, Resamples = 0 };
        yield return new("lmg.12_predictors.vs_naive_subsets", Once(
            () => DriverAnalysis.OfColumns(outcome, named, options).Drivers[0].Importance,
            () => NaiveDrivers.Shapley(columns, outcome)[0]), Target: 20);

        double[] x = [.. Enumerable.Range(0, Pairs).Select(_ => Math.Floor(random.NextDouble() * 1000))];
        double[] y = [.. x.Select(figure => figure + random.NextDouble() * 500)];
        yield return new("kendall.growth", Race.MedianSpeedRatio(
            n => Test(x.AsSpan(0, n / 2), y.AsSpan(0, n / 2)),
            n => Test(x.AsSpan(0, n), y.AsSpan(0, n)),
            Pairs), Target: 2.4, AtMost: true);
    }

    private static long Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Correlation.Kendall(x, y).N;

    /// <summary>The other side takes seconds, so each is called few times; both must agree.</summary>
    private static double Once(Func<double> candidate, Func<double> baseline)
    {
        double found = candidate(), expected = baseline();
        if (Math.Abs(found - expected) > 1e-9)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"the contenders differ: {found} and {expected}"));
        }

        for (int call = 0; call < 60; call++)
        {
            candidate();
        }

        Thread.Sleep(150);
        const int Calls = 20;
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int call = 0; call < Calls; call++)
        {
            candidate();
        }

        double fast = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds / Calls;
        start = System.Diagnostics.Stopwatch.GetTimestamp();
        baseline();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds / fast;
    }

    private static double[] Column(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() + random.NextDouble() - 1)];
}
