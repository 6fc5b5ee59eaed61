using System.Text.Json;
using CxKpi.Tests.Conformance;
using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class SeasonalMannKendallTestTests
{
    // Two seasons, three cycles: the first rises by 1, 2, 3, the second stays: S = 3, slopes 1, 1, 1, 0, 0, 0.
    [Fact]
    public void FromValues_TwoSeasons_AddsTheirScores()
    {
        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues([1, 5, 2, 5, 3, 5], 2);

        Assert.Equal(3, test.S);
        Assert.Equal(3 * 2 * 11 / 18.0, test.Variance);
        Assert.Equal(0.5, test.Tau);
        Assert.Equal(0.5, test.Slope);
        Assert.Equal([3L, 0L], test.Seasons.Select(season => season.S));
        Assert.Null(test.Heterogeneity);
        Assert.Null(test.CorrelatedPValue);
    }

    // R packages rkt and EnvStats; the latter for series without gaps, and where the exact p is not taken.
    [Theory]
    [InlineData("nottem")]
    [InlineData("co2")]
    [InlineData("UKgas")]
    [InlineData("synAR")]
    [InlineData("nottemGaps")]
    public void FromValues_PublishedSeries_HasTheCorrelatedVarianceOfR(string name)
    {
        Vector vector = VectorSuite.Loaded.Find($"seasonalmk-{name}");
        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(vector.Inputs.Series().GappedNumbers("values"), (int)vector.Inputs.Count("period"));

        double variance = vector.Expected.GetProperty("rkt").GetProperty("varCorrected").GetDouble();
        Assert.Equal(variance, test.CorrelatedVariance!.Value, 1e-9 * variance);
        if (vector.Expected.TryGetProperty("hirschSlackEnvStats", out JsonElement figures))
        {
            Assert.Equal(figures.GetProperty("varS").GetDouble(), test.CorrelatedVariance.Value, 1e-9 * variance);
            double p = figures.GetProperty("p").GetDouble();
            Assert.Equal(p, test.CorrelatedPValue!.Value, 1e-6 * p);
        }
    }

    [Fact]
    public void FromValues_TenCyclesOrMore_AllowsForCorrelatedSeasons()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i * 7 % 5 + i / 4 * 0.5)];

        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(values, 4);

        Assert.NotNull(test.CorrelatedVariance);
        Assert.Null(SeasonalMannKendallTest.FromValues(values.AsSpan(0, 36), 4).CorrelatedVariance);
    }

    // A last cycle that is not full is the same as one whose end is missing.
    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    public void FromValues_LastCycleNotFull_IsThatWithAMissingEnd(int length)
    {
        double[] values = [.. Enumerable.Range(0, length).Select(i => i * 7 % 11 + i / 4 * 0.5)];

        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(values, 4);
        SeasonalMannKendallTest full = SeasonalMannKendallTest.FromValues([.. values, .. Enumerable.Repeat(double.NaN, 44 - length)], 4);

        Assert.Equal((length, full.S, full.Slope, full.CorrelatedVariance), (test.Count, test.S, test.Slope, test.CorrelatedVariance));
        Assert.NotNull(test.CorrelatedVariance);
    }

    [Fact]
    public void FromValues_NothingToCompare_HasNoFigures()
    {
        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues([1, 2, 3], 4);

        Assert.Equal(3, test.Count);
        Assert.Equal(4, test.Seasons.Count);
        Assert.Null(test.Slope);
        Assert.Null(test.PValue);
        Assert.Equal("no slope (n = 3)", test.ToString());
    }

    [Fact]
    public void FromValues_NoPeriod_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalMannKendallTest.FromValues([1, 2, 3], 0));

    [Theory]
    [InlineData(100_001)]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void FromValues_SeasonsWithoutEnd_AreRefused(int period) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(period), () => SeasonalMannKendallTest.FromValues([1, 2, 3], period));
}

public class SeasonalMannKendallTestLaws
{
    [Property]
    public Property OneSeasonIsThePlainTest() => Law.ForAll(
        TrendGenerators.Figures,
        figures =>
        {
            MannKendallTest plain = MannKendallTest.FromValues(figures);
            SeasonalMannKendallTest seasonal = SeasonalMannKendallTest.FromValues(figures, 1);
            return seasonal.S == plain.S && seasonal.Slope == plain.Slope && seasonal.SlopeLower == plain.SlopeLower && seasonal.Z == plain.Z;
        });

    [Property]
    public Property ASeasonAddedChangesNothing() => Law.ForAll(
        from cycles in Gen.Choose(2, 8)
        from figures in Gen.Choose(-50, 50).Select(x => (double)x).ArrayOf(cycles * 4)
        select figures,
        figures =>
        {
            SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(figures, 4);
            SeasonalMannKendallTest shifted = SeasonalMannKendallTest.FromValues([.. figures.Select((x, i) => x + 100 * (i % 4))], 4);
            return shifted.S == test.S && shifted.Slope == test.Slope && shifted.HeterogeneityPValue == test.HeterogeneityPValue;
        });

    [Property]
    public Property MovingTogetherCountsEveryPairOfPlaces() => Law.ForAll(
        from length in Gen.Choose(0, 30)
        from first in Gen.Choose(0, 5).ArrayOf(length)
        from second in Gen.Choose(0, 5).ArrayOf(length)
        select (First: first.Select(x => x == 5 ? (double?)null : x).ToArray(), Second: second.Select(x => x == 5 ? (double?)null : x).ToArray()),
        x =>
        {
            long score = 0;
            for (int i = 0; i < x.First.Length; i++)
            {
                for (int j = i + 1; j < x.First.Length; j++)
                {
                    score += Math.Sign((x.First[j] - x.First[i]) * (x.Second[j] - x.Second[i]) ?? 0);
                }
            }

            return KendallScore.Between(x.First, x.Second) == score;
        });
}
