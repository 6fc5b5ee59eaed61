using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class StlTests
{
    private static readonly double[] Quarters = [.. Enumerable.Range(0, 24).Select(i => 50 + i % 4 + 0.1 * i)];

    [Fact]
    public void Decompose_Constant_IsItsOwnTrend()
    {
        StlDecomposition parts = Stl.Decompose([.. Enumerable.Repeat(0.1 + 1e9, 30)], 7, StlOptions.Robust);

        Assert.All(parts.Trend, x => Assert.Equal(0.1 + 1e9, x));
        Assert.All(parts.Seasonal, x => Assert.Equal(0, x));
        Assert.Null(parts.SeasonalStrength);
    }

    [Fact]
    public void Decompose_HugeOffset_KeepsItsDigits()
    {
        double[] noise = [.. Quarters.Select((x, i) => x + Math.Sin(i * i))];
        StlDecomposition near = Stl.Decompose(noise, 4), far = Stl.Decompose([.. noise.Select(x => x + 1e9)], 4);

        Assert.All(near.Seasonal.Zip(far.Seasonal), x => Assert.Equal(x.First, x.Second, 1e-6));
    }

    [Fact]
    public void Decompose_GapsAtBothEnds_AreBridged()
    {
        double[] values = [double.NaN, .. Quarters[1..^1], double.NaN];
        StlDecomposition parts = Stl.Decompose(values, 4, StlOptions.Periodic);

        Assert.Equal(Quarters[0], parts.Seasonal[0] + parts.Trend[0], 0.05);
        Assert.Equal(Quarters[^1], parts.Seasonal[^1] + parts.Trend[^1], 0.05);
        Assert.True(double.IsNaN(parts.Remainder[0]));
    }

    [Fact]
    public void Decompose_Gaps_AreFilledCloserThanByTheSeriesMean()
    {
        double[] truth = [.. Enumerable.Range(0, 240).Select(i => 10 + 5 * Math.Sin(Math.PI * i / 6) + 0.01 * i + 0.2 * Math.Sin(i * 7.7))];
        double[] gapped = [.. truth.Select((x, i) => i is >= 100 and < 107 || i % 11 == 3 ? double.NaN : x)];
        StlDecomposition parts = Stl.Decompose(gapped, 12);

        Assert.All(Enumerable.Range(0, 240).Where(i => double.IsNaN(gapped[i])), i => Assert.Equal(truth[i], parts.Seasonal[i] + parts.Trend[i], 0.5));
    }

    [Fact]
    public void Decompose_Malformed_IsRefusedByName()
    {
        Assert.StartsWith(
            "period must be greater than zero; got 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => Stl.Decompose(Quarters, 0)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "values must hold two cycles of 13 or more, but holds 24 figures",
            Assert.Throws<ArgumentException>(() => Stl.Decompose(Quarters, 13)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "values must be finite, or NaN where missing (at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>(() => Stl.Decompose([1, double.PositiveInfinity, 3, 4], 2)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "weights must be finite and not negative (at position 0)",
            Assert.Throws<ArgumentOutOfRangeException>(() => Stl.Decompose([1, 2, 3, 4], 2, weights: [-1, 1, 1, 1])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "values must hold two figures or more at every place of the cycle, but not so at place 1, from 0",
            Assert.Throws<ArgumentException>(() => Stl.Decompose([1, double.NaN, 3, 4], 2)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "values must not miss as many in a row as half the trend's span of 7, but misses 4 from position 6",
            Assert.Throws<ArgumentException>(() => Stl.Decompose([.. Quarters.Select((x, i) => i is >= 6 and < 10 ? double.NaN : x)], 4)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StlOptions { SeasonalSpan = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StlOptions { TrendDegree = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StlOptions { TrendJump = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StlOptions { StopTolerance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassicalOptions { ExtrapolatedFrom = 1 });
    }

    [Theory]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    public void Iterations_WithoutEnd_AreRefused(int number)
    {
        Assert.StartsWith(
            FormattableString.Invariant($"InnerIterations must be between 1 and 100; got {number}"),
            Assert.Throws<ArgumentOutOfRangeException>("InnerIterations", () => new StlOptions { InnerIterations = number }).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            FormattableString.Invariant($"RobustIterations must be between 0 and 100; got {number}"),
            Assert.Throws<ArgumentOutOfRangeException>("RobustIterations", () => new StlOptions { RobustIterations = number }).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            FormattableString.Invariant($"Rounds must be between 1 and 100; got {number}"),
            Assert.Throws<ArgumentOutOfRangeException>("Rounds", () => new MstlOptions { Rounds = number }).Message,
            StringComparison.Ordinal);
        Assert.Equal((100, 100), (new StlOptions { InnerIterations = 100 }.InnerIterations, new MstlOptions { Rounds = 100 }.Rounds));
    }

    [Fact]
    public void Decompose_WithWorkspace_AllocatesNothing()
    {
        double[] seasonal = new double[24], trend = new double[24];
        StlWorkspace workspace = new();
        _ = Stl.Decompose(Quarters, 4, StlOptions.Robust, seasonal, trend, workspace);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = Stl.Decompose(Quarters, 4, StlOptions.Robust, seasonal, trend, workspace);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Mstl_PeriodHalfTheSeriesOrLonger_IsDroppedAndReported()
    {
        MstlDecomposition parts = Mstl.Decompose(Quarters, [12, 4]);

        Assert.Equal([4], parts.Periods);
        Assert.Equal([12], parts.DroppedPeriods);
        Assert.Equal("24 figures in cycles of 4, too short for 12", parts.ToString());
        Assert.Throws<ArgumentException>(() => Mstl.Decompose(Quarters, [12]));
    }

    [Fact]
    public void Smoother_Variances_AreThoseOfTheLineByLineLoopsImpulses()
    {
        const int Count = 30;
        double[] weights = [.. Enumerable.Range(0, Count).Select(i => i == 9 ? 0 : 1 + i % 3)];
        double[] sampling = [.. Enumerable.Range(0, Count).Select(i => 0.1 + 0.01 * i)];
        StlSmoother smoother = new(Count, 4, StlOptions.Default, weights);
        (double[] ofTrend, double[] ofAdjusted) = smoother.Variances(0.5, sampling);
        double[] trend = new double[Count], adjusted = new double[Count], left = new double[Count];
        double freedom = 0;
        for (int j = 0; j < Count; j++)
        {
            if (weights[j] == 0)
            {
                continue;
            }

            double[] impulse = new double[Count];
            impulse[j] = 1;
            (double[] seasonal, double[] line, _) = PlainStl.Decompose(impulse, 4, StlOptions.Default, weights);
            freedom += seasonal[j] + line[j];
            for (int t = 0; t < Count; t++)
            {
                double kept = (t == j ? 1 : 0) - seasonal[t];
                trend[t] += line[t] * line[t] * (0.5 + sampling[j]);
                adjusted[t] += seasonal[t] * seasonal[t] * 0.5 + kept * kept * sampling[j];
                left[t] += (kept - line[t]) * (kept - line[t]);
            }
        }

        Assert.All(ofTrend.Zip(trend), x => Assert.Equal(x.Second, x.First, 1e-10));
        Assert.All(ofAdjusted.Zip(adjusted), x => Assert.Equal(x.Second, x.First, 1e-10));
        Assert.Equal(freedom, smoother.DegreesOfFreedom, 1e-9);
        Assert.Equal(left.Where((_, t) => t != 9).Sum(), smoother.RemainderTrace, 1e-9);
        Assert.Equal(smoother.Response(5).Trend[20], smoother.Row(20).Trend[5]);
    }
}
