namespace CxKpi;

/// <summary>The gaps of a series, and whether it can be decomposed in spite of them.</summary>
internal static class StlGaps
{
    internal static bool IsMissing(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int i) =>
        double.IsNaN(values[i]) || (!weights.IsEmpty && weights[i] == 0);

    /// <summary>The first place of the cycle with fewer than two figures.</summary>
    internal static int? SparsePlace(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int period)
    {
        for (int place = 0; place < period; place++)
        {
            int figures = 0;
            for (int i = place; i < values.Length && figures < 2; i += period)
            {
                figures += IsMissing(values, weights, i) ? 0 : 1;
            }

            if (figures < 2)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The longest run of missing figures.</summary>
    internal static (int Start, int Length) Longest(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        int start = 0, length = 0, run = 0;
        for (int i = 0; i < values.Length; i++)
        {
            run = IsMissing(values, weights, i) ? run + 1 : 0;
            if (run > length)
            {
                (start, length) = (i - run + 1, run);
            }
        }

        return (start, length);
    }
}
