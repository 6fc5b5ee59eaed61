using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// The classical decomposition of a series by moving averages: the trend averages over a cycle, and the season averages what is left at each place of the
/// cycle.
/// </summary>
/// <remarks>
/// <code>
/// trend  = (½, 1, …, 1, ½) / p over p + 1 figures where p is even, 1 / p over p where it is odd
/// season = mean of figure − trend (or figure / trend) at each place of the cycle, less their mean (or over it)
/// </code>
/// The season is the same in every cycle. A missing figure leaves every trend value whose window contains it without a value; the season is calculated
/// from the others. Implementations agree on the middle and differ at the ends: R leaves them empty, and statsmodels can continue the trend.
/// R's <c>figure</c> counts places from the first figure of the series, and so does <see cref="Figure"/>; the caller assigns places to calendar seasons.
/// Source: M. Kendall, A. Stuart, <em>The Advanced Theory of Statistics</em>, vol. 3 (1983).
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ClassicalDecomposition
{
    private ClassicalDecomposition(double[] trend, double[] seasonal, double[] remainder, double[] figure)
    {
        Trend = new ReadOnlyCollection<double>(trend);
        Seasonal = new ReadOnlyCollection<double>(seasonal);
        Remainder = new ReadOnlyCollection<double>(remainder);
        Figure = new ReadOnlyCollection<double>(figure);
    }

    /// <summary>How the components are combined to a figure.</summary>
    public DecompositionModel Model { get; private init; }

    /// <summary>The trend, in the unit of the figures; NaN where its window is incomplete.</summary>
    public IReadOnlyList<double> Trend { get; }

    /// <summary>The seasonal component of each figure: an amount to add, or a factor.</summary>
    public IReadOnlyList<double> Seasonal { get; }

    /// <summary>What season and trend leave: a difference, or a factor; NaN where the figure or the trend is missing.</summary>
    public IReadOnlyList<double> Remainder { get; }

    /// <summary>
    /// The seasonal component at each place of the cycle, counted from the first figure of the series.
    /// A factor times 100 is a seasonal index, which averages 100.
    /// </summary>
    public IReadOnlyList<double> Figure { get; }

    /// <summary>Decomposes a series.</summary>
    /// <param name="values">The figures, at least two cycles; NaN where one is missing.</param>
    /// <param name="period">The number of figures in a cycle, at least 2.</param>
    /// <param name="options">The settings; <see cref="ClassicalOptions.Default"/> when omitted.</param>
    /// <returns>The decomposition.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or not above 0 although components multiply;
    /// or the period is less than 2.</exception>
    /// <exception cref="ArgumentException">There are fewer than two cycles, or gaps leave a place of the cycle without a figure that has a trend.</exception>
    public static ClassicalDecomposition Of(ReadOnlySpan<double> values, int period, ClassicalOptions? options = null)
    {
        options ??= ClassicalOptions.Default;
        if (period < 2)
        {
            throw Guard.Outside(nameof(period), "must be at least 2", period);
        }

        bool multiplies = options.Model == DecompositionModel.Multiplicative;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]);
            }

            if (multiplies && values[i] <= 0)
            {
                throw Guard.OutsideAt(i, nameof(values), "must be greater than zero where components multiply", values[i]);
            }
        }

        if (values.Length / 2 < period)
        {
            throw new ArgumentException(Text($"{nameof(values)} must hold two cycles of {period} or more, but holds {values.Length} figures"), nameof(values));
        }

        double[] trend = MovingAverages.Trend(values, period, options.Filter);
        if (options.ExtrapolatedFrom > 0)
        {
            MovingAverages.Continue(trend, options.ExtrapolatedFrom, options.StatsmodelsEnds);
        }

        double[] figure = MovingAverages.Season(values, trend, period, multiplies);
        if (Array.FindIndex(figure, double.IsNaN) is >= 0 and var place)
        {
            throw new ArgumentException(
                Text($"{nameof(values)} must hold a figure with a trend at every place of the cycle, but not so at place {place}, from 0"),
                nameof(values));
        }

        double[] seasonal = new double[values.Length], remainder = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            seasonal[i] = figure[i % period];
            remainder[i] = multiplies ? values[i] / seasonal[i] / trend[i] : values[i] - seasonal[i] - trend[i];
        }

        return new(trend, seasonal, remainder, figure) { Model = options.Model };
    }

    /// <summary>The seasonal component at each place of the cycle as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model} season by place: {string.Join(", ", Figure.Select(x => KpiText.Short(x)))}");

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
