namespace CxKpi.Tests.Trends;

/// <summary>The slow, obvious models: every pair is looked at.</summary>
internal static class BruteForceSlopes
{
    internal static long Score(IReadOnlyList<double> values) => Pairs(values).Sum(pair => (long)Math.Sign(pair.Later - pair.Earlier));

    internal static double[] Sorted(IReadOnlyList<double> values) =>
        [.. Pairs(values).Select(pair => (pair.Later - pair.Earlier) / pair.Steps).Order()];

    internal static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    /// <summary>The share of all orders of the values whose score lies at least as far from zero.</summary>
    internal static double PermutationPValue(double[] values)
    {
        long distance = Math.Abs(Score(values)), beyond = 0, all = 0;
        Permute(values, 0, order =>
        {
            all++;
            beyond += Math.Abs(Score(order)) >= distance ? 1 : 0;
        });
        return (double)beyond / all;
    }

    private static void Permute(double[] values, int from, Action<double[]> visit)
    {
        if (from == values.Length)
        {
            visit(values);
            return;
        }

        for (int i = from; i < values.Length; i++)
        {
            (values[from], values[i]) = (values[i], values[from]);
            Permute(values, from + 1, visit);
            (values[from], values[i]) = (values[i], values[from]);
        }
    }

    private static IEnumerable<(double Earlier, double Later, int Steps)> Pairs(IReadOnlyList<double> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            for (int j = i + 1; j < values.Count; j++)
            {
                if (!double.IsNaN(values[i]) && !double.IsNaN(values[j]))
                {
                    yield return (values[i], values[j], j - i);
                }
            }
        }
    }
}
