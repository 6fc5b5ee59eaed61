namespace CxKpi.Tests.Evidence;

/// <summary>Exact coverage of net-score intervals: every outcome of a small sample, weighted by its probability.</summary>
public class NetCoverageTests
{
    private static readonly (double Positive, double Neutral, double Negative)[] Populations =
    [
        (0.6, 0.3, 0.1), (0.5, 0.3, 0.2), (0.4, 0.3, 0.3), (0.3, 0.4, 0.3), (0.1, 0.2, 0.7),
        (0.97, 0.02, 0.01), (0.05, 0.9, 0.05), (0.8, 0.15, 0.05), (0.45, 0.1, 0.45), (1.0 / 3, 1.0 / 3, 1.0 / 3),
    ];

    [Theory]
    [InlineData(10, 0.94)]
    [InlineData(20, 0.92)]
    public void Score_SmallSamples_KeepsItsPromise(int n, double least) =>
        Assert.All(Populations, population => Assert.InRange(Coverage(population, n, NetInterval.Score), least, 1));

    [Fact]
    public void Wald_TenAnswersThatNearlyAllAgree_ContainsTheTruthOneTimeInFour() =>
        Assert.InRange(Coverage((0.97, 0.02, 0.01), 10, NetInterval.Wald), 0.2, 0.3);

    private static double Coverage((double Positive, double Neutral, double Negative) population, int n, NetInterval method)
    {
        double truth = 100 * (population.Positive - population.Negative), covered = 0;
        for (int positive = 0; positive <= n; positive++)
        {
            for (int neutral = 0; neutral <= n - positive; neutral++)
            {
                Estimate estimate = new NetTally(positive, neutral, n - positive - neutral).Estimate(0.95, method)!.Value;
                if (estimate.Lower <= truth + 1e-9 && estimate.Upper >= truth - 1e-9)
                {
                    covered += Probability(population, positive, neutral, n - positive - neutral);
                }
            }
        }

        return covered;
    }

    private static double Probability((double Positive, double Neutral, double Negative) population, int positive, int neutral, int negative)
    {
        double ways = 1;
        for (int i = 1; i <= neutral; i++)
        {
            ways = ways * (positive + i) / i;
        }

        for (int i = 1; i <= negative; i++)
        {
            ways = ways * (positive + neutral + i) / i;
        }

        return ways * Math.Pow(population.Positive, positive) * Math.Pow(population.Neutral, neutral) * Math.Pow(population.Negative, negative);
    }
}
