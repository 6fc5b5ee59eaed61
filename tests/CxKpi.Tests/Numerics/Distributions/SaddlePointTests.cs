using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class SaddlePointTests
{
    // mpmath, 40 digits: loggamma(x+1) - (x+1/2)*log(x) + x - log(2*pi)/2.
    [Theory]
    [InlineData(1e-06, 5.9888309840731799)]
    [InlineData(0.01, 1.4340079537031842)]
    [InlineData(0.5, 0.15342640972002735)]
    [InlineData(1.0, 0.081061466795327258)]
    [InlineData(2.5, 0.033162873519936287)]
    [InlineData(9.9, 0.0084146538940902633)]
    [InlineData(10.0, 0.0083305634333628713)]
    [InlineData(14.5, 0.0057462165130101157)]
    [InlineData(1000.0, 8.3333330555556349e-5)]
    [InlineData(1000000.0, 8.3333333333330556e-8)]
    public void StirlingError_KnownArgument_Agrees(double x, double expected) =>
        Assert.True(Reference.Close(SaddlePoint.StirlingError(x), expected, 1e-14));

    // mpmath, 40 digits: x*log(x/m) + m - x.
    [Theory]
    [InlineData(0.0, 3.5, 3.5)]
    [InlineData(1.0, 3.0, 0.90138771133189031)]
    [InlineData(3.0, 1.0, 1.2958368660043291)]
    [InlineData(2.0, 2.000001, 2.4999991673658687e-13)]
    [InlineData(1000000.0, 1000001.0, 4.9999966666691667e-7)]
    [InlineData(1000000.0, 900000.0, 5360.5156578263012)]
    [InlineData(1e-05, 10.0, 9.9998518448944204)]
    [InlineData(7.0, 7.0, 0.0)]
    public void Deviance_KnownArguments_Agrees(double x, double mean, double expected) =>
        Assert.True(Reference.Close(SaddlePoint.Deviance(x, mean, x - mean), expected, 1e-14));

    [Fact]
    public void Deviance_NotANumber_Ends() => Assert.True(double.IsNaN(SaddlePoint.Deviance(double.NaN, 1, double.NaN)));

    // ln 0!, ln 1! … ln 20!, as products of whole numbers.
    [Fact]
    public void LogGamma_WholeNumbers_AreFactorials()
    {
        double factorial = 1;
        for (int n = 1; n <= 20; n++)
        {
            Assert.Equal(Math.Log(factorial), GammaFunctions.LogGamma(n), 1e-14 * Math.Max(1, Math.Log(factorial)));
            factorial *= n;
            Assert.Equal(Math.Log(factorial), GammaFunctions.LogGammaOfNext(n), 1e-14 * Math.Max(1, Math.Log(factorial)));
        }
    }

    [Fact]
    public void LogGamma_OneHalf_IsTheRootOfPi() => Assert.Equal(0.5 * Math.Log(Math.PI), GammaFunctions.LogGamma(0.5), 1e-15);
}

public class SaddlePointLaws
{
    [Property]
    public Property TheDevianceIsNeverNegative() =>
        Law.ForAll(
            from x in Generators.Magnitude(1e-6, 1e9) from m in Generators.Magnitude(1e-6, 1e9) select (x, m),
            pair => SaddlePoint.Deviance(pair.x, pair.m, pair.x - pair.m) >= 0);
}
