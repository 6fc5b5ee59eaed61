using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class OrderStatisticsTests
{
    private static readonly double[] Five = [12, 15, 19, 22, 30];

    private static readonly double[] Forty =
    [
        39, 42, 61, 62, 80, 90, 131, 188, 246, 278, 282, 284, 288, 290, 316, 341, 360, 362, 362, 364,
        396, 397, 414, 426, 460, 473, 503, 522, 540, 546, 576, 594, 673, 687, 708, 750, 767, 792, 831, 1452,
    ];

    // R: quantile(values, probability, type = 1, 6, 7 and 8).
    [Theory]
    [InlineData(0.5, QuantileDefinition.Linear, 380)]
    [InlineData(0.5, QuantileDefinition.MedianUnbiased, 380)]
    [InlineData(0.5, QuantileDefinition.NearestRank, 364)]
    [InlineData(0.9, QuantileDefinition.NearestRank, 750)]
    [InlineData(0.91, QuantileDefinition.NearestRank, 767)]
    [InlineData(0.1, QuantileDefinition.Exclusive, 63.8)]
    [InlineData(0, QuantileDefinition.MedianUnbiased, 39)]
    [InlineData(1, QuantileDefinition.NearestRank, 1452)]
    public void Quantile_FortyValues_FollowsTheDefinition(double probability, QuantileDefinition definition, double expected) =>
        Assert.Equal(expected, OrderStatistics.Quantile(Forty, probability, definition)!.Value, 1e-9);

    [Theory]
    [InlineData(QuantileDefinition.Linear, 28.4)]
    [InlineData(QuantileDefinition.MedianUnbiased, 30)]
    [InlineData(QuantileDefinition.Exclusive, 30)]
    [InlineData(QuantileDefinition.NearestRank, 30)]
    public void Quantile_NinetyFifthOfFive_DependsOnTheDefinition(QuantileDefinition definition, double expected) =>
        Assert.Equal(expected, OrderStatistics.Quantile(Five, 0.95, definition)!.Value, 12);

    // R: qbinom and pbinom; the median's equals DescTools::MedianCI(method = "exact").
    [Theory]
    [InlineData(0.5, 0.95, 14, 27, 290.0, 503.0, 0.9615226917157997)]
    [InlineData(0.95, 0.95, 35, 41, 708.0, null, 0.9861230507866963)]
    public void Estimate_FortyValues_AgreesWithR(
        double probability,
        double confidence,
        int lowerRank,
        int upperRank,
        double lower,
        double? upper,
        double coverage)
    {
        (long low, long high, double attained) = OrderStatistics.Ranks(Forty.Length, probability, confidence);
        Estimate estimate = OrderStatistics.Estimate(Forty, probability, confidence)!.Value;

        Assert.Equal((lowerRank, upperRank), ((int)low, (int)high));
        Assert.Equal(coverage, attained, 1e-12);
        Assert.Equal((lower, upper), (estimate.Lower!.Value, estimate.Upper));
        Assert.Equal(attained, estimate.AttainedCoverage);
        Assert.Equal(upper is null, estimate.Flags.HasFlag(EstimateFlags.Unbounded));
    }

    // 100 · 0.07 is 7.000000000000001 in binary, and 100 · 0.57 is 56.99999999999999.
    [Theory]
    [InlineData(100, 0.07, QuantileDefinition.NearestRank, 7)]
    [InlineData(100, 0.57, QuantileDefinition.NearestRank, 57)]
    [InlineData(99, 0.07, QuantileDefinition.Exclusive, 7)]
    [InlineData(99, 0.57, QuantileDefinition.Exclusive, 57)]
    [InlineData(101, 0.07, QuantileDefinition.Linear, 8)]
    [InlineData(101, 0.57, QuantileDefinition.Linear, 58)]
    [InlineData(100_000_000, 0.07, QuantileDefinition.NearestRank, 7_000_000)]
    public void Position_WholeButForRounding_IsWhole(long count, double probability, QuantileDefinition definition, long rank) =>
        Assert.Equal((rank, 0.0), OrderStatistics.Position(count, probability, definition));

    [Theory]
    [InlineData(1e-13)]
    [InlineData(-1e-13)]
    public void Position_NearAWholeNumber_IsNotRounded(double away)
    {
        (long rank, double fraction) = OrderStatistics.Position(99, 0.07 + away, QuantileDefinition.Exclusive);

        Assert.Equal(away > 0 ? 7 : 6, rank);
        Assert.Equal(away > 0 ? 1e-11 : 1 - 1e-11, fraction, 1e-13);
        Assert.Equal((away > 0 ? 8 : 7, 0.0), OrderStatistics.Position(100, 0.07 + away, QuantileDefinition.NearestRank));
    }

    [Theory]
    [InlineData(QuantileDefinition.MedianUnbiased)]
    [InlineData(QuantileDefinition.Exclusive)]
    [InlineData(QuantileDefinition.NearestRank)]
    [InlineData(QuantileDefinition.Linear)]
    public void Position_AtTheEnds_IsTheFirstAndTheLast(QuantileDefinition definition)
    {
        Assert.Equal((1, 0.0), OrderStatistics.Position(9, 0, definition));
        Assert.Equal((9, 0.0), OrderStatistics.Position(9, 1, definition));
        Assert.Equal((1, 0.0), OrderStatistics.Position(1, 0.5, definition));
        Assert.Equal((5, 0.0), OrderStatistics.Position(9, 0.5, definition));
    }

    [Fact]
    public void Estimate_MedianOfFive_HasNoLimits()
    {
        Estimate estimate = OrderStatistics.Estimate(Five, 0.5, 0.95)!.Value;

        Assert.Equal((null, null), (estimate.Lower, estimate.Upper));
        Assert.Equal(1, estimate.AttainedCoverage);
        Assert.Equal(EstimateFlags.Unbounded, estimate.Flags);
        Assert.Equal(19, estimate.Value);
    }

    [Fact]
    public void Ranks_HugeSample_Work()
    {
        (long lower, long upper, double coverage) = OrderStatistics.Ranks(1_000_000_000, 0.5, 0.95);

        Assert.Equal(1_000_000_001, lower + upper);
        Assert.InRange(coverage, 0.95, 0.9501);
    }

    [Fact]
    public void Quantile_NoValues_IsUndefined()
    {
        Assert.Null(OrderStatistics.Quantile([], 0.5));
        Assert.Null(OrderStatistics.Estimate([], 0.5, 0.95));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_ProbabilityOutsideRange_Throws(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(probability), () => OrderStatistics.Quantile([], probability));

    [Fact]
    public void Quantile_UnnamedDefinition_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("definition", () => OrderStatistics.Quantile(Five, 0.5, (QuantileDefinition)9));
}

public class OrderStatisticsLaws
{
    private static Gen<(int Count, double Probability, QuantileDefinition Definition)> Any =>
        from count in Gen.Choose(1, 400)
        from percent in Gen.Choose(0, 1000)
        from definition in Gen.Elements(Enum.GetValues<QuantileDefinition>())
        select (count, percent / 1000.0, definition);

    [Property]
    public Property ThePositionLiesInTheSample() =>
        Law.ForAll(Any, x => OrderStatistics.Position(x.Count, x.Probability, x.Definition) is var (rank, fraction)
            && rank >= 1 && fraction is >= 0 and < 1 && rank + (fraction > 0 ? 1 : 0) <= x.Count);

    [Property]
    public Property TheNearestRankIsTheSmallestThatEnoughValuesDoNotExceed() =>
        Law.ForAll(Any, x =>
        {
            // Exact in thousandths.
            int thousandths = (int)Math.Round(x.Probability * 1000), rank = 1;
            while (rank * 1000L < (long)thousandths * x.Count)
            {
                rank++;
            }

            return OrderStatistics.Position(x.Count, x.Probability, QuantileDefinition.NearestRank) == (rank, 0);
        });

    [Property]
    public Property TheSpreadsheetPositionIsExactWhereItIsWhole() =>
        Law.ForAll(Any, x =>
        {
            long thousandths = (long)Math.Round(x.Probability * 1000) * (x.Count - 1);
            (long rank, double fraction) = OrderStatistics.Position(x.Count, x.Probability, QuantileDefinition.Linear);
            return rank == 1 + thousandths / 1000 && Math.Abs(fraction - thousandths % 1000 / 1000.0) < 1e-9 && (thousandths % 1000 != 0 || fraction == 0);
        });

    [Property]
    public Property RanksReachTheConfidenceAndEncloseTheNearestRank() =>
        Law.ForAll(Any.Zip(Some.Confidence), x =>
        {
            ((int count, double probability, _), double confidence) = x;
            (long lower, long upper, double coverage) = OrderStatistics.Ranks(count, probability, confidence);
            (long rank, _) = OrderStatistics.Position(count, probability, QuantileDefinition.NearestRank);
            return coverage >= confidence - 1e-9 && lower >= 0 && upper <= count + 1 && lower <= rank && upper >= rank;
        });

    [Property]
    public Property RanksMirrorWithTheProbability() =>
        // At 50 % a tail of a quarter can be hit exactly (two values), and the rule then takes the wider rank below but not above.
        Law.ForAll(Any.Zip(Some.Confidence.Where(confidence => confidence > 0.5)), x =>
        {
            (long lower, long upper, double coverage) = OrderStatistics.Ranks(x.Item1.Count, 0.5, x.Item2);
            return lower + upper == x.Item1.Count + 1 && coverage <= 1 + 1e-12;
        });
}
