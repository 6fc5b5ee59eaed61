using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

/// <summary>Closed forms against slow and obvious sums.</summary>
public class SpecialFunctionLaws
{
    private static Gen<double> Between(double lowest, double highest) => Gen.Choose(0, 1000).Select(i => lowest + (highest - lowest) * (i / 1000.0));

    [Property]
    public Property TailIntegralsFollowTheirRecursion() => Law.ForAll(
        from s in Between(0.05, 60) from z in Between(-25, 2.5) select (s, z: Math.Exp(z)),
        x =>
        {
            // s·E_(s+1)(z) = exp(-z) - z·E_s(z).
            double next = TailIntegral.At(x.s + 1, x.z), own = TailIntegral.At(x.s, x.z);
            Assert.True(Law.IsClose(1, x.s * next + x.z * own, 1e-11));
        });

    [Property]
    public Property SeriesAndFractionOfTheUnitHypergeometricAgree() => Law.ForAll(
        from b in Between(0.05, 30) from more in Between(0.05, 30) from rate in Between(0.001, 4) select (b, more, z: 1 / (1 + rate), rate),
        x =>
        {
            double term = 1, sum = 1;
            for (int k = 0; k < 60_000; k++)
            {
                term *= (x.b + k) / (x.b + x.more + k) * x.z;
                sum += term;
            }

            Assert.True(Law.IsClose(1, UnitHypergeometric.At(x.b, x.more, x.rate) / sum, 1e-11));
        });

    [Property(MaxTest = 60 * Law.Rounds)]
    public Property PurchasesAreTheIntegralOfTheirRate() => Law.ForAll(
        from a in Between(0.3, 14) from b in Between(0.3, 30) from rho in Between(0.05, 30) from s in Between(0.01, 70) select (a, b, rho, s),
        x =>
        {
            // The derivative by s of (1 - (1 + ps)^(-rho))/p is rho·(1 + ps)^(-rho-1).
            double integral = x.rho * PeakIntegral.Of(new Rate(x.a, x.b, x.rho + 1), Math.Log(x.s) - 40, Math.Log(x.s));
            Assert.True(Law.IsClose(1, BetaExpectation.Purchases(x.a, x.b, x.rho, x.s) / integral, 1e-9));
        });

    [Property]
    public Property SurvivalBetweenManyTermsAndFewIsTheSame() => Law.ForAll(
        from a in Between(0.05, 9) from b in Between(0.3, 30) from rho in Between(0.05, 30) from s in Between(0.01, 48) select (a, b, rho, s),
        x =>
        {
            double integrated = BetaExpectation.Of(new Power(x.rho, x.s), x.a, x.b, Math.Min(1, 1 / x.rho) / x.s, x.rho);
            Assert.True(Law.IsClose(1, BetaExpectation.Survival(x.a, x.b, x.rho, x.s) / integrated, 1e-9));
        });

    [Property]
    public Property ALongProductOfRatiosIsThatOfItsFactors() => Law.ForAll(
        from b in Between(-9, 9) from c in Between(-9, 9) from n in Gen.Choose(0, 3000) select (b: Math.Exp(b), c: Math.Exp(c), n),
        x =>
        {
            double sum = 0;
            for (int j = 0; j < x.n; j++)
            {
                sum -= AccurateMath.LogOnePlus(x.c / (x.b + j));
            }

            Assert.True(Law.IsClose(sum, GammaFunctions.LogRisingRatio(x.b, x.c, x.n), 1e-10 * Math.Max(1, -sum)), $"{sum}");
        });

    [Property]
    public Property DigammaIsTheSlopeOfTheLogarithmOfGamma() => Law.ForAll(Between(0.05, 60), x =>
    {
        double step = 1e-4 * x;
        double Slope(double distance) => (GammaFunctions.LogGamma(x + distance) - GammaFunctions.LogGamma(x - distance)) / (2 * distance);
        Assert.True(Law.IsClose(GammaFunctions.Digamma(x), (4 * Slope(step) - Slope(2 * step)) / 3, 1e-7));
        Assert.True(Law.IsClose(GammaFunctions.Digamma(x + 1), GammaFunctions.Digamma(x) + 1 / x, 1e-13));
    });

    [Property]
    public Property GaussLegendreIntegratesPolynomialsExactly() => Law.ForAll(Gen.Choose(0, 23), degree =>
    {
        double sum = 0;
        for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
        {
            sum += GaussLegendre.Weights[i] * Math.Pow(GaussLegendre.Nodes[i], degree);
        }

        Assert.Equal(1.0 / (degree + 1), sum, 1e-14);
    });

    private readonly struct Rate(double a, double b, double rho) : IScalarFunction
    {
        public double At(double x) => x + Math.Log(BetaExpectation.Survival(a, b, rho, Math.Exp(x)));
    }

    private readonly struct Power(double rho, double s) : IScalarFunction
    {
        public double At(double x) => -rho * AccurateMath.LogOnePlus(x * s);
    }
}
