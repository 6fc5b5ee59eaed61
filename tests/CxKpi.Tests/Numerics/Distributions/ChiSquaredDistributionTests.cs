using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class ChiSquaredDistributionTests
{
    [Fact]
    public void Quantile_ReferenceTable_Agrees() =>
        Reference.Agrees("chi2", row => ChiSquaredDistribution.Quantile(row[0], row[1]), 1e-13);

    [Fact]
    public void UpperTail_ReferenceTable_Agrees() =>
        Reference.Agrees("chi2-upper", row => ChiSquaredDistribution.UpperTail(row[0], row[1]), 1e-13);

    // R: qchisq(.999, 31115). Other implementations throw here.
    [Fact]
    public void Quantile_ManyDegrees_MatchesR() => Assert.Equal(31891.590693395473, ChiSquaredDistribution.Quantile(0.999, 31115), 1e-10);

    // R: poisson.test(7, 1.5) and (143, 1000, conf.level = .9).
    [Theory]
    [InlineData(7, 1.5, 0.95, 1.8762420343465782, 9.615116907801585)]
    [InlineData(143, 1000, 0.9, 0.12391511060860877, 0.16429020066812)]
    public void Quantile_GarwoodLimits_MatchR(int events, double exposure, double confidence, double lower, double upper)
    {
        Assert.True(Reference.Close(ChiSquaredDistribution.Quantile((1 - confidence) / 2, 2 * events) / (2 * exposure), lower, 2e-14));
        Assert.True(Reference.Close(ChiSquaredDistribution.Quantile((1 + confidence) / 2, 2 * events + 2) / (2 * exposure), upper, 2e-14));
    }

    // mpmath, 60 digits.
    [Fact]
    public void Quantile_TinyDegrees_StaysAccurate() =>
        Assert.True(Reference.Close(ChiSquaredDistribution.Quantile(0.99, 0.01), 0.16361202464505486, 1e-13));

    [Fact]
    public void Quantile_CertainLevels_AreTheEnds()
    {
        Assert.Equal(0, ChiSquaredDistribution.Quantile(0, 5));
        Assert.Equal(double.PositiveInfinity, ChiSquaredDistribution.Quantile(1, 5));
    }
}

public class ChiSquaredDistributionLaws
{
    private static readonly Gen<(double P, double Df)> Laws = from p in Generators.Level from df in Generators.Magnitude(0.2, 1e6) select (p, df);

    [Property]
    public Property TheUpperTailOfTheQuantileIsTheComplement() =>
        Law.ForAll(Laws, x =>
        {
            double quantile = ChiSquaredDistribution.Quantile(x.P, x.Df);
            TailProbabilities tails = GammaFunctions.Incomplete(x.Df / 2, quantile / 2);
            double slack = 1e-13 + 4e-16 * tails.Slope / Math.Min(x.P, 1 - x.P);
            return x.P < 0.5 ? Reference.Close(tails.Lower, x.P, slack) : Reference.Close(ChiSquaredDistribution.UpperTail(quantile, x.Df), 1 - x.P, slack);
        });

    [Property]
    public Property QuantilesOfTwoDegreesAreExponential() =>
        Law.ForAll(Generators.Level, p => Reference.Close(ChiSquaredDistribution.Quantile(p, 2), -2 * AccurateMath.LogOnePlus(-p), 1e-13));

    [Property]
    public Property QuantilesOfOneDegreeAreThoseOfTheNormalSquared() =>
        Law.ForAll(
            Generators.Level,
            p => Reference.Close(Math.Sqrt(ChiSquaredDistribution.Quantile(p, 1)), StudentTDistribution.CriticalValue(p, double.PositiveInfinity), 1e-13));

    [Property]
    public Property QuantilesRiseWithTheLevelAndTheDegrees() =>
        Law.ForAll(
            Laws.Where(x => x.P is > 1e-6 and < 0.99),
            x => ChiSquaredDistribution.Quantile(x.P, x.Df) < ChiSquaredDistribution.Quantile(x.P + 1e-3, x.Df)
                && ChiSquaredDistribution.Quantile(x.P, x.Df) < ChiSquaredDistribution.Quantile(x.P, x.Df * 1.01));
}
