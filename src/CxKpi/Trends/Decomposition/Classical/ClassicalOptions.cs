using System.Globalization;

namespace CxKpi.Trends;

/// <summary>How <see cref="ClassicalDecomposition"/> decomposes.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ClassicalOptions
{
    /// <summary>Additive, two-sided, without a trend at the ends: what R's <c>decompose</c> does.</summary>
    public static ClassicalOptions Default { get; } = new();

    /// <summary>How the components make up a figure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not named.</exception>
    public DecompositionModel Model { get; init => field = Guard.Defined(value, nameof(Model)); }

    /// <summary>Which figures the moving average takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not named.</exception>
    public TrendFilter Filter { get; init => field = Guard.Defined(value, nameof(Filter)); }

    /// <summary>
    /// From how many of the nearest trend values the trend is continued to either end, along a line by least squares; 0 to leave the ends without one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or 1.</exception>
    public int ExtrapolatedFrom
    {
        get;
        init => field = value is 0 or >= 2 ? value : throw Guard.Outside(nameof(ExtrapolatedFrom), "must be 0, or at least 2", value);
    }

    /// <summary>Whether the line at the late end leaves out the last trend value, as statsmodels does.</summary>
    public bool StatsmodelsEnds { get; init; }

    /// <summary>What statsmodels' <c>seasonal_decompose(x, model, extrapolate_trend)</c> does.</summary>
    /// <param name="extrapolateTrend">statsmodels' number: its line takes one trend value more. Its "freq" or "period" is the period less 1.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ClassicalOptions StatsmodelsCompatible(int extrapolateTrend = 0) => new()
    {
        ExtrapolatedFrom = Guard.NotNegative(extrapolateTrend) == 0 ? 0 : extrapolateTrend + 1,
        StatsmodelsEnds = true,
    };

    /// <summary>The model, the filter and the ends.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}, {Filter}, {(ExtrapolatedFrom == 0 ? "no trend at the ends" : $"ends along the {ExtrapolatedFrom} nearest trend values")}");
}
