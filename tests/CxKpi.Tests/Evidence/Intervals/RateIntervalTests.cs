using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class RateIntervalTests
{
    // The exact limits of a Poisson count, as in F. Garwood, Biometrika 28 (1936), 437-442.
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.025, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    public void Garwood_TableOfLimits_Agrees(long events, double lower, double upper)
    {
        Estimate estimate = new RateTally(events, 1).Estimate()!.Value;

        Assert.Equal(lower, estimate.Lower!.Value, 3);
        Assert.Equal(upper, estimate.Upper!.Value, 3);
        Assert.Equal(IntervalMethod.Garwood, estimate.Method);
        Assert.Equal(events == 0 ? EstimateFlags.Boundary : EstimateFlags.None, estimate.Flags);
    }

    [Fact]
    public void Score_SaysItsName()
    {
        Assert.Equal(IntervalMethod.Score, new RateTally(3, 10).Estimate(method: RateInterval.Score)!.Value.Method);
        Assert.Equal(0, new RateTally(0, 10).Estimate(method: RateInterval.Score)!.Value.Lower);
    }

    [Fact]
    public void Garwood_ManyEvents_DoesNotFail() =>
        Assert.InRange(new RateTally(15_557, 1).Estimate(0.998)!.Value.Upper!.Value, 15_557, 16_000);

    [Fact]
    public void Estimate_UnnamedMethod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("method", () => new RateTally(3, 10).Estimate(method: (RateInterval)7));

    [Fact]
    public void ChangeFrom_EqualRates_IsNoEvidence()
    {
        Change change = new RateTally(10, 100).ChangeFrom(new RateTally(20, 200))!.Value;

        Assert.Equal(0, change.Difference);
        Assert.Equal(1, change.PValue!.Value, 12);
        Assert.Equal(ChangeVerdict.NoEvidence, change.Verdict);
    }
}

public class RateIntervalLaws
{
    private static Gen<(RateTally Tally, RateInterval Method, double Confidence)> Case =>
        from tally in Some.Rate
        from method in Gen.Elements(Enum.GetValues<RateInterval>())
        from confidence in Some.Confidence
        select (tally, method, confidence);

    [Property]
    public Property TheIntervalContainsTheRateAndIsNeverNegative() =>
        Law.ForAll(
            Case,
            x => x.Tally.Estimate(x.Confidence, x.Method) is { } estimate
                && estimate.Lower >= 0
                && estimate.Lower <= estimate.Value
                && estimate.Upper >= estimate.Value);

    [Property]
    public Property OneMoreEventNeverLowersALimit() =>
        Law.ForAll(Case, x =>
        {
            Estimate one = x.Tally.Estimate(x.Confidence, x.Method)!.Value;
            Estimate next = new RateTally(x.Tally.Events + 1, x.Tally.Exposure).Estimate(x.Confidence, x.Method)!.Value;
            return next.Lower >= one.Lower && next.Upper > one.Upper;
        });

    [Property]
    public Property TheUnitOfExposureScalesTheInterval() =>
        Law.ForAll(Case, x =>
        {
            Estimate one = x.Tally.Estimate(x.Confidence, x.Method)!.Value;
            Estimate perThousand = new RateTally(x.Tally.Events, x.Tally.Exposure / 1000).Estimate(x.Confidence, x.Method)!.Value;
            return Math.Abs(perThousand.Upper!.Value - 1000 * one.Upper!.Value) <= 1e-9 * perThousand.Upper;
        });

    [Property]
    public Property MoreConfidenceHoldsTheNarrowerInterval() =>
        Law.ForAll(Case, x =>
        {
            Estimate narrow = x.Tally.Estimate(0.8, x.Method)!.Value, wide = x.Tally.Estimate(0.99, x.Method)!.Value;
            return wide.Lower <= narrow.Lower && wide.Upper >= narrow.Upper;
        });

    [Property]
    public bool SwappingNegatesTheDifferenceAndMirrorsItsLimits(RateTally a, RateTally b)
    {
        Change forth = a.ChangeFrom(b)!.Value, back = b.ChangeFrom(a)!.Value;
        return Math.Abs(forth.Lower!.Value + back.Upper!.Value) < 1e-9 * (1 + Math.Abs(forth.Lower.Value))
            && Math.Abs(forth.PValue!.Value - back.PValue!.Value) < 1e-9;
    }
}
