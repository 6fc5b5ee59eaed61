using CxKpi.Trends;

namespace CxKpi;

/// <summary>The plain decomposition as what it is, two matrices: season = H_S · figures, trend = H_T · figures. Known by what an impulse at each place does.</summary>
/// <remarks>What is left is R = I − H_S − H_T times the figures. Prior weights, zeros included, shape the matrices; robust weights are left out, because they depend on the figures.</remarks>
internal sealed class StlSmoother
{
    // Up to this count both matrices are kept: 16 bytes times its square.
    private const int LargestKept = 1500;

    private readonly int period;
    private readonly StlOptions options;
    private readonly double[] weights;
    private readonly StlWorkspace workspace = new();
    private readonly double[] impulse;
    private readonly double[][]? keptSeasons;
    private readonly double[][]? keptTrends;

    internal StlSmoother(int count, int period, StlOptions options, ReadOnlySpan<double> weights = default)
    {
        this.period = period;
        this.options = options with { RobustIterations = 0 };
        this.weights = weights.ToArray();
        Count = count;
        impulse = new double[count];
        (keptSeasons, keptTrends) = count <= LargestKept ? (new double[count][], new double[count][]) : (null, null);
        (RemainderNorms, RemainderTrace, DegreesOfFreedom) = Sums();
    }

    internal int Count { get; }

    /// <summary>diag(R Rᵀ): the variance of each remainder when every figure's is 1; NaN where the figure has no weight.</summary>
    internal double[] RemainderNorms { get; }

    /// <summary>tr(Rᵀ R) over figures with a weight: what a sum of squared remainders is to be divided by.</summary>
    internal double RemainderTrace { get; }

    /// <summary>tr(H_S + H_T): how many parameters season and trend amount to.</summary>
    internal double DegreesOfFreedom { get; }

    internal bool HasWeight(int i) => weights.Length == 0 || weights[i] > 0;

    /// <summary>Season and trend at every place of a figure of 1 at one place among zeros: a column of each matrix.</summary>
    internal (double[] Seasonal, double[] Trend) Response(int place)
    {
        if (keptSeasons?[place] is { } seasons) return (seasons, keptTrends![place]);

        double[] seasonal = new double[Count], trend = new double[Count];
        if (HasWeight(place))
        {
            impulse[place] = 1;
            _ = Stl.Decompose(impulse, period, options, seasonal, trend, workspace, weights);
            impulse[place] = 0;
        }

        if (keptSeasons is not null) (keptSeasons[place], keptTrends![place]) = (seasonal, trend);
        return (seasonal, trend);
    }

    /// <summary>How much each figure counts for the season and the trend at one place: a row of each matrix.</summary>
    internal (double[] Seasonal, double[] Trend) Row(int place)
    {
        double[] seasonal = new double[Count], trend = new double[Count];
        for (int j = 0; j < Count; j++)
        {
            (double[] seasons, double[] trends) = Response(j);
            (seasonal[j], trend[j]) = (seasons[place], trends[place]);
        }

        return (seasonal, trend);
    }

    /// <summary>The variances of the trend and of the seasonally adjusted figures.</summary>
    /// <param name="process">The variance of what the process does around season and trend, the same at every place: noise to the trend, part of an adjusted figure.</param>
    /// <param name="sampling">The sampling variances of the figures; not read where there is no weight.</param>
    internal (double[] Trend, double[] Adjusted) Variances(double process, ReadOnlySpan<double> sampling)
    {
        double[] ofTrend = new double[Count], ofAdjusted = new double[Count];
        for (int j = 0; j < Count; j++)
        {
            if (!HasWeight(j)) continue;

            double own = sampling.IsEmpty ? 0 : sampling[j];
            (double[] seasons, double[] trends) = Response(j);
            for (int t = 0; t < Count; t++)
            {
                double kept = (t == j ? 1 : 0) - seasons[t];
                ofTrend[t] += trends[t] * trends[t] * (process + own);
                ofAdjusted[t] += (seasons[t] * seasons[t] * process) + (kept * kept * own);
            }
        }

        return (ofTrend, ofAdjusted);
    }

    private (double[] Norms, double Trace, double Freedom) Sums()
    {
        double[] norms = new double[Count];
        double freedom = 0, trace = 0;
        for (int j = 0; j < Count; j++)
        {
            if (!HasWeight(j)) continue;

            (double[] seasons, double[] trends) = Response(j);
            freedom += seasons[j] + trends[j];
            for (int t = 0; t < Count; t++)
            {
                double left = (t == j ? 1 : 0) - seasons[t] - trends[t];
                norms[t] += left * left;
            }
        }

        for (int t = 0; t < Count; t++)
        {
            if (HasWeight(t))
            {
                trace += norms[t];
            }
            else
            {
                norms[t] = double.NaN;
            }
        }

        return (norms, trace, freedom);
    }
}
