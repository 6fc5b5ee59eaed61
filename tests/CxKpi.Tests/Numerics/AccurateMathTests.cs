namespace CxKpi.Tests.Numerics;

public class AccurateMathTests
{
    // mpmath, 40 digits: log1p, expm1.
    [Theory]
    [InlineData(1e-300, 1.0e-300, 1.0e-300)]
    [InlineData(1e-17, 1.0000000000000001e-17, 1.0000000000000001e-17)]
    [InlineData(-1e-10, -1.00000000005e-10, -9.9999999995000004e-11)]
    [InlineData(3e-05, 2.9999550008999798e-5, 3.0000450004500035e-5)]
    [InlineData(-0.25, -0.28768207245178093, -0.22119921692859513)]
    [InlineData(0.4, 0.33647223662121295, 0.49182469764127035)]
    [InlineData(-0.9, -2.3025850929940459, -0.5934303402594009)]
    [InlineData(0.99, 0.68813463873640102, 1.6912344723492623)]
    [InlineData(1.5, 0.91629073187415507, 3.4816890703380648)]
    [InlineData(20.0, 3.044522437723423, 485165194.40979028)]
    public void LogOnePlusAndExpMinusOne_KnownArgument_Agree(double x, double logOnePlus, double expMinusOne)
    {
        Assert.True(Reference.Close(AccurateMath.LogOnePlus(x), logOnePlus, 5e-16));
        Assert.True(Reference.Close(AccurateMath.ExpMinusOne(x), expMinusOne, 5e-16));
    }

    [Fact]
    public void LogOnePlusAndExpMinusOne_AtTheEnds_AreTheirLimits()
    {
        Assert.Equal(double.NegativeInfinity, AccurateMath.LogOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, AccurateMath.LogOnePlus(double.PositiveInfinity));
        Assert.Equal(-1, AccurateMath.ExpMinusOne(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, AccurateMath.ExpMinusOne(double.PositiveInfinity));
        Assert.Equal(0, AccurateMath.LogOnePlus(0));
        Assert.Equal(0, AccurateMath.ExpMinusOne(0));
    }

    // (1 + 2⁻³⁰)² − (1 + 2⁻²⁹)·1 = 2⁻⁶⁰, which rounded products lose.
    [Fact]
    public void DifferenceOfProducts_NearlyEqualProducts_KeepsTheDifference()
    {
        double a = 1 + Math.ScaleB(1, -30);
        Assert.Equal(Math.ScaleB(1, -60), AccurateMath.DifferenceOfProducts(a, a, 1 + Math.ScaleB(1, -29), 1));
    }
}
