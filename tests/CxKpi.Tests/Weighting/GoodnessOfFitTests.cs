using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Weighting;

public class GoodnessOfFitTests
{
    [Fact]
    public void Of_WorkedExample_IsPearsons()
    {
        GoodnessOfFit fit = GoodnessOfFit.Of([50, 30, 20], [400, 350, 250]);

        Assert.Equal(100 * (0.01 / 0.4 + 0.0025 / 0.35 + 0.0025 / 0.25), fit.ChiSquare!.Value, 12);
        Assert.Equal((2, 100L, false), (fit.DegreesOfFreedom, fit.N, fit.IsRough));
        Assert.Equal(0.1, fit.Dissimilarity!.Value, 12);
        Assert.Equal("chi-square 4.21 (df 2), p = 0.1216, w = 0.21 (n = 100)", fit.ToString());
    }

    [Fact]
    public void Of_NoAnswers_IsUndefined()
    {
        GoodnessOfFit fit = GoodnessOfFit.Of([0, 0], [1, 1]);

        Assert.Equal((null, null, null, null), (fit.ChiSquare, fit.PValue, fit.CohenW, fit.Dissimilarity));
        Assert.Equal([0, 0], fit.StandardizedResiduals);
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void Of_AnySizes_AreShares(double size) => Assert.Equal(GoodnessOfFit.Of([4, 6], [1, 1]), GoodnessOfFit.Of([4, 6], [size, size]));

    [Fact]
    public void Of_MostAnswersThereCanBe_IsTested() => Assert.Equal(0, GoodnessOfFit.Of([long.MaxValue], [1]).LikelihoodRatio);

    [Fact]
    public void Of_CategoryThatIsNothingBesideTheOthers_IsOneThatThePopulationLacks()
    {
        Assert.Equal(GoodnessOfFit.Of([0, 5], [0, 1]), GoodnessOfFit.Of([0, 5], [1e-300, 1e308]));
        Assert.Throws<ArgumentOutOfRangeException>("observed", () => GoodnessOfFit.Of([5, 5], [1e-300, 1e308]));
    }

    [Fact]
    public void Of_OneCategory_HasNothingToTest() => Assert.Null(GoodnessOfFit.Of([9], [1]).PValue);

    [Fact]
    public void Of_FewExpected_IsRough() => Assert.True(GoodnessOfFit.Of([5, 0, 12, 8], [0.2, 0.1, 0.4, 0.3]).IsRough);

    [Fact]
    public void Of_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>(() => GoodnessOfFit.Of([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("observed", () => GoodnessOfFit.Of([-1, 2], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => GoodnessOfFit.Of([1, 2], [double.NaN, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("population", () => GoodnessOfFit.Of([0, 0], [0, 0]));
        Assert.Contains(
            "must be 0 in a category that the population does not have (at position 1); got 3",
            Assert.Throws<ArgumentOutOfRangeException>("observed", () => GoodnessOfFit.Of([1, 3], [1, 0])).Message,
            StringComparison.Ordinal);
    }
}

public class GoodnessOfFitLaws
{
    private static Gen<(long[] Observed, double[] Population)> Samples =>
        from n in Gen.Choose(2, 6)
        from observed in Gen.Choose(0, 200).ArrayOf(n)
        from population in Gen.Choose(1, 900).ArrayOf(n)
        where observed.Sum() > 0
        select (observed.Select(count => (long)count).ToArray(), population.Select(size => (double)size).ToArray());

    [Property]
    public Property ASampleLikeThePopulationFits() =>
        Law.ForAll(Samples, x => GoodnessOfFit.Of([.. x.Population.Select(size => (long)size)], x.Population) is var fit
            && fit.ChiSquare < 1e-9 && fit.PValue > 0.999 && fit.Dissimilarity < 1e-9 && fit.CohenW < 1e-9);

    [Property]
    public Property TheStatisticIsTheSumOfResidualsAndTheSquaredEffect() =>
        Law.ForAll(Samples, x =>
        {
            GoodnessOfFit fit = GoodnessOfFit.Of(x.Observed, x.Population);
            double total = x.Population.Sum();
            double sum = fit.StandardizedResiduals.Zip(x.Population, (residual, size) => residual * residual * (1 - size / total)).Sum();
            return Near(sum, fit.ChiSquare!.Value) && Near(fit.N * fit.CohenW!.Value * fit.CohenW.Value, fit.ChiSquare.Value);
        });

    [Property]
    public Property TheOrderOfTheCategoriesDoesNotMatter() =>
        Law.ForAll(Samples, x => GoodnessOfFit.Of(x.Observed, x.Population) is var fit
            && GoodnessOfFit.Of([.. x.Observed.Reverse()], [.. x.Population.Reverse()]) is var other
            && Near(fit.ChiSquare!.Value, other.ChiSquare!.Value) && Near(fit.LikelihoodRatio!.Value, other.LikelihoodRatio!.Value)
            && Near(fit.Dissimilarity!.Value, other.Dissimilarity!.Value));

    [Property]
    public Property DissimilarityIsAFractionAndPValuesAreToo() =>
        Law.ForAll(Samples, x => GoodnessOfFit.Of(x.Observed, x.Population)
            is { Dissimilarity: >= 0 and <= 1, PValue: >= 0 and <= 1, LikelihoodRatioPValue: >= 0 and <= 1 });

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a));
}
