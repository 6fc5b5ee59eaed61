using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class MannKendallTestTests
{
    // Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, section 16.4: 10, 15, 14, 20 has S = 4, exact two-sided p = 2 * 0.167.
    [Fact]
    public void FromValues_FourFigures_FollowsTheExactTable()
    {
        MannKendallTest test = MannKendallTest.FromValues([10, 15, 14, 20]);

        Assert.Equal(4, test.S);
        Assert.True(test.IsExact);
        Assert.Equal(8 / 24.0, test.PValue!.Value, 1e-15);
        Assert.Equal((2.5 + 10 / 3.0) / 2, test.Slope!.Value, 1e-15);
    }

    [Fact]
    public void FromValues_AllEqual_FindsNothing()
    {
        MannKendallTest test = MannKendallTest.FromValues([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);

        Assert.Equal(0, test.S);
        Assert.Equal(0, test.Variance);
        Assert.Equal(0, test.TauA);
        Assert.Null(test.TauB);
        Assert.Equal(0, test.Z);
        Assert.Equal(1, test.PValue);
        Assert.Equal(0, test.Slope);
        Assert.Equal(3, test.Intercept);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FromValues_BelowTwoFigures_HasNoFigures(int count)
    {
        MannKendallTest test = MannKendallTest.FromValues([double.NaN, .. Enumerable.Repeat(7.0, count), double.NaN]);

        Assert.Equal(count, test.Count);
        Assert.Null(test.TauA);
        Assert.Null(test.PValue);
        Assert.Null(test.Slope);
        Assert.Null(test.SlopeLower);
        Assert.Null(test.Intercept);
        Assert.Equal($"no slope (n = {count})", test.ToString());
    }

    [Fact]
    public void FromValues_TwoFigures_HasASlopeWithoutLimits()
    {
        MannKendallTest test = MannKendallTest.FromValues([1, double.NaN, 5]);

        Assert.Equal(2, test.Slope);
        Assert.Null(test.SlopeLower);
        Assert.Null(test.SlopeUpper);
        Assert.Equal(1, test.PValue);
    }

    [Fact]
    public void FromValues_Infinite_Throws()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => MannKendallTest.FromValues([1, double.PositiveInfinity]));

        Assert.StartsWith("values must be finite, or NaN where missing (at position 1); got", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void FromValues_ConfidenceOutside_Throws(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(confidence), () => MannKendallTest.FromValues([1, 2], confidence));

    // A list of all slopes of these would hold 5e9 figures. The line is found by symmetry: what the noise adds, its mirror image takes away.
    [Fact]
    public void FromValues_HundredThousandFigures_IsNotQuadratic()
    {
        RepeatableRandom random = new(1);
        double[] noise = [.. Enumerable.Range(0, 50_000).Select(_ => random.NextNormal())];
        double[] figures = [.. noise.Concat(noise.Reverse().Select(x => -x)).Select((x, i) => x + 0.25 * i)];

        MannKendallTest test = MannKendallTest.FromValues(figures);

        Assert.Equal(0.25, test.Slope!.Value, 1e-7);
        Assert.InRange(test.SlopeLower!.Value, 0.2499, 0.25);
        Assert.InRange(test.SlopeUpper!.Value, 0.25, 0.2501);
    }

    // Every second figure of a rising whole-number series is tied with its neighbour: one slope in seven is exactly one half.
    [Fact]
    public void FromValues_ManyEqualSlopes_FindsTheCommonOne()
    {
        double[] figures = [.. Enumerable.Range(0, 20_000).Select(i => (double)(i / 3 + i * 7 % 3))];

        MannKendallTest test = MannKendallTest.FromValues(figures);

        Assert.Equal(1 / 3.0, test.Slope!.Value, 1e-4);
    }

    [Fact]
    public void ToString_IsInvariantText() => Assert.Equal(
        "Sen's slope 2.9167 per step ( to ), tau 0.67, p = 0.3333 (n = 4)",
        MannKendallTest.FromValues([10, 15, 14, 20]).ToString());
}
