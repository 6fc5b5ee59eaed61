using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class NetIntervalTests
{
    private static readonly double Z2 = Math.Pow(NormalDistribution.CriticalValue(0.95), 2);

    // Student's quantile of one degree of freedom is 1 at the quartile: the limits are those of the normal distribution at its tail beyond 1.
    [Fact]
    public void EffectiveLimits_OfLittleFreedom_AreThoseOfStudent()
    {
        (double lower, double upper) = new EffectiveNetLimits(30, 20, 10, Freedom: 1).At(0.25);
        (double plainLower, double plainUpper) = new NetScoreLimits(new(30, 20, 10)).At(NormalDistribution.TwoSidedPValue(1) / 2);

        Assert.Equal(plainLower, lower, 9);
        Assert.Equal(plainUpper, upper, 9);
        Assert.InRange(lower, 0.2, 1 / 3.0);
        Assert.Equal((-1, 1), new EffectiveNetLimits(30, 20, 10, Freedom: 1).At(1e-8));
        Assert.InRange(new EffectiveNetLimits(30, 20, 10, Freedom: 1).At(1e-6).Lower, -1, -0.9999);
        Assert.NotEqual(-1, new EffectiveNetLimits(3e15, 2e15, 1e15, Freedom: 1).At(1e-8).Lower);
    }

    [Fact]
    public void Score_AllPromoters_HasItsClosedForm()
    {
        Estimate estimate = new NetTally(10, 0, 0).Estimate()!.Value;

        Assert.Equal(100 * (10 - Z2) / (10 + Z2), estimate.Lower!.Value, 10);
        Assert.Equal(100, estimate.Upper);
        Assert.Equal(EstimateFlags.Boundary, estimate.Flags);
    }

    [Fact]
    public void Score_AllPassives_HasItsClosedForm()
    {
        Estimate estimate = new NetTally(0, 8, 0).Estimate()!.Value;

        Assert.Equal(100 * Z2 / (8 + Z2), estimate.Upper!.Value, 10);
        Assert.Equal(-100 * Z2 / (8 + Z2), estimate.Lower!.Value, 10);
    }

    // T. Tango, Equivalence test and confidence interval for the difference in proportions for the paired-sample design,
    // Statistics in Medicine 17 (1998), 891-908; a paired difference with discordant counts 1 and 7 of 21.
    [Fact]
    public void Score_PublishedPairedDifference_Agrees()
    {
        Estimate estimate = new NetTally(1, 13, 7).Estimate()!.Value;

        Assert.Equal(-28.57, estimate.Value, 2);
        Assert.Equal(-51.7, estimate.Lower!.Value, 1);
        Assert.Equal(-2.6, estimate.Upper!.Value, 1);
    }

    [Theory]
    [InlineData(NetInterval.Score, IntervalMethod.Score)]
    [InlineData(NetInterval.AdjustedWald, IntervalMethod.AdjustedWald)]
    [InlineData(NetInterval.Wald, IntervalMethod.Wald)]
    [InlineData(NetInterval.StudentT, IntervalMethod.StudentT)]
    public void Estimate_EachMethod_SaysItsName(NetInterval method, IntervalMethod name)
    {
        Estimate estimate = new NetTally(5, 3, 2).Estimate(0.9, method)!.Value;

        Assert.Equal(name, estimate.Method);
        Assert.Equal(30, estimate.Value);
        Assert.Equal(10, estimate.N);
        Assert.Equal(method == NetInterval.StudentT ? 9 : null, estimate.DegreesOfFreedom);
        Assert.Equal(method != NetInterval.Score, estimate.StandardError is not null);
    }

    [Fact]
    public void Estimate_UnnamedMethod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("method", () => new NetTally(5, 3, 2).Estimate(method: (NetInterval)(-1)));

    [Fact]
    public void AdjustedWald_LimitBeyondTheRange_IsCutAndFlagged()
    {
        Estimate estimate = new NetTally(10, 0, 0).Estimate(method: NetInterval.AdjustedWald)!.Value;

        Assert.Equal(100, estimate.Upper);
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.Clipped));
    }

    [Fact]
    public void StudentT_OneAnswer_HasNoLimits()
    {
        Estimate estimate = new NetTally(1, 0, 0).Estimate(method: NetInterval.StudentT)!.Value;

        Assert.Null(estimate.Lower);
        Assert.Null(estimate.Upper);
        Assert.Equal(EstimateFlags.SingleObservation, estimate.Flags);
    }

    [Fact]
    public void Estimate_WholePopulation_HasNoWidth()
    {
        foreach (NetInterval method in Enum.GetValues<NetInterval>())
        {
            Estimate census = new NetTally(40, 40, 20).Estimate(0.95, method, 100)!.Value;

            Assert.Equal((20, 20), (census.Lower, census.Upper));
            Assert.Equal(EstimateFlags.Census, census.Flags);
        }
    }

    // The counts stand for as many answers as an endless population would have needed: 10 of 40 for 40/3.
    [Fact]
    public void AdjustedWald_OfAPart_AddsItsThreeAnswersToTheEffectiveOnes()
    {
        Estimate part = new NetTally(5, 3, 2).Estimate(0.95, NetInterval.AdjustedWald, population: 40)!.Value;
        double p = 5 / 0.75 + 0.75, q = 3 / 0.75 + 1.5, d = 2 / 0.75 + 0.75, n = p + q + d, centre = (p - d) / n;
        double error = Math.Sqrt((p * (1 - centre) * (1 - centre) + q * centre * centre + d * (-1 - centre) * (-1 - centre)) / n / n);

        Assert.Equal(100 * (centre - Math.Sqrt(Z2) * error), part.Lower!.Value, 10);
        Assert.Equal(100 * (centre + Math.Sqrt(Z2) * error), part.Upper!.Value, 10);
        Assert.Equal(100 * error, part.StandardError!.Value, 10);
        Assert.Equal((10, 30.0), (part.N, part.Value));
    }

    [Fact]
    public void Estimate_OfAPart_HasTheErrorOfTheRest()
    {
        // Five of ten for, two against: squares 0.7 less 0.09 leave a variance of 0.61; 30 of 40 were not asked.
        NetTally tally = new(5, 3, 2);
        foreach (NetInterval method in Enum.GetValues<NetInterval>())
        {
            Estimate part = tally.Estimate(0.95, method, population: 40)!.Value;
            Assert.Equal(10 / 0.75, part.EffectiveN!.Value, 12);
            Assert.Equal(1e4 * 0.61 * 0.75, part.UnitVariance!.Value, 8);
            Assert.Null(tally.Estimate(0.95, method)!.Value.EffectiveN);
        }

        double error = 100 * Math.Sqrt(0.61 / 9 * 0.75);
        Around(tally.Estimate(0.95, NetInterval.StudentT, 40)!.Value, StudentTDistribution.CriticalValue(0.95, 9));
        Around(tally.Estimate(0.95, NetInterval.Wald, 40)!.Value, Math.Sqrt(Z2));
        Assert.Equal(100 * Math.Sqrt(0.061), tally.Estimate(0.95, NetInterval.Wald)!.Value.StandardError!.Value, 10);

        void Around(Estimate part, double quantile)
        {
            Assert.Equal(30 - quantile * error, part.Lower!.Value, 10);
            Assert.Equal(30 + quantile * error, part.Upper!.Value, 10);
            Assert.Equal(error, part.StandardError!.Value, 10);
        }
    }

    [Theory]
    [InlineData(NetInterval.Score, EstimateFlags.None)]
    [InlineData(NetInterval.Wald, EstimateFlags.ZeroVariance)]
    [InlineData(NetInterval.AdjustedWald, EstimateFlags.ZeroVariance)]
    public void Estimate_OneAnswerOfMany_HasLimits(NetInterval method, EstimateFlags flags)
    {
        Estimate one = new NetTally(0, 1, 0).Estimate(0.95, method, population: 5)!.Value;

        Assert.Equal((0, 1, flags), (one.Value, one.N, one.Flags));
        Assert.Equal(1.25, one.EffectiveN!.Value, 12);
        Assert.Equal(-one.Lower!.Value, one.Upper!.Value, 1e-9);
        Assert.Equal(method == NetInterval.Wald, one.Upper == 0);
    }

    [Fact]
    public void Estimate_PopulationSmallerThanSample_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("population", () => new NetTally(5, 3, 2).Estimate(population: 9));

    [Fact]
    public void Estimate_NobodyAnswered_IsNullForEveryMethod()
    {
        foreach (NetInterval method in Enum.GetValues<NetInterval>())
        {
            Assert.Null(default(NetTally).Estimate(0.95, method));
        }
    }
}

public class NetIntervalLaws
{
    private static Gen<NetTally> Sample => Some.Net.Where(x => x.N > 0);

    [Property]
    public Property TheScoreIntervalContainsTheScoreAndStaysInRange() =>
        Law.ForAll(Sample.Zip(Some.Confidence), x => Limits(x.Item1, x.Item2) is var (lower, upper)
            && lower >= -100 && upper <= 100 && lower <= x.Item1.Value + 1e-9 && upper >= x.Item1.Value - 1e-9);

    [Property]
    public Property SwappingForAndAgainstMirrorsEveryInterval() =>
        Law.ForAll(Sample.Zip(Gen.Elements(Enum.GetValues<NetInterval>())), x =>
        {
            Estimate one = x.Item1.Estimate(0.95, x.Item2)!.Value;
            Estimate other = new NetTally(x.Item1.Negative, x.Item1.Neutral, x.Item1.Positive).Estimate(0.95, x.Item2)!.Value;
            return one.Lower is null
                ? other.Upper is null
                : Math.Abs(one.Lower.Value + other.Upper!.Value) < 1e-9 && Math.Abs(one.Upper!.Value + other.Lower!.Value) < 1e-9;
        });

    [Property]
    public Property APassiveWhoTurnsPromoterNeverLowersALimit() =>
        Law.ForAll(Sample.Where(x => x.Neutral > 0), x =>
        {
            (double lower, double upper) = Limits(x, 0.95);
            (double nextLower, double nextUpper) = Limits(new(x.Positive + 1, x.Neutral - 1, x.Negative), 0.95);
            return nextLower >= lower - 1e-9 && nextUpper >= upper - 1e-9;
        });

    [Property]
    public Property MoreConfidenceHoldsTheNarrowerInterval() =>
        Law.ForAll(Sample.Zip(Some.Confidence.Two()), x =>
        {
            (double lower, double upper) = Limits(x.Item1, Math.Min(x.Item2.Item1, x.Item2.Item2));
            (double wideLower, double wideUpper) = Limits(x.Item1, Math.Max(x.Item2.Item1, x.Item2.Item2));
            return wideLower <= lower + 1e-9 && wideUpper >= upper - 1e-9;
        });

    [Property]
    public Property FourTimesTheSampleNarrowsTheInterval() =>
        Law.ForAll(Sample, x =>
        {
            (double lower, double upper) = Limits(x, 0.95);
            (double nearLower, double nearUpper) = Limits(new(4 * x.Positive, 4 * x.Neutral, 4 * x.Negative), 0.95);
            return nearUpper - nearLower <= upper - lower + 1e-9;
        });

    [Property]
    public Property NoSampleIsCertain() =>
        Law.ForAll(Sample, x => Limits(x, 0.95) is var (lower, upper) && upper > lower);

    [Property]
    public Property AKnownPopulationNeverWidensTheInterval() =>
        Law.ForAll(Sample.Zip(Gen.Choose(0, 10_000)), x =>
        {
            (double lower, double upper) = Limits(x.Item1, 0.95);
            Estimate estimate = x.Item1.Estimate(population: x.Item1.N + x.Item2)!.Value;
            return estimate.Upper - estimate.Lower <= upper - lower + 1e-9;
        });

    [Property]
    public Property TheVarianceEqualsThatOfTheCodedAnswers() =>
        Law.ForAll(Sample, x =>
        {
            double mean = x.Value!.Value, n = x.N;
            double slow = (x.Positive * Math.Pow(100 - mean, 2) + x.Neutral * mean * mean + x.Negative * Math.Pow(-100 - mean, 2)) / n;
            return Math.Abs(slow - x.Variance!.Value) <= 1e-9 * (1 + slow);
        });

    private static (double Lower, double Upper) Limits(NetTally tally, double confidence)
    {
        Estimate estimate = tally.Estimate(confidence)!.Value;
        return (estimate.Lower!.Value, estimate.Upper!.Value);
    }
}
