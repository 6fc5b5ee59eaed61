using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class MeanIntervalsTests
{
    [Fact]
    public void Estimate_OneValue_HasNoLimits()
    {
        Estimate estimate = MeanTally.One(4).Estimate()!.Value;

        Assert.Equal(4, estimate.Value);
        Assert.Null(estimate.Lower);
        Assert.Null(estimate.Upper);
        Assert.Null(estimate.StandardError);
        Assert.Equal(IntervalMethod.None, estimate.Method);
        Assert.Equal(EstimateFlags.SingleObservation, estimate.Flags);
    }

    [Fact]
    public void Estimate_EqualValues_HasNoWidthAndSaysSo()
    {
        Estimate estimate = MeanTally.FromValues([0.25m, 0.25m, 0.25m]).Estimate()!.Value;

        Assert.Equal((0.25, 0.25), (estimate.Lower, estimate.Upper));
        Assert.Equal(EstimateFlags.ZeroVariance, estimate.Flags);
    }

    [Fact]
    public void Estimate_WholePopulation_HasNoWidth()
    {
        Estimate census = MeanTally.FromValues([1m, 2m]).Estimate(population: 2)!.Value;

        Assert.Equal((1.5, 1.5), (census.Lower, census.Upper));
        Assert.Equal(EstimateFlags.Census, census.Flags);
        Assert.Equal(4, MeanTally.One(4).Estimate(population: 1)!.Value.Lower);
    }

    [Fact]
    public void Estimate_PopulationSmallerThanSample_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("population", () => MeanTally.FromValues([1m, 2m]).Estimate(population: 1));

    [Fact]
    public void Welch_WithoutSpread_HasNoPValue()
    {
        Change change = MeanTally.FromValues([2m, 2m]).ChangeFrom(MeanTally.FromValues([1m, 1m]))!.Value;

        Assert.Equal((1, 1), (change.Lower, change.Upper));
        Assert.Null(change.PValue);
        Assert.Equal(EstimateFlags.ZeroVariance, change.Flags);
    }

    [Fact]
    public void Welch_SingleValue_HasNoLimits()
    {
        Change change = MeanTally.One(2).ChangeFrom(MeanTally.FromValues([1m, 3m]))!.Value;

        Assert.Equal(0, change.Difference);
        Assert.Null(change.Lower);
        Assert.Null(change.PValue);
        Assert.Equal(ChangeVerdict.Unknown, change.Verdict);
        Assert.Equal(EstimateFlags.SingleObservation, change.Flags);
    }

    [Fact]
    public void Welch_EqualGroups_HasPooledFreedom()
    {
        // Equal sizes and variances: the degrees of freedom are those of the pooled test.
        Change change = MeanTally.FromValues([1m, 2m, 3m]).ChangeFrom(MeanTally.FromValues([2m, 3m, 4m]))!.Value;

        Assert.Equal(4, change.DegreesOfFreedom!.Value, 12);
        Assert.Equal(IntervalMethod.Welch, change.Method);
    }

    // One row holds all of a denominator whose ratio times its square passes decimal: the same sums in a smaller unit say what comes out.
    [Theory]
    [InlineData("10000000000000")]
    [InlineData("5000000000000")]
    public void Ratio_ProductsBeyondDecimal_HaveTheErrorOfASmallerUnit(string unit)
    {
        decimal one = decimal.Parse(unit, System.Globalization.CultureInfo.InvariantCulture);
        Estimate small = Of(1), large = Of(one);

        Assert.Equal((double)one * small.Value, large.Value, 1e-12 * large.Value);
        Assert.Equal((double)one * small.StandardError!.Value, large.StandardError!.Value, 1e-12 * large.StandardError.Value);

        static Estimate Of(decimal unit) => RatioTally.FromRows(
            Enumerable.Range(0, 100).Select(i => ((1 + i % 3) * unit, i == 0 ? 100m : 0m))).Estimate()!.Value;
    }

    [Fact]
    public void Ratio_EqualRatios_HasNoWidth()
    {
        Estimate estimate = RatioTally.FromRows([(10, 2), (20, 4), (5, 1)]).Estimate()!.Value;

        Assert.Equal((5, 5), (estimate.Lower, estimate.Upper));
        Assert.Equal(EstimateFlags.ZeroVariance, estimate.Flags);
        Assert.Equal(2, estimate.DegreesOfFreedom);
    }
}

public class MeanIntervalsLaws
{
    private static Gen<List<decimal>> Values => Gen.Choose(-1000, 1000).Select(x => x / 8m).ListOf();

    private static Gen<List<(decimal, decimal)>> Rows =>
        (from numerator in Gen.Choose(-5000, 5000)
         from denominator in Gen.Choose(1, 40)
         select (numerator / 100m, (decimal)denominator)).ListOf();

    [Property]
    public Property TheIntervalIsSymmetricAroundTheMean() =>
        Law.ForAll(Values, x => MeanTally.FromValues(x).Estimate() is not { Lower: { } lower, Upper: { } upper } estimate
            || Math.Abs(lower + upper - 2 * estimate.Value) < 1e-9 * (1 + upper - lower));

    [Property]
    public Property AShiftOfAllValuesShiftsTheInterval() =>
        Law.ForAll(Values.Where(x => x.Count > 1), x =>
        {
            Estimate one = MeanTally.FromValues(x).Estimate()!.Value, shifted = MeanTally.FromValues(x.Select(y => y + 1_000_000)).Estimate()!.Value;
            return Math.Abs(shifted.Lower!.Value - one.Lower!.Value - 1e6) < 1e-8 && Math.Abs(shifted.StandardError!.Value - one.StandardError!.Value) < 1e-9;
        });

    [Property]
    public Property ARatioOverOnesIsTheMean() =>
        Law.ForAll(Values.Where(x => x.Count > 1), x =>
        {
            Estimate ratio = RatioTally.FromValues(x).Estimate()!.Value, mean = MeanTally.FromValues(x).Estimate()!.Value;
            return Math.Abs(ratio.Lower!.Value - mean.Lower!.Value) < 1e-9 && Math.Abs(ratio.StandardError!.Value - mean.StandardError!.Value) < 1e-9;
        });

    [Property]
    public Property TheSumsGiveTheStandardErrorOfTheLinearisedRows() =>
        Law.ForAll(Rows.Where(x => x.Count > 1), x =>
        {
            double numerator = (double)x.Sum(y => y.Item1), denominator = (double)x.Sum(y => y.Item2), ratio = numerator / denominator;
            double squares = x.Sum(y => Math.Pow(((double)y.Item1 - ratio * (double)y.Item2) / denominator, 2));
            return Math.Abs(Math.Sqrt(x.Count / (x.Count - 1.0) * squares) - RatioTally.FromRows(x).Estimate()!.Value.StandardError!.Value) < 1e-9;
        });

    [Property]
    public Property AKnownPopulationNarrowsTheInterval() =>
        Law.ForAll(Values.Where(x => x.Count > 1).Zip(Gen.Choose(1, 1000)), x =>
        {
            MeanTally tally = MeanTally.FromValues(x.Item1);
            Estimate all = tally.Estimate()!.Value, part = tally.Estimate(population: x.Item1.Count + x.Item2)!.Value;
            double factor = Math.Sqrt(1 - (double)x.Item1.Count / (x.Item1.Count + x.Item2));
            return Math.Abs(part.StandardError!.Value - factor * all.StandardError!.Value) < 1e-9;
        });
}
