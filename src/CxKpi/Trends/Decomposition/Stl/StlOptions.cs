using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The settings of <see cref="Stl"/>. The defaults suit KPI series; presets reproduce other tools.</summary>
/// <remarks>
/// <para>
/// The defaults have reasons. A seasonal span of 11 cycles follows a season that drifts, and costs little precision where it does not drift.
/// Every place is fitted and none interpolated, which is exact and no slower up to cycles of about 50 (at 365 it takes three to six times as long as jumps of
/// a tenth of the spans). Two inner iterations settle a plain decomposition.
/// <see cref="Robust"/> stops after five iterations, or sooner when none changes anything by a hundredth:
/// on short series more iterations fit worse, and fifteen do not converge in one case of four at 36 months.
/// </para>
/// <para>Spans are odd: an even one is raised by one, and none is shorter than 3.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record StlOptions
{
    /// <summary>Far beyond what settles a decomposition; more would only take time.</summary>
    internal const int MostIterations = 100;

    /// <summary>The default settings.</summary>
    public static StlOptions Default { get; } = new();

    /// <summary>The default settings with a season that repeats unchanged.</summary>
    public static StlOptions Periodic { get; } = new() { SeasonalSpan = null };

    /// <summary>The default settings with less weight for outliers: up to five robust iterations of one inner iteration each.</summary>
    /// <remarks>Do not use them for fewer than eight cycles together with a seasonal span below 11, because the weights then oscillate.</remarks>
    public static StlOptions Robust { get; } = new() { InnerIterations = 1, RobustIterations = 5 };

    /// <summary>The number of cycles over which a season's value is smoothed; <see langword="null"/> for a season that repeats unchanged.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? SeasonalSpan { get; init => field = AtLeast(2, value, nameof(SeasonalSpan)); } = 11;

    /// <summary>
    /// The number of periods over which the trend is smoothed; <see langword="null"/> for <c>1.5 p / (1 − 1.5 / SeasonalSpan)</c>, raised to the next odd
    /// number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? TrendSpan { get; init => field = AtLeast(2, value, nameof(TrendSpan)); }

    /// <summary>
    /// The number of periods over which the low-pass filter smooths; <see langword="null"/> for the smallest odd number that is at least the period.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? LowPassSpan { get; init => field = AtLeast(2, value, nameof(LowPassSpan)); }

    /// <summary>Whether the default low-pass span is above the period even where the period is odd.</summary>
    public bool LowPassAbovePeriod { get; init; }

    /// <summary>The degree of the seasonal smoothing: 0 for a local mean, 1 for a local line.</summary>
    /// <remarks>It is ignored for a season that repeats unchanged, which is a mean.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int SeasonalDegree { get; init => field = Guard.InRange(value, 0, 1, nameof(SeasonalDegree)); }

    /// <summary>The degree of the trend smoothing, 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int TrendDegree { get; init => field = Guard.InRange(value, 0, 1, nameof(TrendDegree)); } = 1;

    /// <summary>The degree of the low-pass smoothing, 0 or 1; <see langword="null"/> for the degree of the trend, as in R.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int? LowPassDegree { get; init => field = value is { } degree ? Guard.InRange(degree, 0, 1, nameof(LowPassDegree)) : null; } = 1;

    /// <summary>
    /// The distance in cycles between fits of the seasonal smoothing, with interpolation between them; <see langword="null"/> for a tenth of the span.
    /// </summary>
    /// <remarks>
    /// For a season that repeats unchanged it is used only with <see cref="OriginalSafeguards"/>, because every fit there is nearly the same mean.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? SeasonalJump { get; init => field = AtLeast(1, value, nameof(SeasonalJump)); } = 1;

    /// <summary>The distance in periods between fits of the trend, with interpolation between them; <see langword="null"/> for a tenth of the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? TrendJump { get; init => field = AtLeast(1, value, nameof(TrendJump)); } = 1;

    /// <summary>
    /// The distance in periods between fits of the low-pass smoothing, with interpolation between them; <see langword="null"/> for a tenth of the span.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? LowPassJump { get; init => field = AtLeast(1, value, nameof(LowPassJump)); } = 1;

    /// <summary>How often season and trend are refined in turn in each robust iteration, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 1 and 100.</exception>
    public int InnerIterations { get; init => field = Guard.InRange(value, 1, MostIterations, nameof(InnerIterations)); } = 2;

    /// <summary>The largest number of robust iterations, from 0, a plain decomposition, to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 0 and 100.</exception>
    public int RobustIterations { get; init => field = Guard.InRange(value, 0, MostIterations, nameof(RobustIterations)); }

    /// <summary>
    /// Robust iterations end when the last one changed season and trend by no more than this share of their ranges, in [0, 1]; 0 makes all of them run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1.</exception>
    public double StopTolerance { get; init => field = Guard.Probability(value, nameof(StopTolerance)); } = 0.01;

    /// <summary>
    /// Whether the published program's safeguards are kept: where a window has no weight the fitted value is the figure itself, and slopes are dropped by the
    /// length of the whole series.
    /// </summary>
    /// <remarks>Otherwise such a window is widened on both sides until it has a weight, and slopes are dropped by the length of the window.</remarks>
    public bool OriginalSafeguards { get; init; }

    /// <summary>Creates the settings of R's <c>stl(x, s.window)</c>.</summary>
    /// <param name="seasonalSpan">The value of R's <c>s.window</c>; <see langword="null"/> for "periodic".</param>
    /// <returns>
    /// The settings. Those that R derives from others follow them here as well: the trend's span, all jumps, and the low-pass degree, which is the trend's.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions RCompatible(int? seasonalSpan) => new()
    {
        SeasonalSpan = AtLeast(2, seasonalSpan, nameof(seasonalSpan)),
        SeasonalJump = null,
        TrendJump = null,
        LowPassJump = null,
        LowPassDegree = null,
        StopTolerance = 0,
        OriginalSafeguards = true,
    };

    /// <summary>Creates the settings of R's <c>stl(x, s.window, robust = TRUE)</c>, but with the median that R means to use.</summary>
    /// <param name="seasonalSpan">The value of R's <c>s.window</c>; <see langword="null"/> for "periodic".</param>
    /// <returns>The options.</returns>
    /// <remarks>R 4.2.2 uses a wrong order statistic in some iterations when the number of figures is even; for odd numbers the results are R's own.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions RCompatibleRobust(int? seasonalSpan) => RCompatible(seasonalSpan) with { InnerIterations = 1, RobustIterations = 15 };

    /// <summary>Creates the settings of statsmodels' <c>STL(x, period, seasonal).fit()</c>.</summary>
    /// <param name="seasonalSpan">The value of statsmodels' <c>seasonal</c>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions StatsmodelsCompatible(int seasonalSpan = 7) => new()
    {
        SeasonalSpan = AtLeast(2, seasonalSpan, nameof(seasonalSpan)),
        SeasonalDegree = 1,
        LowPassAbovePeriod = true,
        InnerIterations = 5,
        StopTolerance = 0,
        OriginalSafeguards = true,
    };

    /// <summary>Creates the settings of statsmodels' <c>STL(x, period, seasonal, robust=True).fit()</c>.</summary>
    /// <param name="seasonalSpan">The value of statsmodels' <c>seasonal</c>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions StatsmodelsCompatibleRobust(int seasonalSpan = 7) =>
        StatsmodelsCompatible(seasonalSpan) with { InnerIterations = 2, RobustIterations = 15 };

    /// <summary>The spans, degrees and iterations as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"season over {(SeasonalSpan is { } span ? $"{span} cycles" : "all cycles")}, "
            + $"trend over {(TrendSpan is { } periods ? $"{periods} periods" : "the span that follows")}, "
            + $"{InnerIterations} inner and {RobustIterations} robust iterations");

    private static int? AtLeast(int least, int? value, string name) =>
        value is null || value >= least ? value : throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must be at least {least}"), value);
}
