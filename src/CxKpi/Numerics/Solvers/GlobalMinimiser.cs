namespace CxKpi;

/// <summary>The least value of a function of a few variables, each between 0 and 1.</summary>
/// <remarks>
/// A lattice over the whole box finds the valleys, <see cref="NelderMead"/> walks down the deepest of them: no start to be given, no chance involved,
/// the same point for the same function. A function with a valley narrower than the lattice may hide it.
/// </remarks>
internal static class GlobalMinimiser
{
    // Denser towards 0, where smoothing weights of calm series lie.
    private static readonly double[] Levels = [0.01, 0.1, 0.3, 0.6, 0.95];

    private static readonly double[] FewLevels = [0.03, 0.25, 0.8];

    /// <summary>The best point found by a dense lattice and many descents, for functions that cost little.</summary>
    /// <param name="function">The function.</param>
    /// <param name="dimensions">The number of variables; 0 is allowed.</param>
    internal static double[] Minimise<TFunction>(in TFunction function, int dimensions)
        where TFunction : struct, IVectorFunction =>
        Minimise(function, Lattice(dimensions, Levels), walks: 5, tolerance: 1e-8);

    /// <summary>The same with a tenth of the evaluations, for functions that cost more and have few valleys.</summary>
    /// <param name="function">The function.</param>
    /// <param name="dimensions">The number of variables.</param>
    internal static double[] MinimiseSparingly<TFunction>(in TFunction function, int dimensions)
        where TFunction : struct, IVectorFunction =>
        Minimise(function, Lattice(dimensions, FewLevels), walks: 2, tolerance: 1e-5);

    private static double[] Minimise<TFunction>(in TFunction function, double[][] lattice, int walks, double tolerance)
        where TFunction : struct, IVectorFunction
    {
        if (lattice[0].Length == 0)
        {
            return [];
        }

        double[] heights = new double[lattice.Length];
        for (int i = 0; i < lattice.Length; i++)
        {
            heights[i] = function.At(lattice[i]);
        }

        double[] best = [];
        double least = double.PositiveInfinity;
        foreach (int start in Starts(lattice, heights, walks))
        {
            double[] point = [.. lattice[start]];
            double height = NelderMead.Descend(function, point, tolerance);
            if (height < least || best.Length == 0)
            {
                (best, least) = (point, height);
            }
        }

        return best;
    }

    private static double[][] Lattice(int dimensions, double[] levels)
    {
        double[][] points = [[]];
        for (int d = 0; d < dimensions; d++)
        {
            points = [.. points.SelectMany(point => levels.Select(level => (double[])[.. point, level]))];
        }

        return points;
    }

    /// <summary>The deepest points, of which none is the neighbour of a deeper one that was taken.</summary>
    private static List<int> Starts(double[][] lattice, double[] heights, int walks)
    {
        List<int> taken = [];
        foreach (int candidate in Enumerable.Range(0, lattice.Length).OrderBy(i => heights[i]).ThenBy(i => i))
        {
            if (taken.Count == walks)
            {
                break;
            }

            if (!taken.Exists(other => Distance(lattice[other], lattice[candidate]) < 0.3))
            {
                taken.Add(candidate);
            }
        }

        return taken;
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
