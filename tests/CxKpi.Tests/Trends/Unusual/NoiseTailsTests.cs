using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class NoiseTailsTests
{
    private static readonly double[] Normal = [.. Enumerable.Range(1, 40).Select(i => NormalDistribution.Quantile(0.5 + i / 84.0))];
    private static readonly double[] Heavy = [.. Normal.Select(x => x * Math.Exp(x * x / 4))];

    [Fact]
    public void PValue_StandardNormal_IsTheRatioOfTwoTails() => Assert.Equal(
        Math.Pow(NormalDistribution.TwoSidedPValue(4) / NormalDistribution.TwoSidedPValue(Normal[^1]), 2),
        NoiseTails.PValue(Normal, 2, 4, isStandardNormal: true),
        1e-12);

    [Fact]
    public void PValue_NotBeyondTheOthers_IsOne()
    {
        Assert.Equal(1, NoiseTails.PValue(Normal, 1, Normal[^1], isStandardNormal: false));
        Assert.Equal(1, NoiseTails.PValue([], 1, 3, isStandardNormal: false));
    }

    [Fact]
    public void PValue_FurtherOut_Falls()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(i => NoiseTails.PValue(Normal, 1, Normal[^1] + 0.01 + i, isStandardNormal: false))];

        Assert.Equal(values.OrderDescending(), values);
        Assert.InRange(values[0], 0.9, 1);
        Assert.InRange(values[^1], 0, 0.005);
    }

    [Fact]
    public void PValue_AnyScale_IsTheSame()
    {
        foreach (double scale in new[] { 1e-100, 1e-3, 1e100 })
        {
            Assert.Equal(
                NoiseTails.PValue(Normal, 1, 7, isStandardNormal: false),
                NoiseTails.PValue([.. Normal.Select(x => x * scale)], 1, 7 * scale, isStandardNormal: false),
                1e-9);
        }
    }

    [Fact]
    public void PValue_AmongHeavyTails_IsLarger()
    {
        double among = NoiseTails.PValue(Normal, 1, 2 * Normal[^1], isStandardNormal: false);

        Assert.InRange(among, 0.01, 0.1);
        Assert.True(NoiseTails.PValue(Heavy, 1, 2 * Heavy[^1], isStandardNormal: false) > 1.5 * among);
    }

    [Fact]
    public void PValue_OthersAllAtTheirExpectation_IsZero() => Assert.Equal(0, NoiseTails.PValue([0, 0, 0], 1, 1, isStandardNormal: false));

    [Fact]
    public void PValue_ManyBeyond_StaysANumber() =>
        Assert.InRange(NoiseTails.PValue(Normal, 80, Normal[^1] + 1, isStandardNormal: false), 0, 0.5);
}
