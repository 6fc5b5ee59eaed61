using System.Text.Json;
using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Planning;

public class SampleSizesTests
{
    [Fact]
    public void ForMargin_HalfThePeople_IsTheTextbooksNumber()
    {
        Assert.Equal(385, SampleSizes.ForMargin(PlanningValue.Share(), 0.05).N);
        Assert.Equal("n = 292 of 1,200", SampleSizes.ForMargin(PlanningValue.Share(), 0.05, population: 1200).ToString());
        Assert.Equal(3209, SampleSizes.ForMargin(PlanningValue.Share(), 0.05).Invitations(0.12));
        Assert.Equal(538, SampleSizes.ForMargin(PlanningValue.Share(), 0.05, designEffect: 1.4).N);
    }

    /// <summary>Of one person the size is that person, however little is asked, and none where nothing varies.</summary>
    [Theory]
    [InlineData(0.5, 0.05, 1)]
    [InlineData(1e-20, 0.5, 1)]
    [InlineData(1e-300, 1e6, 1)]
    [InlineData(0.0, 0.5, 0)]
    public void ForMargin_OfOnePerson_IsThatPerson(double share, double margin, long n)
    {
        SampleSize size = SampleSizes.ForMargin(PlanningValue.Share(share), margin, population: 1);

        Assert.Equal(n, size.N);
        Assert.Equal(n, size.Exact);
        Assert.Equal(2 * n, size.Invitations(0.5));
    }

    [Fact]
    public void ForMargin_Mean_KeepsItsPromiseWithStudentsQuantile()
    {
        SampleSize size = SampleSizes.ForMargin(PlanningValue.Mean(1.2), 0.5);
        double quantile = StudentTDistribution.CriticalValue(0.95, size.Exact - 1);

        Assert.Equal(0.5, quantile * 1.2 / Math.Sqrt(size.Exact), 10);
        Assert.Equal(25, size.N);
    }

    // power.t.test(delta = .5, sd = 1, power = .8)$n is 63.77 and power.t.test(delta = 1, sd = 1, power = .9)$n is 22.02, R 4.2.2.
    [Fact]
    public void ForDifference_Means_IsNearThatOfTheNoncentralT()
    {
        Assert.Equal(63.77, SampleSizes.ForDifference(PlanningValue.Mean(1), 0.5).Exact, 1);
        Assert.Equal(22.02, SampleSizes.ForDifference(PlanningValue.Mean(1), 1, power: 0.9).Exact, 0);
    }

    [Fact]
    public void N_OfAWholeNumber_IsThatNumber()
    {
        // z^2 * 0.25 / e^2 = 100 for e = z / 20.
        Assert.Equal(100, SampleSizes.ForMargin(PlanningValue.Share(), NormalDistribution.CriticalValue(0.95) / 20).N);
        Assert.Equal(0, SampleSizes.ForMargin(PlanningValue.Share(0), 0.1).N);
        Assert.Equal(0, default(SampleSize).N);
    }

    [Fact]
    public void Plans_FromEvidence_AreWhatWasMeasured()
    {
        Assert.Equal(PlanningValue.Share(0.25), PlanningValue.Of(new ShareTally(1, 4)));
        Assert.Equal(PlanningValue.NetScore(0.5, 0.25), PlanningValue.Of(new NetTally(2, 1, 1)));
        Assert.Equal(PlanningValue.Rate(0.5), PlanningValue.Of(new RateTally(2, 4)));
        Assert.Equal(4, PlanningValue.Of(MeanTally.FromValues([1.0, 3, 5]))!.Value.UnitVariance, 12);
        Assert.Null(PlanningValue.Of(default(ShareTally)));
        Assert.Null(PlanningValue.Of(default(NetTally)));
        Assert.Null(PlanningValue.Of(default(RateTally)));
        Assert.Null(PlanningValue.Of(MeanTally.One(3)));
    }

    [Fact]
    public void BadInput_Throws_NamingRuleAndValue()
    {
        Assert.Throws<ArgumentOutOfRangeException>("share", () => PlanningValue.Share(80));
        Assert.Throws<ArgumentOutOfRangeException>("negative", () => PlanningValue.NetScore(0.6, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => PlanningValue.Mean(-1));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => SampleSizes.ForMargin(PlanningValue.Share(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => SampleSizes.ForMargin(PlanningValue.Share(), 1e-12));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => SampleSizes.ForMargin(PlanningValue.Share(), 0.1, population: 0));
        Assert.Throws<ArgumentOutOfRangeException>("designEffect", () => SampleSizes.ForMargin(PlanningValue.Share(), 0.1, designEffect: 0));
        Assert.Throws<ArgumentException>("population", () => SampleSizes.ForMargin(PlanningValue.Rate(2), 0.1, population: 10));
        Assert.Throws<ArgumentOutOfRangeException>("responseRate", () => SampleSizes.ForMargin(PlanningValue.Share(), 0.1).Invitations(0));
        Assert.Throws<ArgumentException>("expected", () => SampleSizes.ForDifference(PlanningValue.Share(), PlanningValue.Rate(1)));
        Assert.Throws<ArgumentException>("expected", () => SampleSizes.ForDifference(PlanningValue.Mean(1), PlanningValue.Mean(1)));
        Assert.Throws<ArgumentOutOfRangeException>("difference", () => SampleSizes.ForDifference(PlanningValue.Share(), 0));
        Assert.Throws<ArgumentOutOfRangeException>("difference", () => SampleSizes.ForDifference(PlanningValue.Share(0.9), 0.2));
        Assert.Throws<ArgumentOutOfRangeException>("power", () => SampleSizes.ForDifference(PlanningValue.Share(0.9), 0.02, power: 1));
        ArgumentException none = Assert.Throws<ArgumentException>("value", () => SampleSizes.ForMargin(default, 1));
        Assert.StartsWith("value must be a plan for a share, a net score, a mean or a rate, but is none", none.Message, StringComparison.Ordinal);
        ArgumentOutOfRangeException same = Assert.Throws<ArgumentOutOfRangeException>(
            "expected", () => SampleSizes.ForDifference(PlanningValue.Share(0.5), PlanningValue.Share(0.5)));
        Assert.StartsWith("expected must differ from baseline (0.5); got 0.5", same.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForDifference_TooSmallToBeSeen_NamesTheDifference() =>
        Assert.Throws<ArgumentOutOfRangeException>("difference", () => SampleSizes.ForDifference(PlanningValue.Share(0.5), 1e-12));
}

public class SampleSizesLaws
{
    private static Gen<PlanningValue> Plans => Gen.OneOf(
        Gen.Choose(1, 99).Select(x => PlanningValue.Share(x / 100.0)),
        from positive in Gen.Choose(1, 60) from negative in Gen.Choose(1, 40) select PlanningValue.NetScore(positive / 100.0, negative / 100.0),
        Gen.Choose(1, 500).Select(x => PlanningValue.Mean(x / 10.0, 20)),
        Gen.Choose(1, 500).Select(x => PlanningValue.Rate(x / 100.0)));

    private static double Unit(PlanningValue plan) => Math.Sqrt(plan.UnitVariance);

    [Property]
    public Property SmallerMarginsAndMoreConfidenceNeedMore() => Law.ForAll(Plans, plan =>
        SampleSizes.ForMargin(plan, 0.1 * Unit(plan)).Exact > SampleSizes.ForMargin(plan, 0.2 * Unit(plan)).Exact
            && SampleSizes.ForMargin(plan, 0.1 * Unit(plan), 0.99).Exact > SampleSizes.ForMargin(plan, 0.1 * Unit(plan), 0.9).Exact);

    [Property]
    public Property FinitePopulationsNeedFewerAndNeverMoreThanAll() => Law.ForAll(
        from plan in Plans.Where(x => x.Kind != PlannedKpi.Rate) from all in Gen.Choose(2, 5000) select (plan, all),
        x => SampleSizes.ForMargin(x.plan, 0.05 * Unit(x.plan), population: x.all) is var size
            && size.N <= x.all && size.Exact <= SampleSizes.ForMargin(x.plan, 0.05 * Unit(x.plan)).Exact);

    /// <summary>The change that a size shows needs that size.</summary>
    [Property]
    public Property DetectableChangeAndSampleSizeAreInverse() => Law.ForAll(
        from plan in Plans from n in Gen.Choose(50, 5000) select (plan, n),
        x =>
        {
            DetectableChange change = DetectableChange.Of(x.plan, x.n);
            return (change.Rise is not { } rise || Fits(rise)) && (change.Fall is not { } fall || Fits(-fall));

            // Means: Student's quantiles there, Guenther's term here.
            bool Fits(double difference) => Law.IsClose(
                SampleSizes.ForDifference(x.plan, difference).Exact, x.n, x.plan.Kind == PlannedKpi.Mean ? 2e-3 : 1e-7);
        });

    [Property]
    public Property MoreObservationsShowSmallerChanges() => Law.ForAll(
        from plan in Plans from n in Gen.Choose(10, 5000) select (plan, n),
        x => !(DetectableChange.Of(x.plan, x.n).Rise < DetectableChange.Of(x.plan, 2 * x.n).Rise));

    [Property]
    public Property RiseOfAShareIsTheFallOfItsComplement() => Law.ForAll(
        from percent in Gen.Choose(1, 99) from n in Gen.Choose(10, 5000) select (percent / 100.0, n),
        x => Law.IsClose(
            DetectableChange.Of(PlanningValue.Share(x.Item1), x.n).Rise ?? -1,
            DetectableChange.Of(PlanningValue.Share(1 - x.Item1), x.n).Fall ?? -1,
            1e-9));

    [Property]
    public Property JsonBringsPlansAndSizesBack() => Law.ForAll(Plans, plan =>
        JsonSerializer.Deserialize<PlanningValue>(JsonSerializer.Serialize(plan)) == plan
            && SampleSizes.ForMargin(plan, Unit(plan)) is var size && JsonSerializer.Deserialize<SampleSize>(JsonSerializer.Serialize(size)) == size
            && DetectableChange.Of(plan, 90) is var change && JsonSerializer.Deserialize<DetectableChange>(JsonSerializer.Serialize(change)) == change);
}
