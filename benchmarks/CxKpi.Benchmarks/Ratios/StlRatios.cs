using CxKpi.Tests.Trends;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Decomposing a series, against the same method line by line, and against half the series.</summary>
internal static class StlRatios
{
    private const int Rows = 100_000;
    private const int Period = 12;

    public static IEnumerable<Ratio> Measure()
    {
        double[] values = StlTimes.Series(1_000_000, Period), first = StlTimes.Series(Rows, Period);
        double[] seasonal = new double[values.Length], trend = new double[values.Length];
        StlWorkspace workspace = new();

        // The warm-up calls with fewer rows than the measurement: the memory is there before.
        _ = Stl.Decompose(values, Period, StlOptions.Robust, seasonal, trend, workspace);
        yield return new(
            "stl.allocated_bytes",
            Race.AllocatedBytes(n => Decompose(n, StlOptions.Default) + Decompose(n, StlOptions.Robust), Rows),
            Target: 0,
            AtMost: true);

        yield return new("stl.simd.vs_line_by_line", Race.MedianSpeedRatio(
            n => Decompose(n, StlOptions.Default),
            n => PlainStl.Decompose(n == Rows ? first : first[..n], Period, StlOptions.Default).Seasonal.Length,
            Rows), Target: 3);

        yield return new("stl.growth", Race.Growth(n => Decompose(n, StlOptions.Default)), Target: 2.3, AtMost: true);

        long Decompose(int n, StlOptions options) =>
            Stl.Decompose(values.AsSpan(0, n), Period, options, seasonal.AsSpan(0, n), trend.AsSpan(0, n), workspace);
    }
}
