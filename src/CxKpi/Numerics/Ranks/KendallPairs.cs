namespace CxKpi;

/// <summary>Pairs of rows in which two figures move together, apart, or not at all.</summary>
/// <param name="Score">The pairs that move together, less those that move apart.</param>
/// <param name="All">All pairs.</param>
/// <param name="TiedFirst">The pairs whose first figures are equal.</param>
/// <param name="TiedSecond">The pairs whose second figures are equal.</param>
/// <remarks>
/// Sorted by the first figure, the inversions of the second are the pairs that move apart: W. R. Knight, "A computer method for calculating Kendall's tau
/// with
/// ungrouped data", 1966.
/// </remarks>
internal readonly record struct KendallPairs(long Score, long All, long TiedFirst, long TiedSecond)
{
    /// <summary>The score divided by the largest that ties allow (tau-b); <see langword="null"/> where one of the figures does not vary.</summary>
    internal double? TauB
    {
        get
        {
            long first = All - TiedFirst, second = All - TiedSecond;
            return first == 0 || second == 0 ? null
                : first == second ? (double)Score / first
                : Score / (Math.Sqrt(first) * Math.Sqrt(second));
        }
    }

    /// <summary>Counts the pairs of two lists of the same length without NaN.</summary>
    internal static KendallPairs Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[] x = first.ToArray(), y = second.ToArray();
        Array.Sort(x, y);
        long tiedFirst = 0, tiedBoth = 0;
        for (int from = 0, to; from < x.Length; from = to)
        {
            to = EndOfTies(x, from);
            tiedFirst += Pairs(to - from);
            if (to - from > 1)
            {
                Array.Sort(y, from, to - from);
                tiedBoth += TiedPairs(y.AsSpan(from, to - from));
            }
        }

        int[] ranks = new int[y.Length], places = [.. Enumerable.Range(0, y.Length)];
        Array.Sort(y, places);
        for (int from = 0, to, rank = 0; from < y.Length; from = to, rank++)
        {
            to = EndOfTies(y, from);
            for (int i = from; i < to; i++)
            {
                ranks[places[i]] = rank;
            }
        }

        long tiedSecond = TiedPairs(y), all = Pairs(y.Length), apart = Inversions.Count(ranks, places);
        return new(all - tiedFirst - tiedSecond + tiedBoth - 2 * apart, all, tiedFirst, tiedSecond);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static int EndOfTies(ReadOnlySpan<double> sorted, int from)
    {
        int to = from + 1;
        while (to < sorted.Length && sorted[to] == sorted[from])
        {
            to++;
        }

        return to;
    }

    private static long TiedPairs(ReadOnlySpan<double> sorted)
    {
        long tied = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = EndOfTies(sorted, from);
            tied += Pairs(to - from);
        }

        return tied;
    }
}
