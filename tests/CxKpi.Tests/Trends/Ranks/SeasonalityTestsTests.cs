using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class SeasonalityTestsTests
{
    // R 4.2.2: kruskal.test(c(1,5,2,2,7,3,3,6,4), rep(1:3, 3)) and friedman.test(matrix(c(1,5,2,2,7,3,3,6,4), 3, byrow = TRUE)).
    [Fact]
    public void RankTests_SmallTable_EqualThoseOfR()
    {
        double[] figures = [1, 5, 2, 2, 7, 3, 3, 6, 4];

        Assert.Equal(6.05649717514124, SeasonalityTests.KruskalWallis(figures, 3).Statistic!.Value, 1e-12);
        Assert.Equal(6, SeasonalityTests.Friedman(figures, 3).Statistic!.Value, 1e-12);
        Assert.Equal(2, SeasonalityTests.Friedman(figures, 3).DegreesOfFreedom);
    }

    [Fact]
    public void Tests_TooLittle_HaveNoFigures()
    {
        Assert.Null(SeasonalityTests.KruskalWallis([1, 2], 2).PValue);
        Assert.Null(SeasonalityTests.Friedman([1, 2, 3], 2).PValue);
        Assert.Null(SeasonalityTests.Qs([1, 2, 3], 4).PValue);
        Assert.Null(SeasonalityTests.KruskalWallis([1, 1, 1, 1], 2).PValue);
        Assert.Equal("too little to test", SeasonalityTests.Qs([1, 1, 1, 1], 2).ToString());
    }

    [Fact]
    public void Qs_NegativeAutocorrelation_IsZero() => Assert.Equal(0, SeasonalityTests.Qs([0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0], 2).Statistic);

    [Fact]
    public void Qs_PeriodOfOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalityTests.Qs([1, 2, 3], 1));

    [Theory]
    [InlineData(500_000_000)]
    [InlineData(int.MaxValue)]
    public void Tests_OfMoreSeasonsThanFigures_HaveTooLittle(int period)
    {
        Assert.Null(SeasonalityTests.Friedman([], period).Statistic);
        Assert.Null(SeasonalityTests.KruskalWallis([], period).Statistic);
        Assert.Null(SeasonalityTests.Friedman([1, 2, 3], period).Statistic);
        Assert.Null(SeasonalityTests.KruskalWallis([1, 2, 3], period).Statistic);
    }
}
