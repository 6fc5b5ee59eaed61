using CxKpi.Trends;

namespace CxKpi;

/// <summary>
/// The plain decomposition as two matrices: season = H_S · figures, trend = H_T · figures. They are found by the effect of an impulse at each place.
/// </summary>
/// <remarks>
/// The remainders are R = I − H_S − H_T times the figures. Prior weights, including zeros, are part of the matrices;
/// robust weights are not, because they depend on the figures.
/// </remarks>
internal sealed class StlSmoother
{
    // Up to this many figures the responses of both matrices are kept: 16 bytes each.
    private const int MostKept = 1500 * 1500;

    private readonly int period;
    private readonly StlOptions options;
    private readonly double[] weights;
    private readonly StlReach reach;
    private readonly StlWorkspace workspace = new();
    private readonly double[] impulses;
    private readonly double[][]? keptSeasons;
    private readonly double[][]? keptTrends;

    internal StlSmoother(int count, int period, StlOptions options, ReadOnlySpan<double> weights = default)
    {
        this.period = period;
        this.options = options with { RobustIterations = 0 };
        this.weights = weights.ToArray();
        Count = count;
        reach = new(count, StlPlan.For(count, period, this.options), weights);
        impulses = new double[count];
        if (reach.To.Select((to, j) => (long)to - reach.From[j] + 1).Sum() <= MostKept)
        {
            double[][] seasons = new double[count][], trends = new double[count][];
            Visit((place, _, seasonal, trend) => (seasons[place], trends[place]) = (seasonal.ToArray(), trend.ToArray()));
            (keptSeasons, keptTrends) = (seasons, trends);
        }

        (RemainderNorms, RemainderTrace, DegreesOfFreedom) = Sums();
    }

    /// <summary>Reads a column of each matrix where it is not 0: at the places from the first on.</summary>
    private delegate void Reader(int place, int first, ReadOnlySpan<double> seasonal, ReadOnlySpan<double> trend);

    internal int Count { get; }

    /// <summary>diag(R Rᵀ): the variance of each remainder when that of every figure is 1; NaN where the figure has no weight.</summary>
    internal double[] RemainderNorms { get; }

    /// <summary>tr(Rᵀ R) over figures with a weight: the divisor of a sum of squared remainders.</summary>
    internal double RemainderTrace { get; }

    /// <summary>tr(H_S + H_T): the equivalent number of parameters of season and trend.</summary>
    internal double DegreesOfFreedom { get; }

    internal bool HasWeight(int i) => weights.Length == 0 || weights[i] > 0;

    /// <summary>Season and trend at every place of a figure of 1 at one place among zeros: a column of each matrix.</summary>
    internal (double[] Seasonal, double[] Trend) Response(int place)
    {
        double[] seasonal = new double[Count], trend = new double[Count];
        if (HasWeight(place) && keptSeasons is not null)
        {
            keptSeasons[place].CopyTo(seasonal, reach.From[place]);
            keptTrends![place].CopyTo(trend, reach.From[place]);
        }
        else if (HasWeight(place))
        {
            Run([place], seasonal, trend);
        }

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
    /// <param name="process">The variance of the process around season and trend, the same at every place:
    /// it is noise for the trend, and part of an adjusted figure.</param>
    /// <param name="sampling">The sampling variances of the figures; ignored where there is no weight.</param>
    internal (double[] Trend, double[] Adjusted) Variances(double process, ReadOnlySpan<double> sampling)
    {
        double[] ofTrend = new double[Count], ofAdjusted = new double[Count], known = sampling.ToArray();
        Visit((place, first, seasonal, trend) =>
        {
            double own = known.Length == 0 ? 0 : known[place];
            for (int k = 0; k < trend.Length; k++)
            {
                double kept = (first + k == place ? 1 : 0) - seasonal[k];
                ofTrend[first + k] += trend[k] * trend[k] * (process + own);
                ofAdjusted[first + k] += seasonal[k] * seasonal[k] * process + kept * kept * own;
            }
        });

        return (ofTrend, ofAdjusted);
    }

    private (double[] Norms, double Trace, double Freedom) Sums()
    {
        double[] norms = new double[Count];
        double freedom = 0, trace = 0;
        Visit((place, first, seasonal, trend) =>
        {
            freedom += seasonal[place - first] + trend[place - first];
            for (int k = 0; k < trend.Length; k++)
            {
                double left = (first + k == place ? 1 : 0) - seasonal[k] - trend[k];
                norms[first + k] += left * left;
            }
        });

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

    private void Visit(Reader read)
    {
        if (keptSeasons is not null)
        {
            for (int j = 0; j < Count; j++)
            {
                if (HasWeight(j))
                {
                    read(j, reach.From[j], keptSeasons[j], keptTrends![j]);
                }
            }

            return;
        }

        double[] seasonal = new double[Count], trend = new double[Count];
        foreach (List<int> group in reach.Groups(HasWeight))
        {
            Run(group, seasonal, trend);
            foreach (int j in group)
            {
                int first = reach.From[j], length = reach.To[j] - first + 1;
                read(j, first, seasonal.AsSpan(first, length), trend.AsSpan(first, length));
            }
        }
    }

    /// <summary>Season and trend of figures of 1 at places that do not reach each other.</summary>
    private void Run(List<int> places, double[] seasonal, double[] trend)
    {
        foreach (int place in places)
        {
            impulses[place] = 1;
        }

        _ = Stl.Decompose(impulses, period, options, seasonal, trend, workspace, weights);
        foreach (int place in places)
        {
            impulses[place] = 0;
        }
    }
}
