namespace CxKpi.Tests.Evidence;

/// <summary>Intervals of means that have a range: Wilson's for the share of the range, of the sample size that would vary as much.</summary>
public class BoundedIntervalsTests
{
    // The confidence whose limits are the quartiles: those of Student's distribution of one degree of freedom lie at -1 and 1.
    private const double AtQuartiles = 0.5;

    // 3 on a scale from 1 to 5 is half of the way: of 8, Wilson's limits at z = 1 lie at 1/3 and 2/3.
    [Fact]
    public void Limits_HalfOfTheWay_AreThoseOfWilson()
    {
        (double lower, double upper) = new BoundedLimits(Value: 3, Size: 8, Freedom: 1, Lowest: 1, Highest: 5).At(0.25);

        Assert.Equal(1 + 4 / 3.0, lower, 12);
        Assert.Equal(1 + 8 / 3.0, upper, 12);
    }

    // 1.425 / 0.285 is a digit above 5 as a double.
    [Fact]
    public void Limits_MeanADigitBeyondTheEnd_AreThoseOfTheEnd()
    {
        BoundedLimits end = new(Value: 5, Size: 8, Freedom: 1, Lowest: 1, Highest: 5);

        Assert.Equal(end.At(0.5), (end with { Value = Math.BitIncrement(5) }).At(0.5));
        Assert.Equal(end.At(0.25), (end with { Value = Math.BitIncrement(5) }).At(0.25));
    }

    // A share of 1/4 with an error of 1/8 varies as much as 3/16 / (1/64) = 12 answers of yes or no do.
    [Fact]
    public void Estimate_IsOfTheSizeThatVariesAsMuch()
    {
        Estimate estimate = Of(2, 0.5, smallest: 1, largest: 100);
        (double lower, double upper) = Wilson(0.25, 12);

        Assert.Equal(12, estimate.EffectiveN!.Value, 12);
        Assert.Equal(1 + 4 * lower, estimate.Lower!.Value, 12);
        Assert.Equal(1 + 4 * upper, estimate.Upper!.Value, 12);
        Assert.Equal((2, 0.5, 9L, IntervalMethod.Wilson), (estimate.Value, estimate.StandardError, estimate.N, estimate.Method));
        Assert.Equal(EstimateFlags.Skewed, estimate.Flags);
    }

    [Fact]
    public void Estimate_SizeOutsideItsBounds_IsTheBound()
    {
        Assert.Equal(20, Of(2, 0.5, smallest: 20, largest: 100).EffectiveN);
        Assert.Equal(5, Of(2, 0.5, smallest: 1, largest: 5).EffectiveN);
        Assert.Equal(1e200, Of(2, 1e-160, smallest: 1, largest: double.PositiveInfinity).EffectiveN);
    }

    [Fact]
    public void Estimate_AllAlike_HasTheSizeOfThose()
    {
        Estimate middle = Of(2, 0, smallest: 1, largest: 100), lowest = Of(1, 0.1, smallest: 1, largest: 100), highest = Of(5, 0.1, smallest: 1, largest: 100);

        Assert.Equal((7, 7, 7), (middle.EffectiveN, lowest.EffectiveN, highest.EffectiveN));
        Assert.Equal(1e200, Of(2, 0, smallest: 1, largest: 100, alike: double.PositiveInfinity).EffectiveN);
        Assert.Equal(EstimateFlags.Skewed, middle.Flags);
        Assert.Equal(EstimateFlags.Skewed | EstimateFlags.Boundary, lowest.Flags);
        Assert.Equal(EstimateFlags.Skewed | EstimateFlags.Boundary, highest.Flags);

        // Wilson's upper limit of 0 of 7 at z = 1 is 1/8.
        Assert.Equal(1, lowest.Lower);
        Assert.Equal(1.5, lowest.Upper!.Value, 12);
        Assert.Equal(4.5, highest.Lower!.Value, 12);
        Assert.Equal(5, highest.Upper);
    }

    [Fact]
    public void Estimate_WithoutError_IsAsItCame()
    {
        Estimate single = new()
        {
            Value = 2,
            Confidence = 0.5,
            N = 1,
            Method = IntervalMethod.None,
        };

        Assert.Null(BoundedIntervals.Estimate(null, 1, 5, 1, 100, 7));
        Assert.Equal(single, BoundedIntervals.Estimate(single, 1, 5, 1, 100, 7));
        Assert.Equal(single with { StandardError = 1 }, BoundedIntervals.Estimate(single with { StandardError = 1 }, 1, 5, 1, 100, 7));
    }

    // The distances of the limits from the values, added in squares.
    [Fact]
    public void Change_HasTheLimitsOfBothRecovered()
    {
        Estimate now = Of(4, 0.3, smallest: 1, largest: 100), before = Of(2, 0.4, smallest: 1, largest: 100);
        Change change = BoundedIntervals.Change(now, before, 1, 5, AtQuartiles)!.Value;

        Assert.Equal(2, change.Difference);
        Assert.Equal(2 - Math.Sqrt(Math.Pow(4 - now.Lower!.Value, 2) + Math.Pow(before.Upper!.Value - 2, 2)), change.Lower!.Value, 12);
        Assert.Equal(2 + Math.Sqrt(Math.Pow(now.Upper!.Value - 4, 2) + Math.Pow(2 - before.Lower!.Value, 2)), change.Upper!.Value, 12);
        Assert.Equal(0.5, change.StandardError!.Value, 12);
        Assert.Equal((IntervalMethod.Mover, AtQuartiles, EstimateFlags.None), (change.Method, change.Confidence, change.Flags));
        Assert.InRange(change.PValue!.Value, 0.001, 0.3);

        foreach ((Estimate a, Estimate b) in new[] { (now, Of(2, 0, 1, 100)), (Of(4, 0, 1, 100), before) })
        {
            (Estimate one, Estimate other) = (Alike(a), Alike(b));
            Assert.Equal(EstimateFlags.ZeroVariance, BoundedIntervals.Change(one, other, 1, 5, AtQuartiles)!.Value.Flags);
        }

        static Estimate Alike(Estimate estimate) => estimate.StandardError == 0 ? estimate.With(EstimateFlags.ZeroVariance) : estimate;
    }

    [Fact]
    public void Change_WithoutASize_HasNoLimits()
    {
        Estimate now = Of(4, 0.3, smallest: 1, largest: 100), single = now with { Value = 1.5, EffectiveN = null };
        foreach (Change change in new[] { BoundedIntervals.Change(now, single, 1, 5, 0.5)!.Value, BoundedIntervals.Change(single, now, 1, 5, 0.5)!.Value })
        {
            Assert.Equal(2.5, Math.Abs(change.Difference));
            Assert.Null(change.Lower);
            Assert.Equal((IntervalMethod.None, EstimateFlags.SingleObservation, 0.5), (change.Method, change.Flags, change.Confidence));
        }

        Assert.Null(BoundedIntervals.Change(null, now, 1, 5, 0.5));
        Assert.Null(BoundedIntervals.Change(now, null, 1, 5, 0.5));
    }

    private static Estimate Of(double value, double error, double smallest, double largest, double alike = 7)
    {
        Estimate linearised = new()
        {
            Value = value,
            Confidence = AtQuartiles,
            N = 9,
            Method = IntervalMethod.StudentT,
            StandardError = error,
            DegreesOfFreedom = 1,
            Flags = EstimateFlags.Skewed,
        };
        return BoundedIntervals.Estimate(linearised, 1, 5, smallest, largest, alike)!.Value;
    }

    // The shares p with (share - p)² = p (1 - p) / n.
    private static (double Lower, double Upper) Wilson(double share, double n)
    {
        double centre = (share + 1 / (2 * n)) / (1 + 1 / n), half = Math.Sqrt(centre * centre - share * share / (1 + 1 / n));
        return (centre - half, centre + half);
    }
}
