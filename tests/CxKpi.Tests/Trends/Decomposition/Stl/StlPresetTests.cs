using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>What the presets keep of the programs that they are named for.</summary>
public class StlPresetTests
{
    private static readonly double[] Uneven = [.. Enumerable.Range(0, 49).Select(i => 20 + 5 * Math.Sin(i * i) + 0.1 * i)];

    [Fact]
    public void RCompatible_LowPassDegree_FollowsTheTrend()
    {
        StlOptions flat = StlOptions.RCompatible(7) with { TrendDegree = 0 };

        Assert.Equal(0, StlPlan.For(49, 4, flat).LowPassDegree);
        Assert.Equal(1, StlPlan.For(49, 4, StlOptions.RCompatible(7)).LowPassDegree);
        Assert.Equal(Stl.Decompose(Uneven, 4, flat with { LowPassDegree = 0 }).Seasonal, Stl.Decompose(Uneven, 4, flat).Seasonal);
        Assert.NotEqual(Stl.Decompose(Uneven, 4, flat with { LowPassDegree = 1 }).Seasonal, Stl.Decompose(Uneven, 4, flat).Seasonal);
        Assert.Equal(1, StlPlan.For(49, 4, StlOptions.StatsmodelsCompatible() with { TrendDegree = 0 }).LowPassDegree);
        Assert.Equal(1, StlPlan.For(49, 4, StlOptions.Default with { TrendDegree = 0 }).LowPassDegree);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StlOptions { LowPassDegree = 2 });
    }

    [Fact]
    public void PeriodicSeason_IsAMean_WhateverTheDegree() =>
        Assert.Equal(
            Stl.Decompose(Uneven, 4, StlOptions.Periodic).Seasonal,
            Stl.Decompose(Uneven, 4, StlOptions.Periodic with { SeasonalDegree = 1 }).Seasonal);

    [Fact]
    public void SeasonalJump_OfAPeriodicSeason_IsReadAsInRAndNotOtherwise()
    {
        Assert.Equal(1, StlPlan.For(49, 4, StlOptions.RCompatible(null) with { SeasonalJump = 1 }).SeasonalJump);
        Assert.Equal(50, StlPlan.For(49, 4, StlOptions.RCompatible(null)).SeasonalJump);
        Assert.Equal(50, StlPlan.For(49, 4, StlOptions.Periodic with { SeasonalJump = 1 }).SeasonalJump);
    }

    // The program drops a slope by the length of the season's own series, and where the cycle does not divide the series these lengths differ by one.
    // Beside a figure of weight 1, the weight below gives the two places a standard deviation of 0.0235: a line in a series of 24 figures, a mean in one of 25.
    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(46)]
    [InlineData(47)]
    public void OriginalSafeguards_DropASlopeByTheLengthOfItsOwnSeries(int at)
    {
        const double Share = 0.000552553, DistanceWeight = 0.669921875;
        double[] weights = [.. Enumerable.Repeat(1.0, Uneven.Length)];
        weights[at - 2] = 0;
        if (at + 2 < weights.Length)
        {
            weights[at + 2] = Share / (1 - Share) / DistanceWeight;
        }

        StlOptions options = StlOptions.StatsmodelsCompatible(5) with { InnerIterations = 1 };
        (double[] seasonal, double[] trend, _) = PlainStl.Decompose(Uneven, 2, options, weights);
        StlDecomposition parts = Stl.Decompose(Uneven, 2, options, weights);

        Assert.All(parts.Seasonal.Zip(seasonal), x => Assert.Equal(x.Second, x.First, 1e-11));
        Assert.All(parts.Trend.Zip(trend), x => Assert.Equal(x.Second, x.First, 1e-11));
    }
}
