namespace CxKpi.Practices;

/// <summary>The asymptotic standard error of Kendall's tau-b.</summary>
/// <remarks>
/// From how many rows each row agrees and disagrees with, found by counting below in a binary indexed tree: O(n log n).
/// Source: M. B. Brown and J. K. Benedetti, "Sampling behavior of tests for correlation in two-way contingency tables", 1977.
/// </remarks>
internal static class KendallError
{
    internal static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int n = x.Length;
        (int[] first, int[] firstSizes) = Groups(x);
        (int[] second, int[] secondSizes) = Groups(y);
        double[] standing = Standings(first, firstSizes, second, secondSizes);
        double all = (double)n * n, freeFirst = all - Squares(firstSizes), freeSecond = all - Squares(secondSizes), root = Math.Sqrt(freeFirst * freeSecond);
        double tau = standing.Sum() / root, sum = 0;
        for (int i = 0; i < n; i++)
        {
            double margin = firstSizes[first[i]] * freeSecond + secondSizes[second[i]] * freeFirst;
            double term = 2 * root * standing[i] + tau * margin;
            sum += term * term;
        }

        double tied = tau * (freeFirst + freeSecond);
        double variance = (sum - (double)n * n * n * tied * tied) / (root * root * root * root);
        return variance > 1e-14 / n ? Math.Sqrt(variance) : 0;
    }

    /// <summary>For each row, the rows that agree with it in their order less those that disagree.</summary>
    private static double[] Standings(int[] first, int[] firstSizes, int[] second, int[] secondSizes)
    {
        int n = first.Length;
        int[] order = [.. Enumerable.Range(0, n)], keys = [.. first];
        Array.Sort(keys, order);
        long[] tree = new long[secondSizes.Length + 1], secondBelow = Below(secondSizes), firstBelow = Below(firstSizes);
        double[] standing = new double[n];
        for (int from = 0, to; from < n; from = to)
        {
            for (to = from; to < n && keys[to] == keys[from]; to++)
            {
                // Among rows whose first figure is lower: those whose second is lower, and those whose second is higher.
                int row = order[to], rank = second[row];
                long lower = Sum(tree, rank), upTo = Sum(tree, rank + 1);
                standing[row] = lower - (firstBelow[keys[from]] - upTo);
            }

            for (int i = from; i < to; i++)
            {
                Add(tree, second[order[i]]);
            }

            for (int i = from; i < to; i++)
            {
                // Rows whose first figure is higher are all others.
                int row = order[i], rank = second[row];
                long lowerYet = secondBelow[rank] - Sum(tree, rank);
                long higherYet = n - secondBelow[rank] - secondSizes[rank] - (to - Sum(tree, rank + 1));
                standing[row] += higherYet - lowerYet;
            }
        }

        return standing;
    }

    private static (int[] Ranks, int[] Sizes) Groups(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] places = [.. Enumerable.Range(0, sorted.Length)], ranks = new int[sorted.Length];
        Array.Sort(sorted, places);
        List<int> sizes = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sizes.Add(0);
            }

            sizes[^1]++;
            ranks[places[i]] = sizes.Count - 1;
        }

        return (ranks, [.. sizes]);
    }

    private static long[] Below(int[] sizes)
    {
        long[] below = new long[sizes.Length];
        for (int i = 1; i < sizes.Length; i++)
        {
            below[i] = below[i - 1] + sizes[i - 1];
        }

        return below;
    }

    private static double Squares(int[] sizes) => sizes.Sum(size => (double)size * size);

    /// <summary>The number of rows with a rank below the given one.</summary>
    private static long Sum(long[] tree, int rank)
    {
        long sum = 0;
        for (int i = rank; i > 0; i -= i & -i)
        {
            sum += tree[i];
        }

        return sum;
    }

    private static void Add(long[] tree, int rank)
    {
        for (int i = rank + 1; i < tree.Length; i += i & -i)
        {
            tree[i]++;
        }
    }
}
