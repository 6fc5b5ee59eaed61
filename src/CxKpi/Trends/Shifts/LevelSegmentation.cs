using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The best division of figures into segments of one level each.</summary>
/// <remarks>
/// <code>cost = sum over segments of sum (x - mean of the segment)² + penalty · changes</code>
/// <para>
/// It is the optimum over all divisions, found by dynamic programming in quadratic time (Jackson et al., An algorithm for optimal partitioning of data on an
/// interval, 2005). Where several divisions have the same cost, the one with the longest later segments is returned.
/// </para>
/// <para>
/// The penalty sets the scale: give it in squared units of the figures, such as 3 · ln n · variance.
/// Penalties made for independent noise find changes in nearly every autocorrelated series, and a slope looks like steps. The method <c>Shifts</c> of a series
/// allows for both.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LevelSegmentation
{
    /// <summary>Beyond this the quadratic search takes seconds.</summary>
    private const int Longest = 20_000;

    private LevelSegmentation(IReadOnlyList<LevelSegment> segments, double cost)
    {
        Segments = segments;
        Cost = cost;
    }

    /// <summary>The segments in order of time; empty when there are no figures.</summary>
    public IReadOnlyList<LevelSegment> Segments { get; }

    /// <summary>The cost of the division, including penalties.</summary>
    public double Cost { get; }

    /// <summary>Divides figures into segments.</summary>
    /// <param name="values">The figures in order of time, finite, at most 20,000; NaN where one is missing.</param>
    /// <param name="penalty">The cost of one change, in squared units of the figures; not negative, finite.</param>
    /// <param name="shortest">The smallest number of periods in a segment, at least 1.</param>
    /// <param name="kind">Whether the lengths of segments have a cost as well.</param>
    /// <returns>The best division; it has one segment when there are too few periods for two.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, the penalty is negative or not finite, the shortest segment is below 1, or the kind
    /// is not a named value.</exception>
    /// <exception cref="ArgumentException">There are more than 20,000 figures.</exception>
    public static LevelSegmentation FromValues(
        ReadOnlySpan<double> values,
        double penalty,
        int shortest = 1,
        SegmentationPenalty kind = SegmentationPenalty.PerChange)
    {
        Guard.Finite(Guard.NotNegative(penalty), nameof(penalty));
        Guard.Positive(shortest);
        Guard.Defined(kind);
        if (values.Length > Longest)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(values)} must not be longer than {Longest} figures, but has {values.Length}"),
                nameof(values));
        }

        int n = values.Length;
        (double[] sums, double[] squares, int[] counts, double centre) = Totals(values);
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        bool lengths = kind == SegmentationPenalty.PerChangeAndLength;
        for (int end = 1; end <= n; end++)
        {
            for (int start = 0; start == 0 || start <= end - shortest; start++)
            {
                // Too few periods for any segment still make one.
                bool allowed = end - start >= shortest || (start == 0 && end == n);
                int count = counts[end] - counts[start];
                if (allowed && (count > 0 || (start == 0 && end == n)) && !double.IsPositiveInfinity(best[start]))
                {
                    double sum = sums[end] - sums[start];
                    double around = count == 0 ? 0 : Math.Max(0, squares[end] - squares[start] - sum * sum / count);
                    double cost = best[start] + around + penalty + (lengths ? Math.Log(end - start) : 0);
                    if (cost < best[end])
                    {
                        (best[end], from[end]) = (cost, start);
                    }
                }
            }
        }

        List<LevelSegment> segments = [];
        for (int end = n; end > 0; end = from[end])
        {
            int start = from[end];
            segments.Add(new(start, end - start, centre + (sums[end] - sums[start]) / (counts[end] - counts[start])));
        }

        segments.Reverse();
        return new(segments, n == 0 ? 0 : best[n]);
    }

    /// <summary>Running totals of the figures less their mean: sums of squares of a large level would lose the digits that matter.</summary>
    private static (double[] Sums, double[] Squares, int[] Counts, double Centre) Totals(ReadOnlySpan<double> values)
    {
        double centre = 0;
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]);
            }

            if (!double.IsNaN(values[i]))
            {
                centre += (values[i] - centre) / ++count;
            }
        }

        double[] sums = new double[values.Length + 1], squares = new double[values.Length + 1];
        int[] counts = new int[values.Length + 1];
        for (int i = 0; i < values.Length; i++)
        {
            double gap = double.IsNaN(values[i]) ? 0 : values[i] - centre;
            sums[i + 1] = sums[i] + gap;
            squares[i + 1] = squares[i] + gap * gap;
            counts[i + 1] = counts[i] + (double.IsNaN(values[i]) ? 0 : 1);
        }

        return (sums, squares, counts, centre);
    }

    /// <summary>The segments as text.</summary>
    /// <returns>Text for display, such as <c>#0 to #59: 62.24; #60 to #95: 64.98</c>.</returns>
    public override string ToString() => Segments.Count == 0 ? "no figures" : string.Join("; ", Segments);
}
