using FsCheck;

namespace CxKpi.Tests.Numerics;

public class NormalDistributionTests
{
    [Fact]
    public void Quantile_ReferenceTable_AgreesToTheLastDigits() =>
        Reference.Agrees("normal", row => NormalDistribution.Quantile(row[0]), 1e-15);

    // The exponent z²/2 carries its own rounding into the far tail.
    [Fact]
    public void TwoSidedPValue_ReferenceTable_AgreesIntoTheFarTail() =>
        Reference.Agrees("normal-p", row => NormalDistribution.TwoSidedPValue(row[0]), row => row[0] <= 6 ? 1e-14 : 2e-13);

    [Fact]
    public void Quantile_AtTheEnds_IsInfinite()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.Equal(0, NormalDistribution.Quantile(0.5));
    }

    // R: -qnorm((1-(1-1e-12))/2)
    [Theory]
    [InlineData(0.95, 1.9599639845400538)]
    [InlineData(1 - 1e-12, 7.1305098928792718)]
    public void CriticalValue_KnownConfidence_IsTheTwoSidedQuantile(double confidence, double expected) =>
        Assert.Equal(expected, NormalDistribution.CriticalValue(confidence), 1e-14);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Quantile_NoProbability_Throws(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(p));
}

public class NormalDistributionLaws
{
    [Property]
    public Property TheProbabilityBelowTheQuantileIsTheLevel() =>
        Law.ForAll(Generators.Level, p => Reference.Close(NormalDistribution.Cdf(NormalDistribution.Quantile(p)), p, 1e-13));
}
