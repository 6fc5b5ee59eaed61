using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence.Weights;

public class WeightedTallyTests
{
    [Fact]
    public void FromValues_WorkedExample_WeighsTheMean()
    {
        WeightedTally tally = WeightedTally.FromValues([(1, 3), (0, 1), (-1, 1)]);

        Assert.Equal(0.4, tally.Value);
        Assert.Equal(25.0 / 11, tally.KishEffectiveN);
        Assert.Equal(33.0 / 25, tally.DesignEffect!.Value, 15);
        Assert.Equal("mean 0.4 of 3, as 2.3 with equal weights", tally.ToString());
    }

    [Fact]
    public void StandardError_WorkedExample_IsTheLinearisedOne()
    {
        // Residuals w(x - mean)/W: 3(0.6)/5, 1(-0.4)/5, 1(-1.4)/5.
        double expected = Math.Sqrt(1.5 * (0.36 * 0.36 + 0.08 * 0.08 + 0.28 * 0.28));

        Assert.Equal(expected, WeightedTally.FromValues([(1, 3), (0, 1), (-1, 1)]).StandardError!.Value, 15);
    }

    [Fact]
    public void NoAnswers_AreUndefined()
    {
        WeightedTally tally = WeightedTally.FromValues([]);

        Assert.Equal(default, tally);
        Assert.Null(tally.Value);
        Assert.Null(tally.KishEffectiveN);
        Assert.Null(tally.DesignEffect);
        Assert.Null(tally.StandardError);
        Assert.Null(tally.EstimateShare());
        Assert.Null(tally.EstimateNet());
        Assert.Null(tally.EstimateMean());
    }

    [Fact]
    public void OneAnswer_HasNoLimits()
    {
        WeightedTally tally = WeightedTally.One(1, 2.5m);

        foreach (Estimate? estimate in (Estimate?[])[tally.EstimateShare(), tally.EstimateNet()?.Rescaled(0.01), tally.EstimateMean()])
        {
            Assert.Equal(1, estimate!.Value.Value, 15);
            Assert.Null(estimate.Value.Lower);
            Assert.Null(estimate.Value.Upper);
            Assert.Equal(EstimateFlags.SingleObservation, estimate.Value.Flags);
            Assert.Equal(IntervalMethod.None, estimate.Value.Method);
        }
    }

    [Fact]
    public void One_WithoutWeight_IsNoAnswer() => Assert.Equal(default, WeightedTally.One(7, 0));

    [Fact]
    public void FromValues_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => WeightedTally.One(1, -0.1m));
        Assert.Throws<ArgumentOutOfRangeException>("values", () => WeightedTally.FromValues([(1, 1), (0, -1)]));
        Assert.Throws<ArgumentNullException>("values", () => WeightedTally.FromValues(null!));
        Assert.Throws<OverflowException>(() => WeightedTally.One(1, 1e15m));
    }

    [Theory]
    [InlineData(-1, 0, 0, 0, 0, 0, 0, "count")]
    [InlineData(0, 0, 0, 1, 0, 0, 0, "count")]
    [InlineData(0, 1, 0, 0, 0, 0, 0, "squaredWeights")]
    [InlineData(2, -2, 0, 0, 2, 0, 0, "weights")]
    [InlineData(2, 0, 0, 0, 0, 0, 0, "weights")]
    [InlineData(2, 2, 3, 1, 2, 0, 0, "weightedSquares")]
    [InlineData(2, 2, 1, 1, 1, 0, 0, "squaredWeights")]
    [InlineData(2, 2, 1, 1, 5, 0, 0, "squaredWeights")]
    [InlineData(2, 2, 1, 1, 2, 3, 1, "squaredWeightedSquares")]
    [InlineData(2, 2, 1, 1, 2, 1, -1, "squaredWeightedSquares")]
    public void Constructor_SumsThatNoAnswersHave_Throws(
        long count, double weights, double sum, double squares, double squaredWeights, double squaredSum, double squaredSquares, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new WeightedTally(
            count, (decimal)weights, (decimal)sum, (decimal)squares, (decimal)squaredWeights, (decimal)squaredSum, (decimal)squaredSquares));

    [Fact]
    public void EstimateShare_OtherValuesThan0And1_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => WeightedTally.FromValues([(1, 1), (-1, 2)]).EstimateShare());
        Assert.Throws<InvalidOperationException>(() => WeightedTally.FromValues([(0.5m, 1)]).EstimateShare());
    }

    [Fact]
    public void EstimateNet_OtherValuesThanCodes_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => WeightedTally.FromValues([(9, 1), (10, 2)]).EstimateNet());
        Assert.Throws<InvalidOperationException>(() => WeightedTally.FromValues([(0.5m, 1)]).EstimateNet());
    }

    [Fact]
    public void EstimateShare_EverybodyAlike_UsesKish()
    {
        Estimate estimate = WeightedTally.FromValues([(1, 1), (1, 2), (1, 3)]).EstimateShare()!.Value;

        Assert.Equal(36.0 / 14, estimate.EffectiveN);
        Assert.Equal(1, estimate.Upper);
        Assert.InRange(estimate.Lower!.Value, 0.01, 0.99);
        Assert.Equal(EstimateFlags.ZeroVariance | EstimateFlags.Boundary, estimate.Flags);
        Assert.Equal(2, estimate.DegreesOfFreedom);
    }

    [Fact]
    public void EstimateNet_EverybodyPassive_IsNotCertain()
    {
        Estimate estimate = WeightedTally.FromValues(Enumerable.Repeat((0m, 1m), 20)).EstimateNet()!.Value;

        Assert.Equal(0, estimate.Value);
        Assert.InRange(estimate.Upper!.Value, 10, 30);
        Assert.Equal(-estimate.Upper.Value, estimate.Lower!.Value, 10);
        Assert.Equal(EstimateFlags.ZeroVariance, estimate.Flags);
        Assert.Equal(IntervalMethod.Score, estimate.Method);
    }

    [Fact]
    public void EstimateMean_EqualWeights_IsTheUnweightedEstimate()
    {
        decimal[] values = [3, 5, 4, 1, 2, 5];
        Estimate weighted = WeightedTally.FromValues(values.Select(x => (x, 0.5m))).EstimateMean()!.Value;
        Estimate plain = MeanTally.FromValues(values).Estimate()!.Value;

        Assert.Equal(plain.Value, weighted.Value, 14);
        Assert.Equal(plain.Lower!.Value, weighted.Lower!.Value, 12);
        Assert.Equal(plain.Upper!.Value, weighted.Upper!.Value, 12);
        Assert.Equal(plain.StandardError!.Value, weighted.StandardError!.Value, 14);
    }

    [Fact]
    public void Estimates_ConfidenceOutsideItsRange_Throws()
    {
        foreach (double confidence in (double[])[0, 1, double.NaN, -1])
        {
            Assert.Throws<ArgumentOutOfRangeException>("confidence", () => default(WeightedTally).EstimateShare(confidence));
            Assert.Throws<ArgumentOutOfRangeException>("confidence", () => default(WeightedTally).EstimateNet(confidence));
            Assert.Throws<ArgumentOutOfRangeException>("confidence", () => default(WeightedTally).EstimateMean(confidence));
        }
    }
}

public class WeightedTallyLaws
{
    private static Gen<decimal> Weight => Gen.Choose(1, 5000).Select(x => x / 1000m);

    private static Gen<(decimal Value, decimal Weight)> Coded(params int[] codes) =>
        from code in Gen.Elements(codes)
        from weight in Weight
        select ((decimal)code, weight);

    private static Gen<List<(decimal Value, decimal Weight)>> Net => Coded(-1, 0, 1).ListOf();

    private static Gen<List<(decimal Value, decimal Weight)>> Share => Coded(0, 1).ListOf();

    [Property]
    public Property CombiningTalliesIsTallyingAllAnswers() =>
        Law.ForAll(
            Net.Two(),
            x => WeightedTally.FromValues(x.Item1).Combine(WeightedTally.FromValues(x.Item2)) == WeightedTally.FromValues([.. x.Item1, .. x.Item2]));

    [Property]
    public Property CombineIsCommutativeAndAssociativeAndDefaultIsItsIdentity() =>
        Law.ForAll(Net.Three(), x =>
        {
            WeightedTally a = WeightedTally.FromValues(x.Item1), b = WeightedTally.FromValues(x.Item2), c = WeightedTally.FromValues(x.Item3);
            return a.Combine(b) == b.Combine(a)
                && a.Combine(b).Combine(c) == a.Combine(b.Combine(c))
                && a.Combine(default) == a
                && default(WeightedTally).Combine(a) == a;
        });

    [Property]
    public Property EqualWeightsGiveTheUnweightedValue() =>
        Law.ForAll(Net, x =>
        {
            WeightedTally tally = WeightedTally.FromValues(x.Select(y => (y.Value, 0.25m)));
            return tally.Value == (x.Count == 0 ? null : (double)(x.Sum(y => y.Value) / x.Count)) && tally.KishEffectiveN is null or > 0
                && (x.Count == 0 || tally.KishEffectiveN == x.Count);
        });

    [Property]
    public Property TheScaleOfTheWeightsDoesNotMatter() =>
        Law.ForAll(Net.Zip(Gen.Elements(0.01m, 0.5m, 8m, 1000m)), x =>
        {
            WeightedTally tally = WeightedTally.FromValues(x.Item1), scaled = WeightedTally.FromValues(x.Item1.Select(y => (y.Value, y.Weight * x.Item2)));
            return Near(tally.Value, scaled.Value) && Near(tally.StandardError, scaled.StandardError) && Near(tally.KishEffectiveN, scaled.KishEffectiveN)
                && Near(tally.EstimateNet()?.Lower, scaled.EstimateNet()?.Lower) && Near(tally.EstimateNet()?.Upper, scaled.EstimateNet()?.Upper);
        });

    [Property]
    public Property TheEffectiveSampleIsNeverLargerThanTheSample() =>
        Law.ForAll(Net, x =>
        {
            WeightedTally tally = WeightedTally.FromValues(x);
            return x.Count == 0 || (tally.KishEffectiveN is >= 1 && tally.KishEffectiveN <= x.Count && tally.DesignEffect >= 1
                && tally.EstimateNet()!.Value.EffectiveN is null or > 0 && !(tally.EstimateNet()!.Value.EffectiveN > x.Count));
        });

    [Property]
    public Property IntervalsContainTheValueAndStayInRange() =>
        Law.ForAll(Net.Zip(Share).Zip(Some.Confidence), x =>
            Fits(WeightedTally.FromValues(x.Item1.Item1).EstimateNet(x.Item2), -100, 100)
            && Fits(WeightedTally.FromValues(x.Item1.Item2).EstimateShare(x.Item2), 0, 1)
            && Fits(WeightedTally.FromValues(x.Item1.Item1).EstimateMean(x.Item2), double.NegativeInfinity, double.PositiveInfinity));

    [Property]
    public Property SwappingTheSignsMirrorsTheInterval() =>
        Law.ForAll(Net, x =>
        {
            Estimate? net = WeightedTally.FromValues(x).EstimateNet(), mirrored = WeightedTally.FromValues(x.Select(y => (-y.Value, y.Weight))).EstimateNet();
            return Near(net?.Value, -mirrored?.Value) && Near(net?.Lower, -mirrored?.Upper) && Near(net?.Upper, -mirrored?.Lower);
        });

    [Property]
    public Property TheSumsGiveTheStandardErrorOfTheResiduals() =>
        Law.ForAll(Net.Where(x => x.Count > 1), x =>
        {
            double weights = x.Sum(y => (double)y.Weight), mean = x.Sum(y => (double)(y.Weight * y.Value)) / weights;
            double squares = x.Sum(y => Math.Pow((double)y.Weight * ((double)y.Value - mean) / weights, 2));
            return Math.Abs(Math.Sqrt(x.Count / (x.Count - 1.0) * squares) - WeightedTally.FromValues(x).StandardError!.Value) < 1e-12;
        });

    [Property]
    public Property JsonBringsTheTallyBack() =>
        Law.ForAll(Net.Select(WeightedTally.FromValues), x => JsonSerializer.Deserialize<WeightedTally>(JsonSerializer.Serialize(x)) == x);

    private static bool Fits(Estimate? estimate, double lowest, double highest) => estimate is not { Lower: { } lower, Upper: { } upper } found
        || (lower <= found.Value + 1e-9 && upper >= found.Value - 1e-9 && lower >= lowest && upper <= highest);

    private static bool Near(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) <= 1e-9 * (1 + Math.Abs(a.Value));
}
