using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

/// <summary>Limits of quotients, each by what it is defined to be.</summary>
public class LimitsOfRatiosTests
{
    // P. Koopman, Confidence Intervals for the Ratio of Two Binomial Proportions, Biometrics 40 (1984): 36 of 40 against 16 of 80.
    [Fact]
    public void Koopman_PublishedExample_Agrees()
    {
        (double lower, double upper) = new KoopmanLimits(new(36, 40), new(16, 80)).At(0.025);

        Assert.Equal(2.94, lower, 0.005);
        Assert.Equal(7.15, upper, 0.005);
    }

    [Fact]
    public void Koopman_NoneOrAll_HasAnEnd()
    {
        ShareTally none = new(0, 20), some = new(5, 30), all = new(20, 20);

        Assert.Equal(0, new KoopmanLimits(none, some).At(0.025).Lower);
        Assert.InRange(new KoopmanLimits(none, some).At(0.025).Upper, 0.1, 2);
        Assert.Equal(double.PositiveInfinity, new KoopmanLimits(some, none).At(0.025).Upper);
        Assert.Equal(1 / new KoopmanLimits(none, some).At(0.025).Upper, new KoopmanLimits(some, none).At(0.025).Lower, 9);
        Assert.Equal((0, double.PositiveInfinity), new KoopmanLimits(none, none).At(0.025));

        // All of 20 against all of 20: the quotient that is rejected by z leaves z²/(20 + z²) out.
        double z2 = Math.Pow(NormalDistribution.CriticalValue(0.95), 2);
        Assert.Equal(20 / (20 + z2), new KoopmanLimits(all, all).At(0.025).Lower, 9);
        Assert.Equal((20 + z2) / 20, new KoopmanLimits(all, all).At(0.025).Upper, 9);
    }

    // At the limits of the quotient, the share of events that falls to the first leaves the tail beyond its count.
    [Theory]
    [InlineData(7, 10, 4, 25)]
    [InlineData(1, 10, 9, 2.5)]
    [InlineData(30, 1000, 30, 1000)]
    public void ConditionalRate_LeavesTheTailBeyondTheEvents(long events, double exposure, long baseEvents, double baseExposure)
    {
        (double lower, double upper) = new ConditionalRateLimits(new(events, (decimal)exposure), new(baseEvents, (decimal)baseExposure)).At(0.05);

        Assert.Equal(0.05, BinomialDistribution.AtLeast(events, events + baseEvents, Share(lower)), 1e-9);
        Assert.Equal(0.05, BinomialDistribution.Cdf(events, events + baseEvents, Share(upper)), 1e-9);

        double Share(double ratio) => ratio * exposure / (ratio * exposure + baseExposure);
    }

    // Of 5 events all or none are the first's: its share is at least, or at most, one whose fifth power is the tail.
    [Fact]
    public void ConditionalRate_NoEvents_HasAnEnd()
    {
        double share = Math.Pow(0.05, 1 / 5.0);

        Assert.Equal((0, double.PositiveInfinity), new ConditionalRateLimits(new(0, 10), new(0, 20)).At(0.05));
        Assert.Equal(double.PositiveInfinity, new ConditionalRateLimits(new(5, 10), new(0, 20)).At(0.05).Upper);
        Assert.Equal(2 * share / (1 - share), new ConditionalRateLimits(new(5, 10), new(0, 20)).At(0.05).Lower, 12);
        Assert.Equal(0, new ConditionalRateLimits(new(0, 20), new(5, 10)).At(0.05).Lower);
        Assert.Equal((1 - share) / share / 2, new ConditionalRateLimits(new(0, 20), new(5, 10)).At(0.05).Upper, 12);
    }

    // The quartile of Student's distribution of one degree of freedom is 1.
    [Fact]
    public void LogMean_IsTheValueTimesAFactorAndOverIt()
    {
        (double lower, double upper) = new LogMeanLimits(Value: 10, Error: 2, Freedom: 1).At(0.25);

        Assert.Equal(10 * Math.Exp(-0.2), lower, 12);
        Assert.Equal(10 * Math.Exp(0.2), upper, 12);
    }
}

public class LimitsOfRatiosLaws
{
    private static Gen<(ShareTally A, ShareTally B)> Shares =>
        from a in Gen.Choose(1, 60)
        from b in Gen.Choose(1, 60)
        from hits in Gen.Choose(1, 60)
        from baseHits in Gen.Choose(1, 60)
        select (new ShareTally(Math.Min(hits, a), a), new ShareTally(Math.Min(baseHits, b), b));

    // The chi-square distance of both counts from the likeliest shares of that quotient.
    [Property]
    public Property AtAKoopmanLimitTheScoreIsTheCriticalValue() => Law.ForAll(Shares, x =>
    {
        double critical = Math.Pow(NormalDistribution.CriticalValue(0.9), 2);
        (double lower, double upper) = new KoopmanLimits(x.A, x.B).At(0.05);
        double ratio = x.A.Value!.Value / x.B.Value!.Value;
        return lower < ratio && upper > ratio
            && Math.Abs(Distance(x.A, x.B, lower) - critical) < 1e-4
            && Math.Abs(Distance(x.A, x.B, upper) - critical) < 1e-4;
    });

    private static double Distance(ShareTally a, ShareTally b, double ratio)
    {
        double from = 0, to = Math.Min(1, 1 / ratio);
        for (int i = 0; i < 200; i++)
        {
            double left = from + (to - from) / 3, right = to - (to - from) / 3;
            (from, to) = Likelihood(left) < Likelihood(right) ? (left, to) : (from, right);
        }

        double other = (from + to) / 2, share = Math.Min(1, ratio * other);
        return Squared(a, share) + Squared(b, other);

        double Likelihood(double p) => Log(a, ratio * p) + Log(b, p);

        static double Log(ShareTally tally, double p) =>
            (tally.Count == 0 ? 0 : tally.Count * Math.Log(p)) + (tally.Rest == 0 ? 0 : tally.Rest * Math.Log(Math.Max(double.Epsilon, 1 - p)));

        static double Squared(ShareTally tally, double p) =>
            p is <= 0 or >= 1 ? 0 : Math.Pow(tally.Count - tally.N * p, 2) / (tally.N * p * (1 - p));
    }
}
