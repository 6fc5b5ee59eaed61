namespace CxKpi.Tests.Weighting;

/// <summary>Weighting as textbooks tell it: row by row, with nothing put together.</summary>
internal static class SlowWeights
{
    /// <summary>Raking by dictionaries, for a fixed number of rounds.</summary>
    internal static double[] Rake(IReadOnlyList<string[]> rows, IReadOnlyList<Dictionary<string, decimal>> targets, double[] baseWeights, int rounds)
    {
        double[] weights = [.. baseWeights];
        for (int round = 0; round < rounds; round++)
        {
            for (int m = 0; m < targets.Count; m++)
            {
                Dictionary<string, double> sums = new(StringComparer.Ordinal);
                for (int i = 0; i < weights.Length; i++)
                {
                    sums[rows[m][i]] = sums.GetValueOrDefault(rows[m][i]) + weights[i];
                }

                for (int i = 0; i < weights.Length; i++)
                {
                    weights[i] *= (double)targets[m][rows[m][i]] / sums[rows[m][i]];
                }
            }
        }

        return weights;
    }
}
