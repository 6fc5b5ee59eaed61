namespace CxKpi;

/// <summary>The distribution of Kendall's score S (rising pairs less falling pairs) when every order of the values is equally probable.</summary>
internal static class KendallScore
{
    /// <summary>The sizes of the groups of equal values, groups of one included.</summary>
    internal static List<int> Ties(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        List<int> ties = [];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from];)
            {
                to++;
            }

            ties.Add(to - from);
        }

        return ties;
    }

    /// <summary>[n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18: Kendall, Rank Correlation Methods, 1975.</summary>
    internal static double Variance(int count, List<int> ties)
    {
        Int128 sum = Term(count);
        foreach (int tie in ties)
        {
            sum -= Term(tie);
        }

        return (double)sum / 18;

        static Int128 Term(int n) => (Int128)n * (n - 1) * (2L * n + 5);
    }

    /// <summary>The variance where the values that are paired have ties too: Kendall, Rank Correlation Methods, 1975, chapter 5.</summary>
    internal static double Variance(int count, List<int> ties, List<int> otherTies)
    {
        double n = count, pairs = n * (n - 1);
        return count < 2 ? 0
            : (pairs * (2 * n + 5) - Sum(ties, t => t * (t - 1) * (2 * t + 5)) - Sum(otherTies, t => t * (t - 1) * (2 * t + 5))) / 18
                + Sum(ties, t => t * (t - 1)) * Sum(otherTies, t => t * (t - 1)) / (2 * pairs)
                + (count < 3 ? 0 : Sum(ties, t => t * (t - 1) * (t - 2)) * Sum(otherTies, t => t * (t - 1) * (t - 2)) / (9 * pairs * (n - 2)));

        static double Sum(List<int> sizes, Func<double, double> term) => sizes.Sum(size => term(size));
    }

    /// <summary>S less one step towards zero, over its standard deviation; 0 when all values are equal.</summary>
    internal static double ContinuousZ(long score, double variance) => variance > 0 ? (score - Math.Sign(score)) / Math.Sqrt(variance) : 0;

    /// <summary>The exact probability of a score at least as far from zero. It suits few values, because the numbers of orders must fit the type.</summary>
    /// <remarks>
    /// The falling pairs among the distinct arrangements of tied values follow the q-multinomial coefficient, built here group by group:
    /// a group of t values placed among m earlier ones adds the q-binomial coefficient of m + t over t (MacMahon, 1916).
    /// </remarks>
    internal static double ExactPValue(long score, List<int> ties)
    {
        long[] falling = [1];
        int placed = 0;
        foreach (int tie in ties)
        {
            falling = Product(falling, QBinomial(placed + tie, tie));
            placed += tie;
        }

        long untied = falling.Length - 1, distance = Math.Abs(score), beyond = 0, all = 0;
        for (long pairs = 0; pairs <= untied; pairs++)
        {
            all += falling[pairs];
            beyond += Math.Abs(untied - 2 * pairs) >= distance ? falling[pairs] : 0;
        }

        return (double)beyond / all;
    }

    /// <summary>
    /// Pairs of places where two series change together, less pairs where they change apart; places where either is missing, or that one series does not
    /// reach, are left out.
    /// </summary>
    internal static long Between(double?[] first, double?[] second)
    {
        int[] known = [.. Enumerable.Range(0, Math.Min(first.Length, second.Length)).Where(i => first[i] is not null && second[i] is not null)];
        return KendallPairs.Of([.. known.Select(i => first[i]!.Value)], [.. known.Select(i => second[i]!.Value)]).Score;
    }

    private static long[] QBinomial(int n, int k)
    {
        // Pascal's rule: [n, k] = [n − 1, k − 1] + q^k·[n − 1, k].
        long[][] row = [.. Enumerable.Range(0, k + 1).Select(j => j == 0 ? new long[] { 1 } : [])];
        for (int i = 1; i <= n; i++)
        {
            for (int j = Math.Min(i, k); j >= 1; j--)
            {
                long[] sum = new long[j * (i - j) + 1];
                for (int q = 0; q < row[j - 1].Length; q++)
                {
                    sum[q] += row[j - 1][q];
                }

                for (int q = 0; q < row[j].Length; q++)
                {
                    sum[q + j] += row[j][q];
                }

                row[j] = sum;
            }
        }

        return row[k];
    }

    private static long[] Product(long[] a, long[] b)
    {
        long[] product = new long[a.Length + b.Length - 1];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }

        return product;
    }
}
