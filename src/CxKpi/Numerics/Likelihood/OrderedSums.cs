namespace CxKpi;

/// <summary>Sums over many rows on all processors, the same to the last bit on any number of them.</summary>
internal static class OrderedSums
{
    private const int Rows = 4096;

    /// <summary>Adds a stretch of rows to sums that begin at 0.</summary>
    internal delegate void Stretch(int from, int to, Span<double> sums);

    /// <summary>Sums all rows: stretches of a fixed length, whose sums are added in their order.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="totals">Is set to the sums.</param>
    /// <param name="stretch">Sums the rows of a stretch.</param>
    /// <param name="threads">How many threads may work at once; 0 for one a processor.</param>
    internal static void Of(int count, Span<double> totals, Stretch stretch, int threads)
    {
        int width = totals.Length, parts = (count + Rows - 1) / Rows;
        double[] sums = new double[parts * width];
        void Sum(int part) => stretch(part * Rows, Math.Min(count, (part + 1) * Rows), sums.AsSpan(part * width, width));
        if (parts < 2 || threads == 1)
        {
            for (int part = 0; part < parts; part++)
            {
                Sum(part);
            }
        }
        else
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads }, Sum);
        }

        totals.Clear();
        for (int part = 0; part < parts; part++)
        {
            for (int i = 0; i < width; i++)
            {
                totals[i] += sums[part * width + i];
            }
        }
    }
}
