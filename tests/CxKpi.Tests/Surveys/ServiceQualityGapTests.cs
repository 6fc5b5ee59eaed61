using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class ServiceQualityGapTests
{
    private static readonly RatingScale Seven = RatingScale.OneToSeven;

    [Fact]
    public void FromPairs_WorkedExample_IsBelowExpectation()
    {
        ServiceQualityGap gap = ServiceQualityGap.FromPairs([(5, 6), (6, 6), (4, 6)], Seven);

        Assert.Equal(-1, gap.Value);
        Assert.Equal(new MeanTally(3, -3, 5), gap.Evidence);
        Assert.Equal("SERVQUAL (scale 1–7) −1.00 (3 respondents)", gap.ToString());
    }

    [Fact]
    public void FromPairs_AnswerWithoutCounterpart_IsInNoBase()
    {
        ServiceQualityGap gap = ServiceQualityGap.FromPairs([(7, 5), (1, null), (null, 7), (null, null)], Seven);

        Assert.Equal(2, gap.Value);
        Assert.Equal(3, gap.Excluded.Missing);
    }

    [Fact]
    public void FromPairs_None_IsUndefined() => Assert.Null(ServiceQualityGap.FromPairs([], Seven).Value);

    [Fact]
    public void Estimate_PairedAnswers_UsesTheSpreadOfTheDifferences()
    {
        // Everybody is one point below expectation, however different they are: no spread.
        Estimate estimate = ServiceQualityGap.FromPairs([(1, 2), (4, 5), (6, 7)], Seven).Estimate()!.Value;

        Assert.Equal(0, estimate.StandardError);
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.ZeroVariance));
    }

    [Fact]
    public void Weighted_Dimensions_SharesOutTheWeights()
    {
        ServiceQualityGap below = ServiceQualityGap.FromPair(3, 5, Seven), met = ServiceQualityGap.FromPair(5, 5, Seven);

        Assert.Equal(-1.5, ServiceQualityGap.Weighted([below, met], [75, 25]));
        Assert.Equal(-1, ServiceQualityGap.Weighted([below, met], [1, 1]));
        Assert.Null(ServiceQualityGap.Weighted([below, default], [1, 1]));
    }

    [Fact]
    public void Weighted_BadInput_Throws()
    {
        ServiceQualityGap gap = ServiceQualityGap.FromPair(3, 5, Seven);

        Assert.Throws<ArgumentException>("dimensions", () => ServiceQualityGap.Weighted([], []));
        Assert.Throws<ArgumentException>("weights", () => ServiceQualityGap.Weighted([gap], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => ServiceQualityGap.Weighted([gap], [0]));
        Assert.Throws<ArgumentException>(() => ServiceQualityGap.Weighted([gap, ServiceQualityGap.FromPair(1, 1, RatingScale.OneToFive)], [1, 1]));
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("perception", () => ServiceQualityGap.FromPair(8, 5, Seven));
        Assert.Throws<ArgumentOutOfRangeException>("expectation", () => ServiceQualityGap.FromPair(null, 0, Seven));
        Assert.Throws<ArgumentException>("scale", () => ServiceQualityGap.FromPair(1, 1, RatingScale.Effort));
        Assert.Throws<ArgumentException>("scale", () => ServiceQualityGap.FromPair(0, 0, default));
        Assert.Throws<ArgumentNullException>("pairs", () => ServiceQualityGap.FromPairs(null!, Seven));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new ServiceQualityGap(MeanTally.One(7), Seven));
        Assert.Throws<ArgumentException>(() => ServiceQualityGap.FromPair(1, 1, Seven).Combine(ServiceQualityGap.FromPair(1, 1, RatingScale.OneToFive)));
    }
}

public class ServiceQualityGapLaws : KpiLaws<ServiceQualityGap>
{
    protected override Gen<ServiceQualityGap> Any => Pairs.Select(pairs => ServiceQualityGap.FromPairs(pairs, RatingScale.OneToSeven));

    protected override (double Lowest, double Highest) Range => (-6, 6);

    private static Gen<(int?, int?)[]> Pairs =>
        (from perception in Gen.Choose(0, 7)
         from expectation in Gen.Choose(0, 7)
         select (perception == 0 ? (int?)null : perception, expectation == 0 ? (int?)null : expectation)).ArrayOf();

    [Property]
    public Property SwappingPerceptionAndExpectationNegatesTheGap() =>
        Law.ForAll(Pairs, x => ServiceQualityGap.FromPairs(x, RatingScale.OneToSeven).Value
            == -ServiceQualityGap.FromPairs(x.Select(pair => (pair.Item2, pair.Item1)), RatingScale.OneToSeven).Value);

    [Property]
    public Property OverCompletePairsItIsTheDifferenceOfTheMeans() =>
        Law.ForAll(Pairs.Select(x => x.Where(pair => pair.Item1 is not null && pair.Item2 is not null).ToArray()).Where(x => x.Length > 0), x =>
            Math.Abs(ServiceQualityGap.FromPairs(x, RatingScale.OneToSeven).Value!.Value
                - (x.Average(pair => pair.Item1!.Value) - x.Average(pair => pair.Item2!.Value))) < 1e-9);
}
