namespace CxKpi.Benchmarks.Coverage;

/// <summary>Clusters that resemble themselves: each has a share of its own, by a normal spread of 1 on logits.</summary>
internal static class Clusters
{
    private static readonly int[] Sizes = [5, 10, 20, 50, 100];

    public static IEnumerable<Cell> All(int samples)
    {
        foreach (double share in (double[])[0.95, 0.7])
        {
            double middle = Middle(share);
            string name = FormattableString.Invariant($"share of {share}, 20 a cluster");
            foreach (int clusters in Sizes)
            {
                yield return Simulation.Of($"{name}: multiple of the standard error", clusters, samples, (ref random, size) =>
                    Outcome.Of(Shares(ref random, size, middle).Clusters.Estimate()!.Value, share)) with
                { IsComparison = true };
                yield return Simulation.Of(name, clusters, samples, (ref random, size) => Outcome.Of(Shares(ref random, size, middle), share));
            }
        }

        foreach (int clusters in Sizes)
        {
            yield return Simulation.Of("net score of 40, 1 to 5 answers a cluster", clusters, samples, (ref random, size) =>
                Outcome.Of(NetScores(ref random, size, Middle(0.7)), 40));
        }
    }

    private static Clustered<AnswerRate> Shares(ref RepeatableRandom random, int clusters, double middle)
    {
        Clustered<AnswerRate> all = default;
        for (int i = 0; i < clusters; i++)
        {
            double share = ShareScale.Share(middle + random.NextNormal());
            long handled = 0;
            for (int j = 0; j < 20; j++)
            {
                handled += random.NextUnit() < share ? 1 : 0;
            }

            all = all.Combine(Clustered.FromCluster(new AnswerRate(handled, 20)));
        }

        return all;
    }

    // Promoters or detractors, and nothing between.
    private static Clustered<Nps> NetScores(ref RepeatableRandom random, int clusters, double middle)
    {
        Clustered<Nps> all = default;
        for (int i = 0; i < clusters; i++)
        {
            double share = ShareScale.Share(middle + random.NextNormal());
            Nps own = default;
            for (int j = 0; j <= i % 5; j++)
            {
                own = own.Combine(random.NextUnit() < share ? new(1, 0, 0) : new(0, 0, 1));
            }

            all = all.Combine(Clustered.FromCluster(own));
        }

        return all;
    }

    /// <summary>The logit around which shares with a spread of 1 are on average a given share.</summary>
    private static double Middle(double share)
    {
        double low = -10, high = 10;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2, sum = 0, weights = 0;
            for (double z = -8; z <= 8; z += 0.01)
            {
                double weight = Math.Exp(-z * z / 2);
                sum += weight * ShareScale.Share(middle + z);
                weights += weight;
            }

            (low, high) = sum / weights < share ? (middle, high) : (low, middle);
        }

        return low;
    }
}
