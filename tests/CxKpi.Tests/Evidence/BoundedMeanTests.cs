namespace CxKpi.Tests.Evidence;

/// <summary>Means of values that have a range.</summary>
public class BoundedMeanTests
{
    // Two values from 1 to 5 that sum to 6 have squares from 18 (3 and 3) to 26 (1 and 5).
    [Theory]
    [InlineData(2, 6, 18, true)]
    [InlineData(2, 6, 26, true)]
    [InlineData(2, 6, 26.01, false)]
    [InlineData(2, 2, 2, true)]
    [InlineData(2, 1.99, 1.99, false)]
    [InlineData(2, 10, 50, true)]
    [InlineData(2, 10.01, 50.11, false)]
    [InlineData(0, 0, 0, true)]
    public void Checked_SumsThatNoValuesOfTheRangeHave_AreRefused(long n, double sum, double squares, bool fits)
    {
        MeanTally tally = new(n, (decimal)sum, (decimal)squares);

        if (fits)
        {
            Assert.Equal(tally, BoundedMean.Checked(tally, 1, 5));
        }
        else
        {
            Assert.Contains(
                "must hold the sums of values from 1 to 5",
                Assert.Throws<ArgumentOutOfRangeException>("evidence", () => BoundedMean.Checked(tally, 1, 5)).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Checked_ARangeOfNothing_HoldsNothing()
    {
        Assert.Equal(default, BoundedMean.Checked(default, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("score", () => BoundedMean.Checked(MeanTally.One(3), 3, 3, "score"));
    }

    // Values at both ends vary as much as yes and no do, and no size is below the number of values.
    [Fact]
    public void Estimate_IsOfNoSmallerSizeThanTheValues()
    {
        MeanTally ends = MeanTally.FromValues([1, 5, 1, 5]), middle = MeanTally.FromValues([2, 4, 2, 4]);

        Assert.Equal(4, BoundedMean.Estimate(ends, 1, 5, 0.95)!.Value.EffectiveN);

        // A variance of 4/3 over 4 is 1/3, and 16 quarters over it are 12.
        Assert.Equal(12, BoundedMean.Estimate(middle, 1, 5, 0.95)!.Value.EffectiveN!.Value, 9);
        Assert.Equal(3, BoundedMean.Estimate(MeanTally.FromValues([2, 2, 2]), 1, 5, 0.95)!.Value.EffectiveN);
        Assert.Equal(0, BoundedMean.Change(ends, middle, 1, 5, 0.95)!.Value.Difference);
        Assert.Equal(IntervalMethod.Mover, BoundedMean.Change(ends, middle, 1, 5, 0.95)!.Value.Method);
    }
}
