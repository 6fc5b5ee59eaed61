using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Decomposes a series into season, trend and remainder by local regression (STL).</summary>
/// <remarks>
/// <para>
/// <c>y = season + trend + remainder</c>. Each season's figures are smoothed over the cycles and the trend over the periods, in turn;
/// robust iterations give less weight to figures far from both. The result is exact, because every place is fitted unless the options ask for jumps.
/// A missing figure (NaN, or a weight of 0) has no influence: season and trend are continued across it, and their sum there fills the gap.
/// </para>
/// <para>
/// Source: R. Cleveland, W. Cleveland, J. McRae, I. Terpenning, <em>STL: A Seasonal-Trend Decomposition Procedure Based on Loess</em>,
/// Journal of Official Statistics 6 (1990), 3–73. Prior weights and gaps are an extension: they multiply the weights of the regressions.
/// R, statsmodels and others differ in their defaults; <see cref="StlOptions"/> has presets for them.
/// </para>
/// </remarks>
public static class Stl
{
    /// <summary>Decomposes a series.</summary>
    /// <param name="values">The figures, at least two cycles; NaN where one is missing.</param>
    /// <param name="period">The number of figures in a cycle, at least 1; with 1 there is no season, and the trend's span should be given.</param>
    /// <param name="options">The settings; <see cref="StlOptions.Default"/> when omitted.</param>
    /// <param name="weights">The relative weight of each figure, where 0 means that it is ignored; empty for equal weights.</param>
    /// <returns>The decomposition.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, a weight is negative or not finite, or the period is less than 1.</exception>
    /// <exception cref="ArgumentException">There are fewer than two cycles, a place of the cycle has fewer than two figures, a gap is half the trend's span
    /// or longer, or the number of weights differs from that of the figures.</exception>
    public static StlDecomposition Decompose(ReadOnlySpan<double> values, int period, StlOptions? options = null, ReadOnlySpan<double> weights = default)
    {
        double[] seasonal = new double[values.Length], trend = new double[values.Length], robustness = new double[values.Length];
        int iterations = Decompose(values, period, options ?? StlOptions.Default, seasonal, trend, new(), weights, robustness);
        return StlDecomposition.From(values, weights, period, seasonal, trend, robustness, iterations);
    }

    /// <summary>
    /// Decomposes a series into memory that the caller supplies. It allocates nothing once the workspace has been used for a series of the same length.
    /// </summary>
    /// <param name="values">The figures, at least two cycles; NaN where one is missing.</param>
    /// <param name="period">The number of figures in a cycle, at least 1; with 1 there is no season, and the trend's span should be given.</param>
    /// <param name="options">The settings.</param>
    /// <param name="seasonal">Receives the season; it must be as long as the figures.</param>
    /// <param name="trend">Receives the trend; it must be as long as the figures.</param>
    /// <param name="workspace">Memory for the calculation.</param>
    /// <param name="weights">The relative weight of each figure, where 0 means that it is ignored; empty for equal weights.</param>
    /// <param name="robustness">Receives the weights of the last robust iteration, in [0, 1]; empty when they are not wanted.</param>
    /// <returns>The number of robust iterations.</returns>
    /// <exception cref="ArgumentNullException">The options or the workspace are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, a weight is negative or not finite, or the period is less than 1.</exception>
    /// <exception cref="ArgumentException">There are fewer than two cycles, a place of the cycle has fewer than two figures, a gap is half the trend's span
    /// or longer, or the lengths of the spans differ.</exception>
    public static int Decompose(
        ReadOnlySpan<double> values,
        int period,
        StlOptions options,
        Span<double> seasonal,
        Span<double> trend,
        StlWorkspace workspace,
        ReadOnlySpan<double> weights = default,
        Span<double> robustness = default)
    {
        Guard.NotNull(options);
        Guard.NotNull(workspace);
        Guard.SameLength(values.Length, seasonal.Length, nameof(values), nameof(seasonal));
        Guard.SameLength(values.Length, trend.Length, nameof(values), nameof(trend));
        if (!weights.IsEmpty)
        {
            Guard.SameLength(values.Length, weights.Length, nameof(values), nameof(weights));
        }

        if (!robustness.IsEmpty)
        {
            Guard.SameLength(values.Length, robustness.Length, nameof(values), nameof(robustness));
        }

        StlPlan plan = Check(values, period, options, weights);
        return StlRun.Decompose(values, weights, plan, seasonal, trend, robustness, workspace);
    }

    private static StlPlan Check(ReadOnlySpan<double> values, int period, StlOptions options, ReadOnlySpan<double> weights)
    {
        Guard.Positive(period);
        bool gaps = false;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]);
            }

            if (!weights.IsEmpty && !(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw Guard.OutsideAt(i, nameof(weights), "must be finite and not negative", weights[i]);
            }

            gaps |= StlGaps.IsMissing(values, weights, i);
        }

        if (values.Length / 2 < period)
        {
            throw new ArgumentException(Text($"{nameof(values)} must hold two cycles of {period} or more, but holds {values.Length} figures"), nameof(values));
        }

        StlPlan plan = StlPlan.For(values.Length, period, options);
        if (!gaps)
        {
            return plan;
        }

        if (StlGaps.SparsePlace(values, weights, period) is { } place)
        {
            throw new ArgumentException(
                Text($"{nameof(values)} must hold two figures or more at every place of the cycle, but not so at place {place}, from 0"),
                nameof(values));
        }

        if (StlGaps.Longest(values, weights) is var (start, length) && length >= plan.Trend / 2.0)
        {
            throw new ArgumentException(
                Text($"{nameof(values)} must not miss as many in a row as half the trend's span of {plan.Trend}, but misses {length} from position {start}"),
                nameof(values));
        }

        return plan;
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
