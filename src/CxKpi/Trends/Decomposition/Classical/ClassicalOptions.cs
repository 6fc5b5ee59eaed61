using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The settings of <see cref="ClassicalDecomposition"/>.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ClassicalOptions
{
    /// <summary>The default settings: additive, two-sided and without a trend at the ends, as in R's <c>decompose</c>.</summary>
    public static ClassicalOptions Default { get; } = new();

    /// <summary>How the components are combined to a figure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public DecompositionModel Model { get; init => field = Guard.Defined(value, nameof(Model)); }

    /// <summary>Which figures the moving average uses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public TrendFilter Filter { get; init => field = Guard.Defined(value, nameof(Filter)); }

    /// <summary>
    /// The number of the nearest trend values from which the trend is continued to either end, along a line by least squares;
    /// 0 leaves the ends without a trend.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or 1.</exception>
    public int ExtrapolatedFrom
    {
        get;
        init => field = value is 0 or >= 2 ? value : throw Guard.Outside(nameof(ExtrapolatedFrom), "must be 0, or at least 2", value);
    }

    /// <summary>Whether the line at the late end ignores the last trend value, as statsmodels does.</summary>
    public bool StatsmodelsEnds { get; init; }

    /// <summary>Creates the settings of statsmodels' <c>seasonal_decompose(x, model, extrapolate_trend)</c>.</summary>
    /// <param name="extrapolateTrend">The value of <c>extrapolate_trend</c>, whose line uses one trend value more; its "freq" or "period" is the period less
    /// 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ClassicalOptions StatsmodelsCompatible(int extrapolateTrend = 0) => new()
    {
        ExtrapolatedFrom = Guard.InRange(extrapolateTrend, 0, int.MaxValue - 1) == 0 ? 0 : extrapolateTrend + 1,
        StatsmodelsEnds = true,
    };

    /// <summary>The model, the filter and the treatment of the ends as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}, {Filter}, {(ExtrapolatedFrom == 0 ? "no trend at the ends" : $"ends along the {ExtrapolatedFrom} nearest trend values")}");
}
