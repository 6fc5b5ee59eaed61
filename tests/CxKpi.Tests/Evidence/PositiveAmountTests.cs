namespace CxKpi.Tests.Evidence;

/// <summary>Means of amounts above 0 have limits on the scale of logarithms.</summary>
public class PositiveAmountTests
{
    // The confidence whose limits are the quartiles: those of Student's distribution of one degree of freedom lie at -1 and 1.
    private const double AtQuartiles = 0.5;

    // 8 and 12: the mean is 10 and its error 2, with one degree of freedom.
    private static readonly RatioTally Two = RatioTally.FromValues([8, 12]);

    [Fact]
    public void Estimate_OfTwoRows_IsTheMeanTimesAFactorAndOverIt()
    {
        Estimate estimate = PositiveAmount.Estimate(Two, AtQuartiles)!.Value;

        Assert.Equal(10 * Math.Exp(-0.2), estimate.Lower!.Value, 12);
        Assert.Equal(10 * Math.Exp(0.2), estimate.Upper!.Value, 12);
        Assert.Equal(2, estimate.StandardError!.Value, 12);
        Assert.Equal((IntervalMethod.LogMean, 1, AtQuartiles, 2L), (estimate.Method, estimate.DegreesOfFreedom, estimate.Confidence, estimate.N));
    }

    // A variation of 0.2 makes the amounts skewed by about 0.6, of which 25 times the square are 9.5 rows; one of 0.28 makes them need 19.
    [Fact]
    public void Estimate_OfFewSkewedRows_IsFlagged()
    {
        Assert.Equal(EstimateFlags.Skewed, PositiveAmount.Estimate(Two, 0.95)!.Value.Flags);
        Assert.Equal(EstimateFlags.Skewed, PositiveAmount.Estimate(Rows(4), 0.95)!.Value.Flags);
        Assert.Equal(EstimateFlags.None, PositiveAmount.Estimate(Rows(6), 0.95)!.Value.Flags);
        Assert.Equal(EstimateFlags.ZeroVariance, PositiveAmount.Estimate(RatioTally.FromValues([8, 8]), 0.95)!.Value.Flags);

        static RatioTally Rows(int pairs) => RatioTally.FromValues(Enumerable.Range(0, 2 * pairs).Select(i => i % 2 == 0 ? 8m : 12));
    }

    [Fact]
    public void Estimate_OfLessFreedomThanRows_IsWider()
    {
        RatioTally many = RatioTally.FromValues(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 8m : 12));
        Estimate plain = PositiveAmount.Estimate(many, AtQuartiles)!.Value, few = PositiveAmount.Estimate(many, AtQuartiles, mostFreedom: 1)!.Value;

        Assert.Equal((39, 1), (plain.DegreesOfFreedom, few.DegreesOfFreedom));
        Assert.Equal(10 * Math.Exp(few.StandardError!.Value / 10), few.Upper!.Value, 12);
        Assert.True(few.Upper > plain.Upper && few.Lower < plain.Lower);
    }

    [Fact]
    public void Estimate_WithoutFreedom_HasNoLimits()
    {
        foreach (RatioTally amounts in new[] { Two, RatioTally.FromValues([-8, -12]) })
        {
            Estimate none = PositiveAmount.Estimate(amounts, 0.95, mostFreedom: 0)!.Value;

            Assert.Equal(amounts.Value, none.Value);
            Assert.Equal((null, null, null, null), (none.Lower, none.Upper, none.StandardError, none.DegreesOfFreedom));
            Assert.Equal((IntervalMethod.None, EstimateFlags.SingleObservation), (none.Method, none.Flags));
        }

        Assert.Equal(RatioTally.FromValues([8]).Estimate(), PositiveAmount.Estimate(RatioTally.FromValues([8]), 0.95));
        Assert.Null(PositiveAmount.Estimate(default, 0.95));
    }

    [Fact]
    public void Estimate_OfNothingOrLess_IsOnThePlainScale()
    {
        Assert.Equal(RatioTally.FromValues([-2, 2]).Estimate(), PositiveAmount.Estimate(RatioTally.FromValues([-2, 2]), 0.95));
        Assert.Equal(RatioTally.FromValues([-8, -12]).Estimate(), PositiveAmount.Estimate(RatioTally.FromValues([-8, -12]), 0.95));
    }

    // What is kept is what is lost, taken from one.
    [Fact]
    public void EstimateRest_IsTheMirrorImageOfWhatIsLeft()
    {
        RatioTally kept = RatioTally.FromRows([(7, 10), (9, 10), (8, 10)]);
        Estimate estimate = PositiveAmount.EstimateRest(kept, 0.9)!.Value;
        Estimate lost = PositiveAmount.Estimate(RatioTally.FromRows([(3, 10), (1, 10), (2, 10)]), 0.9)!.Value;

        Assert.Equal(0.8, estimate.Value, 12);
        Assert.Equal(1 - lost.Upper!.Value, estimate.Lower!.Value, 12);
        Assert.Equal(1 - lost.Lower!.Value, estimate.Upper!.Value, 12);
        Assert.Null(PositiveAmount.EstimateRest(default, 0.9));
    }

    // The distances of the limits from the values, added in squares.
    [Fact]
    public void Change_HasTheLimitsOfBothRecovered()
    {
        RatioTally before = RatioTally.FromValues([5, 6]);
        Estimate now = PositiveAmount.Estimate(Two, AtQuartiles)!.Value, then = PositiveAmount.Estimate(before, AtQuartiles)!.Value;
        Change change = PositiveAmount.Change(Two, before, AtQuartiles)!.Value;

        Assert.Equal(4.5, change.Difference, 12);
        Assert.Equal(4.5 - Math.Sqrt(Math.Pow(10 - now.Lower!.Value, 2) + Math.Pow(then.Upper!.Value - 5.5, 2)), change.Lower!.Value, 12);
        Assert.Equal(4.5 + Math.Sqrt(Math.Pow(now.Upper!.Value - 10, 2) + Math.Pow(5.5 - then.Lower!.Value, 2)), change.Upper!.Value, 12);
        Assert.Equal(Math.Sqrt(4.25), change.StandardError!.Value, 12);
        Assert.Equal((IntervalMethod.Mover, EstimateFlags.Skewed), (change.Method, change.Flags));
        Assert.Equal(
            EstimateFlags.Skewed | EstimateFlags.ZeroVariance,
            PositiveAmount.Change(Two, RatioTally.FromValues([5, 5]), AtQuartiles)!.Value.Flags);
        Assert.Null(PositiveAmount.Change(Two, default, AtQuartiles));
        Assert.Null(PositiveAmount.Change(default, Two, AtQuartiles));
    }

    [Fact]
    public void Change_WhereOneIsNotAboveZero_IsWelchs()
    {
        RatioTally below = RatioTally.FromValues([-5, -6]);

        Assert.Equal(IntervalMethod.Welch, PositiveAmount.Change(Two, below, 0.95)!.Value.Method);
        Assert.Equal(IntervalMethod.Welch, PositiveAmount.Change(below, Two, 0.95)!.Value.Method);
    }

    [Fact]
    public void Change_OfLessFreedom_IsOfEachSidesOwn()
    {
        RatioTally many = RatioTally.FromValues(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 8m : 12));
        Change plain = PositiveAmount.Change(many, many, 0.9)!.Value, little = PositiveAmount.Change(many, many, 0.9, mostFreedom: 2)!.Value;
        Change mirrored = PositiveAmount.Change(many, many, 0.9, mostFreedomOfBaseline: 2)!.Value;

        Assert.True(little.Lower < plain.Lower && little.Upper > plain.Upper);
        Assert.Equal(-little.Lower!.Value, mirrored.Upper!.Value, 12);
        Assert.Equal(IntervalMethod.None, PositiveAmount.Change(many, many, 0.9, mostFreedom: 0)!.Value.Method);
    }
}
