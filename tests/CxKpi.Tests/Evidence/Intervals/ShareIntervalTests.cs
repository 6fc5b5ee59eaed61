using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class ShareIntervalTests
{
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), 857-872, table I.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedTable_Agrees(long count, long total, double lower, double upper)
    {
        Estimate estimate = new ShareTally(count, total).Estimate()!.Value;

        Assert.Equal(lower, estimate.Lower!.Value, 4);
        Assert.Equal(upper, estimate.Upper!.Value, 4);
    }

    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void ClopperPearson_PublishedTable_Agrees(long count, long total, double lower, double upper)
    {
        Estimate estimate = new ShareTally(count, total).Estimate(method: ShareInterval.ClopperPearson)!.Value;

        Assert.Equal(lower, estimate.Lower!.Value, 4);
        Assert.Equal(upper, estimate.Upper!.Value, 4);
    }

    [Theory]
    [InlineData(81, 263, 0.2535, 0.3682)]
    [InlineData(15, 148, 0.0598, 0.1644)]
    [InlineData(0, 20, 0, 0.2005)]
    [InlineData(1, 29, 0.0018, 0.1963)]
    public void WilsonContinuity_PublishedTable_Agrees(long count, long total, double lower, double upper)
    {
        Estimate estimate = new ShareTally(count, total).Estimate(method: ShareInterval.WilsonContinuity)!.Value;

        Assert.Equal(lower, estimate.Lower!.Value, 4);
        Assert.Equal(upper, estimate.Upper!.Value, 4);
    }

    // R 4.2: qchisq(0.05, 2 * x) / 2 / n.
    [Theory]
    [InlineData(1, 10, 0.0051293294387550533)]
    [InlineData(2, 50, 0.007107230213973241)]
    [InlineData(3, 100, 0.0081769144716395334)]
    public void ModifiedWilson_UpToThreeCases_HasTheLimitOfRareEvents(long count, long total, double lower)
    {
        Estimate rare = new ShareTally(count, total).Estimate(method: ShareInterval.ModifiedWilson)!.Value;
        Estimate frequent = new ShareTally(total - count, total).Estimate(method: ShareInterval.ModifiedWilson)!.Value;

        Assert.Equal(lower, rare.Lower!.Value, 14);
        Assert.Equal(1 - lower, frequent.Upper!.Value, 14);
        Assert.Equal(new ShareTally(count, total).Estimate()!.Value.Upper, rare.Upper);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 50)]
    [InlineData(4, 100)]
    [InlineData(50, 100)]
    public void ModifiedWilson_MoreCasesOrNone_IsWilson(long count, long total)
    {
        Estimate modified = new ShareTally(count, total).Estimate(method: ShareInterval.ModifiedWilson)!.Value;
        Estimate wilson = new ShareTally(count, total).Estimate()!.Value;

        Assert.Equal((wilson.Lower, wilson.Upper), (modified.Lower, modified.Upper));
    }

    [Theory]
    [InlineData(ShareInterval.Wilson, IntervalMethod.Wilson)]
    [InlineData(ShareInterval.WilsonContinuity, IntervalMethod.WilsonContinuity)]
    [InlineData(ShareInterval.AgrestiCoull, IntervalMethod.AgrestiCoull)]
    [InlineData(ShareInterval.ClopperPearson, IntervalMethod.ClopperPearson)]
    [InlineData(ShareInterval.Jeffreys, IntervalMethod.Jeffreys)]
    [InlineData(ShareInterval.MidP, IntervalMethod.MidP)]
    [InlineData(ShareInterval.Wald, IntervalMethod.Wald)]
    [InlineData(ShareInterval.ModifiedWilson, IntervalMethod.ModifiedWilson)]
    public void Estimate_EachMethod_SaysItsName(ShareInterval method, IntervalMethod name)
    {
        Estimate estimate = new ShareTally(7, 10).Estimate(0.9, method)!.Value;

        Assert.Equal(name, estimate.Method);
        Assert.Equal(0.7, estimate.Value);
        Assert.Equal(0.9, estimate.Confidence);
        Assert.Equal(10, estimate.N);
        Assert.Null(estimate.EffectiveN);
        Assert.True(estimate.Lower < 0.7 && estimate.Upper > 0.7);
    }

    [Fact]
    public void Estimate_UnnamedMethod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("method", () => new ShareTally(7, 10).Estimate(method: (ShareInterval)99));

    [Fact]
    public void Estimate_NothingLookedAt_IsNullForEveryMethod()
    {
        foreach (ShareInterval method in Enum.GetValues<ShareInterval>())
        {
            Assert.Null(default(ShareTally).Estimate(0.95, method));
        }
    }

    [Fact]
    public void Estimate_WholePopulation_HasNoWidth()
    {
        Estimate census = new ShareTally(7, 10).Estimate(population: 10)!.Value;

        Assert.Equal((0.7, 0.7), (census.Lower, census.Upper));
        Assert.Equal(EstimateFlags.Census, census.Flags);
        Assert.Equal(0, census.StandardError);
    }

    [Fact]
    public void Estimate_FinitePopulation_CountsAsALargerSample()
    {
        // 300 of 400: the variance shrinks to a quarter, as with four times the answers.
        Estimate estimate = new ShareTally(210, 300).Estimate(population: 400)!.Value;
        Estimate larger = new ShareTally(840, 1200).Estimate()!.Value;

        Assert.Equal(1200, estimate.EffectiveN!.Value, 9);
        Assert.Equal(300, estimate.N);
        Assert.Equal(larger.Lower!.Value, estimate.Lower!.Value, 12);
        Assert.Equal(larger.Upper!.Value, estimate.Upper!.Value, 12);
    }

    [Fact]
    public void Estimate_PopulationSmallerThanSample_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("population", () => new ShareTally(7, 10).Estimate(population: 9));

    [Theory]
    [InlineData(ShareInterval.ClopperPearson)]
    [InlineData(ShareInterval.MidP)]
    public void Estimate_ExactMethodWithPopulation_Throws(ShareInterval method) =>
        Assert.Throws<ArgumentException>("population", () => new ShareTally(7, 10).Estimate(0.95, method, 100));

    // With the variance and the freedom of ten plain answers the size is ten, and the limits are those of Clopper and Pearson.
    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(10)]
    public void KornGraubard_OfPlainAnswers_IsClopperPearson(long count)
    {
        double share = count / 10.0;
        (double lower, double upper) = ShareIntervals.KornGraubard(share, 10, 0.025);
        Estimate exact = new ShareTally(count, 10).Estimate(method: ShareInterval.ClopperPearson)!.Value;

        Assert.Equal(exact.Lower!.Value, lower, 12);
        Assert.Equal(exact.Upper!.Value, upper, 12);
    }

    // Freedom that is lost shrinks the size by the square of the quotient of Student's quantiles: of 9 degrees 2.262157, and of 3 3.182446.
    [Fact]
    public void KornGraubard_OfLessFreedom_HasASmallerSize()
    {
        (double plain, double lower, double upper) = ShareIntervals.KornGraubard(0.3, 0.021, 10, 9, 0.95);
        (double size, double less, double more) = ShareIntervals.KornGraubard(0.3, 0.021, 10, 3, 0.95);

        Assert.Equal(10, plain, 12);
        Assert.Equal(10 * Math.Pow(2.262157 / 3.182446, 2), size, 1e-5);
        Assert.Equal(ShareIntervals.KornGraubard(0.3, 10, 0.025).Lower, lower, 12);
        Assert.Equal(ShareIntervals.KornGraubard(0.3, 10, 0.025).Upper, upper, 12);
        Assert.InRange(less, 0.01, lower - 0.01);
        Assert.InRange(more, upper + 0.01, 0.99);
    }

    [Fact]
    public void Estimate_NobodyOrEverybody_IsFlagged()
    {
        Assert.Equal(EstimateFlags.Boundary, new ShareTally(0, 10).Estimate()!.Value.Flags);
        Assert.Equal(EstimateFlags.Boundary, new ShareTally(10, 10).Estimate()!.Value.Flags);
        Assert.Equal(0, new ShareTally(0, 10).Estimate()!.Value.Lower);
        Assert.Equal(1, new ShareTally(10, 10).Estimate()!.Value.Upper);
        Assert.Equal(EstimateFlags.Clipped, new ShareTally(1, 5).Estimate(method: ShareInterval.Wald)!.Value.Flags);
    }

    [Fact]
    public void ClopperPearson_NobodyAtTinyError_KeepsItsDigits() =>
        Assert.Equal(1 - Math.Exp(Math.Log(0.5e-7) / 1000), new ShareTally(0, 1000).Estimate(1 - 1e-7, ShareInterval.ClopperPearson)!.Value.Upper!.Value, 10);
}

public class ShareIntervalLaws
{
    private static readonly ShareInterval[] AroundTheValue =
    [
        ShareInterval.Wilson,
        ShareInterval.WilsonContinuity,
        ShareInterval.ClopperPearson,
        ShareInterval.MidP,
    ];

    private static Gen<ShareTally> Sample =>
        from total in Gen.Frequency((3, Gen.Choose(1, 40)), (1, Gen.Choose(41, 3000)))
        from count in Gen.Choose(0, total)
        select new ShareTally(count, total);

    private static Gen<(ShareTally Tally, ShareInterval Method, double Confidence)> Case(params ShareInterval[] methods) =>
        from tally in Sample
        from method in Gen.Elements(methods.Length == 0 ? Enum.GetValues<ShareInterval>() : methods)
        from confidence in Some.Confidence
        select (tally, method, confidence);

    [Property]
    public Property EveryIntervalLiesIn0To1InOrder() =>
        Law.ForAll(Case(), x => Limits(x.Tally, x.Method, x.Confidence) is var (lower, upper) && lower >= 0 && upper <= 1 && lower <= upper);

    [Property]
    public Property ScoreAndExactIntervalsContainTheShare() =>
        Law.ForAll(
            Case(AroundTheValue),
            x => Limits(x.Tally, x.Method, x.Confidence) is var (lower, upper) && lower <= x.Tally.Value && upper >= x.Tally.Value);

    [Property]
    public Property OneMoreHitNeverLowersALimit() =>
        Law.ForAll(Case().Where(x => x.Tally.Rest > 0 && x.Method != ShareInterval.Wald), x =>
        {
            (double lower, double upper) = Limits(x.Tally, x.Method, x.Confidence);
            (double nextLower, double nextUpper) = Limits(new(x.Tally.Count + 1, x.Tally.N), x.Method, x.Confidence);
            return nextLower >= lower - 1e-12 && nextUpper >= upper - 1e-12;
        });

    [Property]
    public Property TheComplementMirrorsTheInterval() =>
        Law.ForAll(Case(), x =>
        {
            (double lower, double upper) = Limits(x.Tally, x.Method, x.Confidence);
            (double mirroredLower, double mirroredUpper) = Limits(x.Tally.Complement(), x.Method, x.Confidence);
            return Math.Abs(lower - (1 - mirroredUpper)) < 1e-10 && Math.Abs(upper - (1 - mirroredLower)) < 1e-10;
        });

    [Property]
    public Property MoreConfidenceHoldsTheNarrowerInterval() =>
        Law.ForAll(Case().Zip(Some.Confidence), x =>
        {
            ((ShareTally tally, ShareInterval method, double one), double other) = x;
            (double lower, double upper) = Limits(tally, method, Math.Min(one, other));
            (double wideLower, double wideUpper) = Limits(tally, method, Math.Max(one, other));
            return wideLower <= lower + 1e-12 && wideUpper >= upper - 1e-12;
        });

    /// <summary>Not for Wald, of no width at a share of 0 or 1, nor for the modified Wilson, which takes another limit for the fewest counts.</summary>
    [Property]
    public Property FourTimesTheSampleNarrowsTheInterval() =>
        Law.ForAll(Case().Where(x => x.Method is not (ShareInterval.Wald or ShareInterval.ModifiedWilson)), x =>
            Width(new(4 * x.Tally.Count, 4 * x.Tally.N), x.Method, x.Confidence) <= Width(x.Tally, x.Method, x.Confidence) + 1e-12);

    [Property]
    public Property TheExactIntervalHoldsTheMidPInterval() =>
        Law.ForAll(Case(), x =>
        {
            (double lower, double upper) = Limits(x.Tally, ShareInterval.ClopperPearson, x.Confidence);
            (double midLower, double midUpper) = Limits(x.Tally, ShareInterval.MidP, x.Confidence);
            return lower <= midLower + 1e-12 && upper >= midUpper - 1e-12;
        });

    [Property]
    public Property TheExactLimitsLeaveHalfOfTheErrorBeyondTheCount() =>
        Law.ForAll(Case().Where(x => x.Tally.Count > 0), x =>
        {
            double lower = Limits(x.Tally, ShareInterval.ClopperPearson, x.Confidence).Lower, tail = (1 - x.Confidence) / 2;
            return Math.Abs(BinomialDistribution.AtLeast(x.Tally.Count, x.Tally.N, lower) - tail) <= 1e-9 * tail;
        });

    [Property]
    public Property TheWilsonLimitsAreTheSharesWhoseScoreIsTheCriticalValue() =>
        Law.ForAll(Case(ShareInterval.Wilson).Where(x => x.Tally.Count > 0), x =>
        {
            double lower = Limits(x.Tally, x.Method, x.Confidence).Lower, value = x.Tally.Value!.Value;
            double score = (value - lower) / Math.Sqrt(lower * (1 - lower) / x.Tally.N);
            return Math.Abs(score - NormalDistribution.CriticalValue(x.Confidence)) < 1e-6;
        });

    [Property]
    public Property AKnownPopulationNeverWidensTheInterval() =>
        Law.ForAll(Case(ShareInterval.Wilson, ShareInterval.AgrestiCoull, ShareInterval.Jeffreys).Zip(Gen.Choose(0, 5000)), x =>
        {
            ((ShareTally tally, ShareInterval method, double confidence), int rest) = x;
            Estimate estimate = tally.Estimate(confidence, method, tally.N + rest)!.Value;
            return estimate.Upper - estimate.Lower <= Width(tally, method, confidence) + 1e-12;
        });

    private static double Width(ShareTally tally, ShareInterval method, double confidence) =>
        Limits(tally, method, confidence) is var (lower, upper) ? upper - lower : 0;

    private static (double Lower, double Upper) Limits(ShareTally tally, ShareInterval method, double confidence)
    {
        Estimate estimate = tally.Estimate(confidence, method)!.Value;
        return (estimate.Lower!.Value, estimate.Upper!.Value);
    }
}
