using CxKpi.Trends;

namespace CxKpi;

/// <summary>What season and trend leave of the figures, while one figure after the other leaves the fit.</summary>
/// <remarks>
/// The plain decomposition is linear, so the remainders are a matrix times the figures. Without a figure the matrix is the one in which that figure equals
/// what the others lead to expect, whatever it was: a step of elimination.
/// </remarks>
internal sealed class Remainders
{
    // Of a figure that nearly determines its own fit nothing can be said.
    private const double LeastPart = 1e-6;

    private readonly CycleSeries source;
    private readonly int[] used;
    private readonly double[][] rows;
    private readonly double[] remainders;
    private readonly List<int> gone = [];
    private double[] distances = [];
    private bool isStandardNormal;

    internal Remainders(CycleSeries source, StlOptions options)
    {
        this.source = source;
        double[] weights = SeasonalFit.Weights(source, options, out _);
        used = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0)];
        StlDecomposition parts = Stl.Decompose(source.Figures, source.Cycle, options, weights);
        remainders = [.. used.Select(i => parts.Remainder[i])];
        StlSmoother smoother = new(source.Count, source.Cycle, options, weights);
        rows = [.. used.Select(_ => new double[used.Length])];
        for (int j = 0; j < used.Length; j++)
        {
            (double[] seasonal, double[] trend) = smoother.Response(used[j]);
            for (int i = 0; i < used.Length; i++)
            {
                rows[i][j] = (i == j ? 1 : 0) - seasonal[used[i]] - trend[used[i]];
            }
        }

        // What rounding leaves of the largest figure is nothing.
        double rounding = 1e-13 * used.Select(i => Math.Abs(source.Figures[i])).DefaultIfEmpty(0).Max();
        for (int i = 0; i < remainders.Length; i++)
        {
            remainders[i] = Math.Abs(remainders[i]) > rounding ? remainders[i] : 0;
        }

        Measure();
    }

    /// <summary>Takes the furthest figure out of the fit, so that it no longer hides itself and others; false when there is none.</summary>
    internal bool Leave()
    {
        int furthest = -1;
        for (int i = 0; i < used.Length; i++)
        {
            if (!gone.Contains(i) && rows[i][i] > LeastPart && distances[i] != 0 && (furthest < 0 || Math.Abs(distances[i]) > Math.Abs(distances[furthest])))
            {
                furthest = i;
            }
        }

        if (furthest < 0)
        {
            return false;
        }

        double[] pivot = rows[furthest];
        double own = pivot[furthest], remainder = remainders[furthest] /= own;
        for (int j = 0; j < pivot.Length; j++)
        {
            pivot[j] /= own;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double share = rows[i][furthest];
            if (i == furthest || share == 0)
            {
                continue;
            }

            remainders[i] -= share * remainder;
            for (int j = 0; j < pivot.Length; j++)
            {
                rows[i][j] -= share * pivot[j];
            }
        }

        gone.Add(furthest);
        Measure();
        return true;
    }

    /// <summary>How often chance throws as many figures together as far out as those that left.</summary>
    internal double PValue() => NoiseTails.PValue(
        [.. Staying.Select(i => Math.Abs(distances[i]))],
        gone.Count,
        gone.Min(i => Math.Abs(distances[i])),
        isStandardNormal);

    /// <summary>The figures that left, with what the others lead to expect of them, and their distances in standard deviations of the others.</summary>
    internal IReadOnlyList<(int Place, double Expected, double Studentised)> Explained()
    {
        double size = Math.Sqrt(Staying.Select(i => distances[i] * distances[i]).DefaultIfEmpty(0).Average());
        return [.. gone.Select(i => (used[i], source.Figures[used[i]] - remainders[i], distances[i] / size))];
    }

    private IEnumerable<int> Staying => Enumerable.Range(0, used.Length).Where(i => !gone.Contains(i) && rows[i][i] > LeastPart);

    /// <summary>Divides the remainders by their standard deviations, in units of the figures' own where sampling variances are known.</summary>
    private void Measure()
    {
        double[] variances = [.. used.Select(_ => 1.0)];
        if (source.Variances.Length > 0)
        {
            int[] staying = [.. Staying];
            double[] sampling = [.. used.Select(i => source.Variances[i])];
            double between = BetweenVariance.Estimate(
                [.. staying.Select(i => remainders[i])],
                [.. staying.Select(i => rows[i].Sum(x => x * x))],
                [.. staying.Select(i => sampling[i])]);
            double least = 1e-6 * sampling.Average(v => between + v);
            variances = [.. sampling.Select(v => Math.Max(least, between + v))];
            isStandardNormal = between == 0;
        }

        distances = new double[used.Length];
        for (int i = 0; i < used.Length; i++)
        {
            double own = 0;
            for (int j = 0; j < used.Length; j++)
            {
                own += rows[i][j] * rows[i][j] * variances[j];
            }

            distances[i] = own > 0 ? remainders[i] / Math.Sqrt(own) : 0;
        }
    }
}
