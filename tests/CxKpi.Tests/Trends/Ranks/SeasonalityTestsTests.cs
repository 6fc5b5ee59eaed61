using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

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

        // Of two degrees of freedom, the tail beyond x is exp(-x/2).
        Assert.Equal(Math.Exp(-3), SeasonalityTests.Friedman(figures, 3).PValue!.Value, 1e-14);
        Assert.Equal(Math.Exp(-6.05649717514124 / 2), SeasonalityTests.KruskalWallis(figures, 3).PValue!.Value, 1e-13);
        Assert.Equal("chi-square 6 (df 2), p = 0.0498", SeasonalityTests.Friedman(figures, 3).ToString());
    }

    // Steps 2, -1, 2, -1, 2 around 4/5: deviations 6/5, -9/5, ..., squares (3 * 36 + 2 * 81) / 25, lag 2 (36 + 81 + 36) / 25, lag 4 36/25.
    [Fact]
    public void Qs_OfASawtooth_IsByBothCorrelations()
    {
        SeasonalityTest test = SeasonalityTests.Qs([0, 2, 1, 3, 2, 4], 2);

        Assert.Equal(153 / 270.0, test.AtOnePeriod!.Value, 1e-15);
        Assert.Equal(36 / 270.0, test.AtTwoPeriods!.Value, 1e-15);
        Assert.Equal(5 * 7 * (153 / 270.0 * (153 / 270.0) / 3 + 36 / 270.0 * (36 / 270.0)), test.Statistic!.Value, 1e-13);
        Assert.Equal(Math.Exp(-test.Statistic.Value / 2), test.PValue!.Value, 1e-14);
        Assert.Equal(2, test.DegreesOfFreedom);

        // Four steps are no more than two periods.
        Assert.Null(SeasonalityTests.Qs([0, 2, 1, 3, 2], 2).AtTwoPeriods);
        Assert.NotNull(SeasonalityTests.Qs([0, 2, 1, 3, 2], 2).Statistic);
        Assert.Null(SeasonalityTests.Qs([0, 2, 1], 2).Statistic);
    }

    [Fact]
    public void Tests_OfWhatIsNoNumber_SayWhere()
    {
        double[] figures = [1, double.NaN, double.NegativeInfinity];

        foreach (Func<SeasonalityTest> test in (Func<SeasonalityTest>[])[
            () => SeasonalityTests.KruskalWallis(figures, 2), () => SeasonalityTests.Friedman(figures, 2), () => SeasonalityTests.Qs(figures, 2)])
        {
            Assert.Contains("(at position 2)", Assert.Throws<ArgumentOutOfRangeException>(test).Message, StringComparison.Ordinal);
        }
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

public class SeasonalityTestsLaws
{
    private static Gen<(double[] Figures, int Period)> Series =>
        from period in Gen.Choose(2, 5)
        from length in Gen.Choose(0, 30)
        from figures in Gen.Choose(0, 12).Select(x => x == 12 ? double.NaN : x / 2).ArrayOf(length)
        select (figures, period);

    [Property]
    public Property KruskalWallisComparesMeanRanks() => Law.ForAll(Series, x =>
    {
        (double Value, int Season)[] known = [.. x.Figures.Select((value, i) => (value, i % x.Period)).Where(y => !double.IsNaN(y.value))];
        double n = known.Length;
        double[] values = [.. known.Select(y => y.Value)];
        IGrouping<int, double>[] seasons = [.. known.GroupBy(y => y.Season, y => Rank(y.Value, values))];
        double tied = known.GroupBy(y => y.Value).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        double? expected = seasons.Length < 2 || n <= seasons.Length || tied == Math.Pow(n, 3) - n ? null
            : (12 / (n * (n + 1)) * seasons.Sum(ranks => Math.Pow(ranks.Sum(), 2) / ranks.Count()) - 3 * (n + 1)) / (1 - tied / (Math.Pow(n, 3) - n));
        SeasonalityTest test = SeasonalityTests.KruskalWallis(x.Figures, x.Period);
        return Near(expected, test.Statistic) && test.DegreesOfFreedom == (expected is null ? null : seasons.Length - 1);
    });

    [Property]
    public Property FriedmanComparesRanksWithinFullCycles() => Law.ForAll(Series, x =>
    {
        double[][] cycles = [.. x.Figures.Chunk(x.Period).Where(cycle => cycle.Length == x.Period && !cycle.Any(double.IsNaN))];
        double[][] ranks = [.. cycles.Select(cycle => cycle.Select(value => Rank(value, cycle)).ToArray())];
        double middle = (x.Period + 1) / 2.0, spread = ranks.Sum(cycle => cycle.Sum(rank => rank * rank - middle * middle));
        double? expected = ranks.Length < 2 || spread == 0 ? null
            : (x.Period - 1) * Enumerable.Range(0, x.Period).Sum(season => Math.Pow(ranks.Sum(cycle => cycle[season] - middle), 2)) / spread;
        SeasonalityTest test = SeasonalityTests.Friedman(x.Figures, x.Period);
        return Near(expected, test.Statistic) && test.DegreesOfFreedom == (expected is null ? null : x.Period - 1);
    });

    [Property]
    public Property QsAddsWhatCorrelatesAPeriodApart() => Law.ForAll(Series, x =>
    {
        double[] steps = [.. Enumerable.Range(1, Math.Max(0, x.Figures.Length - 1)).Select(i => x.Figures[i] - x.Figures[i - 1])];
        double[] known = [.. steps.Where(step => !double.IsNaN(step))];
        double m = known.Length, squares = known.Sum(step => Math.Pow(step - known.Average(), 2));
        SeasonalityTest test = SeasonalityTests.Qs(x.Figures, x.Period);
        if (m <= x.Period || squares < 1e-9)
        {
            return test.Statistic is null && test.AtOnePeriod is null;
        }

        double once = Correlation(x.Period), twice = m > 2 * x.Period ? Correlation(2 * x.Period) : 0;
        double second = twice > 0 ? twice * twice / (m - 2 * x.Period) : 0;
        return Math.Abs(once) < 1e-12
            || (Near(once > 0 ? m * (m + 2) * (once * once / (m - x.Period) + second) : 0, test.Statistic) && Near(once, test.AtOnePeriod));

        double Correlation(int lag) => Enumerable.Range(0, Math.Max(0, steps.Length - lag))
            .Where(i => !double.IsNaN(steps[i]) && !double.IsNaN(steps[i + lag]))
            .Sum(i => (steps[i] - known.Average()) * (steps[i + lag] - known.Average())) / squares;
    });

    private static double Rank(double value, double[] all) => all.Count(x => x < value) + (all.Count(x => x == value) + 1) / 2.0;

    private static bool Near(double? expected, double? found) =>
        expected is { } one && found is { } other ? Math.Abs(one - other) <= 1e-9 * (1 + Math.Abs(one)) : expected is null && found is null;
}
