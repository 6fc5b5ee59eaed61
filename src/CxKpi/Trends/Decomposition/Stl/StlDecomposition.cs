using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The decomposition of a series by <see cref="Stl"/> into season, trend and remainder, with one value of each per figure.</summary>
/// <remarks>
/// Strengths compare what is explained with what is left: <c>max(0, 1 − Var(remainder) / Var(season + remainder))</c>, and the same with the trend.
/// They describe and decide nothing: pure noise over three years of months has a seasonal strength of 0.36 on average.
/// Source: X. Wang, K. Smith, R. Hyndman, <em>Characteristic-based clustering for time series data</em>, Data Mining and Knowledge Discovery 13 (2006),
/// 335–364.
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record StlDecomposition
{
    private StlDecomposition(double[] seasonal, double[] trend, double[] remainder, double[] weights)
    {
        Seasonal = new ReadOnlyCollection<double>(seasonal);
        Trend = new ReadOnlyCollection<double>(trend);
        Remainder = new ReadOnlyCollection<double>(remainder);
        RobustnessWeights = new ReadOnlyCollection<double>(weights);
    }

    /// <summary>The number of figures in a cycle.</summary>
    public int Period { get; private init; }

    /// <summary>The season, in the unit of the figures, which averages about 0 over a cycle. It is present where the figure is missing as well.</summary>
    public IReadOnlyList<double> Seasonal { get; }

    /// <summary>The trend, in the unit of the figures. It is present where the figure is missing as well.</summary>
    public IReadOnlyList<double> Trend { get; }

    /// <summary>The figure minus season minus trend; NaN where the figure is missing.</summary>
    public IReadOnlyList<double> Remainder { get; }

    /// <summary>The weights of the last robust iteration, in [0, 1]; all are 1 when there was none.</summary>
    public IReadOnlyList<double> RobustnessWeights { get; }

    /// <summary>The number of robust iterations.</summary>
    public int RobustIterations { get; private init; }

    /// <summary>The strength of the season, in [0, 1]; <see langword="null"/> when season and remainder are constant.</summary>
    public double? SeasonalStrength { get; private init; }

    /// <summary>The strength of the trend, in [0, 1]; <see langword="null"/> when trend and remainder are constant.</summary>
    public double? TrendStrength { get; private init; }

    /// <summary>The strengths as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seasonal.Count} figures in cycles of {Period}: seasonal strength {SeasonalStrength:0.00}, trend strength {TrendStrength:0.00}");

    internal static StlDecomposition From(
        ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int period, double[] seasonal, double[] trend, double[] robustness, int iterations)
    {
        double[] remainder = new double[values.Length];
        for (int i = 0; i < remainder.Length; i++)
        {
            remainder[i] = values[i] - seasonal[i] - trend[i];
        }

        return new(seasonal, trend, remainder, robustness)
        {
            Period = period,
            RobustIterations = iterations,
            SeasonalStrength = Strength.Of(seasonal, remainder, weights),
            TrendStrength = Strength.Of(trend, remainder, weights),
        };
    }
}
