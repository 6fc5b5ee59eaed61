namespace CxKpi.Tests.Numerics;

public class BetaDistributionTests
{
    [Fact]
    public void Quantile_ReferenceTable_Agrees() =>
        Reference.Agrees("beta", row => BetaDistribution.Quantile(row[0], row[1], row[2]), 3e-14);

    // R: qbeta and the limits of binom.test.
    [Theory]
    [InlineData(0.025, 7.0, 4.0, 0.34754714994000274)]
    [InlineData(0.975, 8.0, 3.0, 0.9332604888222655)]
    [InlineData(0.025, 0.5, 1000.5, 4.909116947944413e-07)]
    [InlineData(0.975, 813.0, 231.0, 0.80338855792723)]
    public void Quantile_ClopperPearsonAndJeffreysLimits_MatchR(double p, double a, double b, double expected) =>
        Assert.True(Reference.Close(BetaDistribution.Quantile(p, a, b), expected, 1e-14));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0)]
    public void Quantile_CertainLevels_AreTheEnds(double p, double expected) => Assert.Equal(expected, BetaDistribution.Quantile(p, 3, 0.5));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0)]
    public void Cdf_AtTheEnds_IsCertain(double x, double expected) => Assert.Equal(expected, BetaDistribution.Cdf(x, 3, 0.5));

    // mpmath, 60 digits.
    [Theory]
    [InlineData(0.3, 0.01, 0.01, 6.4281199357186124e-23)]
    [InlineData(0.999, 1e-3, 1e3, 0.00026486749152267128)]
    public void Quantile_TinyShapes_StayAccurate(double p, double a, double b, double expected) =>
        Assert.True(Reference.Close(BetaDistribution.Quantile(p, a, b), expected, 1e-13));

    [Fact]
    public void Quantile_BelowTheSmallestDouble_IsZero() => Assert.Equal(0, BetaDistribution.Quantile(1e-12, 0.01, 2));

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.5, 1, double.NaN)]
    public void Quantile_NoBetaLaw_Throws(double p, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Quantile(p, a, b));
}
