namespace CxKpi.Tests.Numerics;

public class BinomialDistributionTests
{
    [Fact]
    public void Probability_ReferenceTable_Agrees() =>
        Reference.Agrees("binomial-probability", row => BinomialDistribution.Probability((long)row[0], (long)row[1], row[2]), 1e-14);

    [Fact]
    public void Cdf_ReferenceTable_Agrees() =>
        Reference.Agrees("binomial-cdf", row => BinomialDistribution.Cdf((long)row[0], (long)row[1], row[2]), 1e-14);

    [Fact]
    public void Quantile_ReferenceTable_IsRsCount() =>
        Reference.Agrees("binomial-quantile", row => BinomialDistribution.Quantile(row[0], (long)row[1], row[2]), 0);

    // Half a chance makes every cumulative probability a fraction of 2ⁿ that a double holds exactly.
    [Fact]
    public void Quantile_LevelEqualToACumulativeProbability_FindsThatCount()
    {
        for (int n = 1; n <= 50; n++)
        {
            double ways = 1;
            double sum = 0;
            for (int k = 0; k < n; k++)
            {
                sum += ways;
                ways = ways * (n - k) / (k + 1);
                Assert.Equal(k, BinomialDistribution.Quantile(sum / Math.Pow(2, n), n, 0.5));
            }
        }
    }

    // R: qbinom(.025, 1e8, .5), qbinom(1e-9, 1e8, .9).
    [Theory]
    [InlineData(0.025, 0.5, 49990200)]
    [InlineData(1e-9, 0.9, 89982002)]
    public void Quantile_HundredMillionTrials_IsRsCount(double p, double probability, long expected) =>
        Assert.Equal(expected, BinomialDistribution.Quantile(p, 100_000_000, probability));

    [Theory]
    [InlineData(0.0, 10, 0.3, 0)]
    [InlineData(1.0, 10, 0.3, 10)]
    [InlineData(0.7, 10, 0.0, 0)]
    [InlineData(0.7, 10, 1.0, 10)]
    [InlineData(0.7, 0, 0.3, 0)]
    [InlineData(0.3, 1000, 5e-324, 0)]
    [InlineData(0.3, 1000, 0.9999999999999999, 1000)]
    public void Quantile_CertainCases_AreTheEnds(double p, long trials, double probability, long expected) =>
        Assert.Equal(expected, BinomialDistribution.Quantile(p, trials, probability));

    [Theory]
    [InlineData(-1, 0.0, 0.0)]
    [InlineData(10, 1.0, 1 / 1024.0)]
    [InlineData(11, 1.0, 0.0)]
    public void CdfAndProbability_OutsideOrAtTheEnd_AreCertain(long successes, double cumulative, double probability)
    {
        Assert.Equal(cumulative, BinomialDistribution.Cdf(successes, 10, 0.5));
        Assert.Equal(probability, BinomialDistribution.Probability(successes, 10, 0.5), 1e-17);
    }

    [Fact]
    public void Probability_CertainTarget_IsAllOrNothing()
    {
        Assert.Equal(1, BinomialDistribution.Probability(0, 10, 0));
        Assert.Equal(0, BinomialDistribution.Probability(1, 10, 0));
        Assert.Equal(1, BinomialDistribution.Probability(10, 10, 1));
        Assert.Equal(0, BinomialDistribution.Probability(9, 10, 1));
        Assert.Equal(1, BinomialDistribution.Probability(0, 0, 0.3));
    }

    [Fact]
    public void Cdf_NegativeTrials_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Cdf(0, -1, 0.5));
}
