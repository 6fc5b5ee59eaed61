namespace CxKpi.Tests.Numerics;

public class BinomialDrawsTests
{
    // The mean, the variance and the chances of single numbers, within five standard errors.
    [Theory]
    [InlineData(3, 0.4)]
    [InlineData(40, 0.03)]
    [InlineData(60, 0.5)]
    [InlineData(60, 0.93)]
    [InlineData(1000, 0.2)]
    [InlineData(4_000_000_000, 3e-9)]
    [InlineData(4_000_000_000, 0.25)]
    public void Next_ManyDraws_FollowTheDistribution(long trials, double probability)
    {
        const int Draws = 40_000;
        RepeatableRandom random = new(7);
        long[] drawn = new long[Draws];
        for (int i = 0; i < Draws; i++)
        {
            drawn[i] = BinomialDraws.Next(ref random, trials, probability);
        }

        double mean = trials * probability, variance = mean * (1 - probability);
        Assert.All(drawn, successes => Assert.InRange(successes, 0, trials));
        Assert.InRange((drawn.Average() - mean) / Math.Sqrt(variance / Draws), -5, 5);
        double kurtosis = 3 + (1 - 6 * probability * (1 - probability)) / variance, found = drawn.Average(x => (x - mean) * (x - mean));
        Assert.InRange((found / variance - 1) / Math.Sqrt((kurtosis - 1) / Draws), -5, 5);
        foreach (double quantile in new[] { 0.01, 0.1, 0.3, 0.5, 0.8, 0.99 })
        {
            long at = BinomialDistribution.Quantile(quantile, trials, probability);
            double chance = BinomialDistribution.Cdf(at, trials, probability), counted = drawn.Count(x => x <= at) / (double)Draws;
            Assert.InRange(Math.Abs(counted - chance), 0, 5 * Math.Sqrt(chance * (1 - chance) / Draws) + 1e-9);
        }
    }

    [Fact]
    public void Next_CertainOrImpossible_IsThat()
    {
        RepeatableRandom random = new(3);

        Assert.Equal((9, 0, 0), (BinomialDraws.Next(ref random, 9, 1), BinomialDraws.Next(ref random, 9, 0), BinomialDraws.Next(ref random, 0, 0.5)));
    }
}
