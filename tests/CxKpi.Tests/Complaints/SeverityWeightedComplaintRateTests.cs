using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Complaints;

public class SeverityWeightedComplaintRateTests
{
    [Fact]
    public void FromCounts_WorkedExample_GivesFivePerThousand()
    {
        SeverityWeightedComplaintRate rate = SeverityWeightedComplaintRate.FromCounts([(1, 10), (3, 0), (10, 2)], exposure: 6_000);

        Assert.Equal(new ComplaintSeverityTally(complaints: 12, weight: 30, squaredWeights: 210, heaviest: 10, exposure: 6_000), rate.Evidence);
        Assert.Equal(0.005, rate.Value);
        Assert.Equal(5, rate.PerThousand);
        Assert.Equal("Weighted complaints 5.00 per thousand (12 complaints)", rate.ToString());
    }

    // The directly standardised rate of R's canregtools::ageadjust (method "gamma"): 50, 60, 45, 70 cases among 1000, 1200, 1100, 900 persons,
    // standard population 800, 1000, 1100, 900. Weights are standard over persons, times six so that they are whole.
    [Fact]
    public void Estimate_PublishedStandardisedRate_IsFayAndFeuers()
    {
        Estimate estimate = SeverityWeightedComplaintRate.FromCounts([(4.8m, 50), (5, 60), (6, 45), (6, 70)], exposure: 6 * 3_800).Estimate()!.Value;

        Assert.Equal(5394.737, estimate.Value * 100_000, 3);
        Assert.Equal(4709.493, estimate.Lower!.Value * 100_000, 3);
        Assert.Equal(6154.046, estimate.Upper!.Value * 100_000, 3);
        Assert.Equal(1.306556e-05, estimate.StandardError!.Value * estimate.StandardError.Value, 10);
        Assert.Equal(IntervalMethod.FayFeuer, estimate.Method);
    }

    // 12 complaints of weight 30, whose squares sum to 210, in 6,000: variance 210 / 6,000 squared.
    [Fact]
    public void Estimate_WorkedExample_HasTheVarianceOfItsWeights()
    {
        Estimate estimate = SeverityWeightedComplaintRate.FromCounts([(1, 10), (3, 0), (10, 2)], exposure: 6_000).Estimate(0.9)!.Value;

        Assert.Equal(Math.Sqrt(210) / 6_000, estimate.StandardError!.Value, 15);
        Assert.Equal(0.035, estimate.UnitVariance!.Value, 15);
        Assert.Equal((6_000, 12L, 0.9), (estimate.Weight, estimate.N, estimate.Confidence));
        Assert.Equal(EstimateFlags.None, estimate.Flags);
    }

    // The distances of the limits from the values, added in squares.
    [Fact]
    public void ChangeFrom_HasTheLimitsOfBothRecovered()
    {
        SeverityWeightedComplaintRate now = SeverityWeightedComplaintRate.FromCounts([(1, 10), (10, 2)], exposure: 6_000);
        SeverityWeightedComplaintRate before = SeverityWeightedComplaintRate.FromCounts([(1, 4), (10, 1)], exposure: 5_000);
        Estimate mine = now.Estimate(0.9)!.Value, theirs = before.Estimate(0.9)!.Value;
        Change change = now.ChangeFrom(before, 0.9)!.Value;

        Assert.Equal(30 / 6_000.0 - 14 / 5_000.0, change.Difference, 15);
        Assert.Equal(
            change.Difference - Math.Sqrt(Math.Pow(mine.Value - mine.Lower!.Value, 2) + Math.Pow(theirs.Upper!.Value - theirs.Value, 2)),
            change.Lower!.Value,
            15);
        Assert.Equal(
            change.Difference + Math.Sqrt(Math.Pow(mine.Upper!.Value - mine.Value, 2) + Math.Pow(theirs.Value - theirs.Lower!.Value, 2)),
            change.Upper!.Value,
            15);
        Assert.Equal((IntervalMethod.Mover, 0.9), (change.Method, change.Confidence));
        Assert.Null(SeverityWeightedComplaintRate.FromCounts([], 100).ChangeFrom(default));
    }

    [Fact]
    public void Tally_OfSumsBeyondDecimal_HasNoLimitToPass() =>
        Assert.Equal(1, new ComplaintSeverityTally(9_000_000_000_000_000_000, 1, 1, 10_000_000_000, 1).Weight);

    [Fact]
    public void FromCounts_BadClass_NamesItsPosition()
    {
        Assert.Contains(
            "(at position 1, weight)",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeverityWeightedComplaintRate.FromCounts([(1, 1), (-1, 1)], 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "(at position 1, complaints)",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeverityWeightedComplaintRate.FromCounts([(1, 1), (1, -1)], 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_NoComplaint_ReachesUpToTheHeaviestWeight()
    {
        Estimate estimate = SeverityWeightedComplaintRate.FromCounts([(1, 0), (10, 0)], exposure: 100).Estimate()!.Value;

        Assert.Equal(0, estimate.Lower);
        Assert.Equal(-10 * Math.Log(0.025) / 100, estimate.Upper!.Value, 12);
        Assert.Equal(EstimateFlags.Boundary, estimate.Flags);
    }

    [Fact]
    public void Estimate_NoWeightKnown_HasNoUpperLimit()
    {
        SeverityWeightedComplaintRate rate = SeverityWeightedComplaintRate.FromCounts([], exposure: 100);

        Assert.Null(rate.Estimate()!.Value.Upper);
        Assert.Equal(EstimateFlags.Boundary | EstimateFlags.Unbounded, rate.Estimate()!.Value.Flags);
        Assert.Equal(ChangeVerdict.Unknown, rate.ChangeFrom(rate)!.Value.Verdict);
    }

    [Fact]
    public void ChangeFrom_GraverComplaints_IsWorse() =>
        Assert.Equal(
            ChangeVerdict.Worse,
            SeverityWeightedComplaintRate.FromCounts([(1, 0), (10, 50)], 1_000)
                .ChangeFrom(SeverityWeightedComplaintRate.FromCounts([(1, 50), (10, 0)], 1_000))!.Value.Verdict);

    [Fact]
    public void FromCounts_BadInput_Throws()
    {
        Assert.Throws<ArgumentNullException>("classes", () => SeverityWeightedComplaintRate.FromCounts(null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => SeverityWeightedComplaintRate.FromCounts([(-1, 1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => SeverityWeightedComplaintRate.FromCounts([(1, -1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => SeverityWeightedComplaintRate.FromCounts([(1, 1)], 0));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => SeverityWeightedComplaintRate.FromCounts([], -1));
    }

    [Theory]
    [InlineData(-1, 0, 0, 5, "complaints")]
    [InlineData(2, 11, 60, 5, "weight")]
    [InlineData(2, 8, 41, 5, "squaredWeights")]
    [InlineData(2, 8, 0, 5, "squaredWeights")]
    [InlineData(0, 0, 0, -5, "heaviest")]
    [InlineData(10, 20, 39.9, 5, "squaredWeights")]
    [InlineData(10, 100, 1e-28, 100, "squaredWeights")]
    [InlineData(0, 0, 1, 5, "squaredWeights")]
    public void Tally_ImpossibleSums_Throws(long complaints, double weight, double squaredWeights, double heaviest, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            name,
            () => new ComplaintSeverityTally(complaints, (decimal)weight, (decimal)squaredWeights, (decimal)heaviest, 100));

    [Fact]
    public void Tally_WeightsOfManyDigits_AreNotRefusedForTheirRounding()
    {
        ComplaintSeverityTally tally = default;
        for (int i = 1; i <= 300; i++)
        {
            tally = tally.Combine(ComplaintSeverityTally.FromCounts([(20 / 3m, i)], 1));
        }

        Assert.Equal(45_150, tally.Complaints);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1e-9, 1)]
    [InlineData(4.9, 5)]
    public void Estimate_AsManyComplaintsAsCanBeCounted_IsFinite(double weight, double heaviest)
    {
        const long Complaints = 1_000_000_000_000;
        Estimate estimate = ComplaintSeverityTally.FromCounts([((decimal)weight, Complaints), ((decimal)heaviest, 1)], Complaints).Estimate(0.999)!.Value;

        Assert.InRange(estimate.Value, estimate.Lower!.Value, estimate.Upper!.Value);
        Assert.True(double.IsFinite(estimate.Upper.Value));
    }

    [Fact]
    public void Combine_OtherHeaviestWeight_TakesTheHeavier()
    {
        SeverityWeightedComplaintRate slight = SeverityWeightedComplaintRate.FromCounts([(1m, 3)], 100);
        SeverityWeightedComplaintRate grave = SeverityWeightedComplaintRate.FromCounts([(5m, 2)], 100);
        SeverityWeightedComplaintRate none = SeverityWeightedComplaintRate.FromCounts([], 100);

        Assert.Equal(SeverityWeightedComplaintRate.FromCounts([(1m, 3), (5m, 2)], 200), slight.Combine(grave));
        Assert.Equal(SeverityWeightedComplaintRate.FromCounts([(5m, 2)], 200), none.Combine(grave));
    }

    [Fact]
    public void ChangeFrom_OtherHeaviestWeight_ReadsBothByTheHeavier()
    {
        SeverityWeightedComplaintRate slight = SeverityWeightedComplaintRate.FromCounts([(1m, 3)], 100);
        SeverityWeightedComplaintRate grave = SeverityWeightedComplaintRate.FromCounts([(5m, 2)], 100);
        SeverityWeightedComplaintRate none = SeverityWeightedComplaintRate.FromCounts([], 100);

        Assert.Equal(SeverityWeightedComplaintRate.FromCounts([(1m, 3), (5m, 0)], 100).ChangeFrom(grave), slight.ChangeFrom(grave));
        Assert.Equal(grave.ChangeFrom(SeverityWeightedComplaintRate.FromCounts([(5m, 0)], 100)), grave.ChangeFrom(none));
        Assert.NotNull(grave.ChangeFrom(none)!.Value.Lower);
    }

    [Fact]
    public void Combine_OtherExposure_Throws() =>
        Assert.Throws<ArgumentException>(() => SeverityWeightedComplaintRate.FromCounts([(5, 1)], 9, new(ComplaintExposure.Orders))
            .Combine(SeverityWeightedComplaintRate.FromCounts([(5, 1)], 9)));

    // Without a square, and with one that is rounded to 1e-28.
    [Theory]
    [InlineData("0.00000000000000000001", 2)]
    [InlineData("0.000000000000012", 1)]
    public void FromCounts_WeightWhoseSquareIsLost_NamesItsPosition(string small, long complaints)
    {
        decimal weight = decimal.Parse(small, CultureInfo.InvariantCulture);

        Assert.StartsWith(
            $"classes must not have weights so small that their squares are lost (at position 1, weight); got {small}",
            Assert.Throws<ArgumentOutOfRangeException>(
                "classes", () => SeverityWeightedComplaintRate.FromCounts([(1, 0), (weight, complaints)], 10)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => ComplaintSeverityTally.FromCounts([(weight, 1), (weight, 1)], 10));
        Assert.Equal(1e-13, ComplaintSeverityTally.FromCounts([(1, 0), (0.000000000001m, 1)], 10).Value!.Value, 1e-20);
    }
}

public class SeverityWeightedComplaintRateLaws : KpiLaws<SeverityWeightedComplaintRate>
{
    protected override Gen<SeverityWeightedComplaintRate> Any =>
        from slight in Gen.Choose(0, 200)
        from grave in Gen.Choose(0, 20)
        from heaviest in Gen.Choose(1, 10)
        from exposure in Gen.Choose(1, 100_000)
        select SeverityWeightedComplaintRate.FromCounts([(0.5m, slight), (heaviest, grave)], exposure, new(ComplaintExposure.Orders));

    [Property]
    public Property WithEqualWeightsItIsTheComplaintRate() =>
        Law.ForAll(
            from complaints in Gen.Choose(0, 300)
            from weight in Gen.Choose(1, 10)
            select (complaints, weight),
            x =>
            {
                Estimate weighted = SeverityWeightedComplaintRate.FromCounts([(x.weight, x.complaints)], 500).Estimate()!.Value;
                Estimate plain = new ComplaintRate(x.complaints, 500).Estimate()!.Value;
                return Near(weighted.Value, x.weight * plain.Value)
                    && Near(weighted.Lower!.Value, x.weight * plain.Lower!.Value)
                    && Near(weighted.Upper!.Value, x.weight * plain.Upper!.Value);
            });

    [Property]
    public Property AUnitOfWeightChangesNothingButTheScale() =>
        Law.ForAll(Gen.Choose(0, 50).Two(), x =>
        {
            Estimate one = SeverityWeightedComplaintRate.FromCounts([(1, x.Item1), (4, x.Item2)], 500).Estimate()!.Value;
            Estimate ten = SeverityWeightedComplaintRate.FromCounts([(10, x.Item1), (40, x.Item2)], 500).Estimate()!.Value;
            return Near(10 * one.Lower!.Value, ten.Lower!.Value) && Near(10 * one.Upper!.Value, ten.Upper!.Value);
        });

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a));
}
