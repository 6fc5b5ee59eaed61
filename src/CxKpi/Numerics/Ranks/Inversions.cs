namespace CxKpi;

/// <summary>Pairs in the wrong order, counted or selected by merge sort: Knight, A computer method for calculating Kendall's tau, 1966.</summary>
internal static class Inversions
{
    /// <summary>Sorts <paramref name="items"/> and returns how many pairs were out of order.</summary>
    internal static long Count(Span<int> items, Span<int> workspace) => Visit(items, workspace, [], []);

    /// <summary>
    /// Sorts <paramref name="items"/>. The pairs out of order are numbered as the merging meets them, and those with the wanted numbers are written out.
    /// </summary>
    /// <param name="items">The items; distinct.</param>
    /// <param name="workspace">As long as the items.</param>
    /// <param name="wanted">Numbers of pairs from 0, ascending.</param>
    /// <param name="picked">Receives, per wanted number, the larger item, which stood first, and the smaller.</param>
    /// <returns>How many pairs were out of order.</returns>
    internal static long Visit(Span<int> items, Span<int> workspace, ReadOnlySpan<long> wanted, Span<(int First, int Second)> picked)
    {
        long count = 0;
        int next = 0;
        for (int width = 1; width < items.Length; width = width > items.Length / 2 ? items.Length : 2 * width)
        {
            for (int start = 0; start < items.Length - width; start += 2 * width)
            {
                int middle = start + width, end = (int)Math.Min(items.Length, (long)start + 2L * width);
                int left = start, right = middle, to = start;
                while (left < middle && right < end)
                {
                    if (items[left] <= items[right])
                    {
                        workspace[to++] = items[left++];
                        continue;
                    }

                    int jumped = middle - left;
                    while (next < wanted.Length && wanted[next] < count + jumped)
                    {
                        picked[next] = (items[left + (int)(wanted[next] - count)], items[right]);
                        next++;
                    }

                    count += jumped;
                    workspace[to++] = items[right++];
                }

                items[left..middle].CopyTo(workspace[to..]);
                items[right..end].CopyTo(workspace[(to + middle - left)..]);
                workspace[start..end].CopyTo(items[start..end]);
                if (end == items.Length)
                {
                    break;
                }
            }
        }

        return count;
    }
}
