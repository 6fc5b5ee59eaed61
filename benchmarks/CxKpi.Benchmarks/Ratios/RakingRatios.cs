using CxKpi.Practices;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Raking from rows with text keys to weights, against the textbook's loop over rows and dictionaries, to the same precision.</summary>
internal static class RakingRatios
{
    private const int Rows = 10_000;
    private const double Tolerance = 1e-11;

    // Two to twelve categories, as gender, region, age and tenure have them.
    private static readonly int[] Categories = [2, 12, 6, 5];

    public static IEnumerable<Ratio> Measure()
    {
        string[][] columns = RandomColumns();
        Dictionary<string, decimal>[] population = [.. Categories.Select((count, m) => Enumerable.Range(0, count)
            .ToDictionary(k => Key(m, k), k => (k + 2m) / Enumerable.Range(2, count).Sum() * 1_000_000, StringComparer.Ordinal))];
        yield return new("raking.10k_rows_4_margins.vs_naive", Race.MedianSpeedRatio(
            n => Rake(First(columns, n), population),
            n => Naive(First(columns, n), population),
            Rows), Target: 3);
    }

    private static long Rake(string[][] columns, Dictionary<string, decimal>[] population) =>
        (long)SampleWeights.Rake(columns.Zip(population, (rows, sizes) => PopulationMargin.Of("margin", rows, sizes))).Values[0];

    private static long Naive(string[][] columns, Dictionary<string, decimal>[] population)
    {
        int rows = columns[0].Length;
        double[] weights = new double[rows];
        Array.Fill(weights, 1);
        for (bool moved = true; moved;)
        {
            moved = false;
            for (int m = 0; m < columns.Length; m++)
            {
                Dictionary<string, double> sums = new(StringComparer.Ordinal);
                for (int i = 0; i < rows; i++)
                {
                    sums[columns[m][i]] = sums.GetValueOrDefault(columns[m][i]) + weights[i];
                }

                Dictionary<string, double> factors = sums.ToDictionary(
                    sum => sum.Key, sum => (double)population[m][sum.Key] / sum.Value, StringComparer.Ordinal);
                moved |= factors.Values.Any(factor => Math.Abs(factor - 1) > Tolerance);
                for (int i = 0; i < rows; i++)
                {
                    weights[i] *= factors[columns[m][i]];
                }
            }
        }

        return (long)weights[0];
    }

    // Shorter columns serve the warm-up only.
    private static string[][] First(string[][] columns, int n) => n == columns[0].Length ? columns : [.. columns.Select(column => column[..n])];

    private static string Key(int margin, int category) => FormattableString.Invariant($"margin {margin}, category {category}");

    private static string[][] RandomColumns()
    {
        Random random = new(4);
        return [.. Categories.Select((count, m) => Enumerable.Range(0, Rows).Select(_ => Key(m, random.Next(1 + random.Next(count)))).ToArray())];
    }
}
