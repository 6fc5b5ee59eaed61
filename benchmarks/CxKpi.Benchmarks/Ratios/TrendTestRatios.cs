using CxKpi.Trends;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>How the time of the rank test with its slope grows: a list of all pairs would take four times as long for twice the figures.</summary>
internal static class TrendTestRatios
{
    private const int Figures = 100_000;

    public static IEnumerable<Ratio> Measure()
    {
        Random random = new(4);
        double[] figures = [.. Enumerable.Range(0, Figures).Select(i => random.NextDouble() * 10 + i * 1e-5)];
        yield return new("mann_kendall.growth", Race.MedianSpeedRatio(
            n => Test(figures.AsSpan(0, n / 2)),
            n => Test(figures.AsSpan(0, n)),
            Figures), Target: 3, AtMost: true);
    }

    private static long Test(ReadOnlySpan<double> figures) => MannKendallTest.FromValues(figures).S;
}
