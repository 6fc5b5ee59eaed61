using System.Globalization;

namespace CxKpi.Trends;

/// <summary>How <see cref="Stl"/> decomposes. The defaults are for KPI series; presets reproduce other tools.</summary>
/// <remarks>
/// <para>
/// Defaults, and why: a seasonal span of 11 cycles follows a season that drifts and costs little where it doesn't;
/// every place is fitted, none interpolated: exact, and no slower up to cycles of about 50 (at 365 it takes three to six times as long as jumps of a tenth of
/// the spans);
/// two inner iterations settle a plain decomposition.
/// <see cref="Robust"/> stops after five iterations, or sooner when none moves anything by a hundredth:
/// on short series more iterations fit worse, and fifteen do not converge in one case of four at 36 months.
/// </para>
/// <para>Spans are odd; an even one is raised by one, and none is shorter than 3.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record StlOptions
{
    /// <summary>The defaults.</summary>
    public static StlOptions Default { get; } = new();

    /// <summary>The defaults with a season that repeats unchanged.</summary>
    public static StlOptions Periodic { get; } = new() { SeasonalSpan = null };

    /// <summary>The defaults with outliers weighed down: up to five robust iterations of one inner iteration each.</summary>
    /// <remarks>Not for fewer than eight cycles together with a seasonal span below 11: the weights then oscillate.</remarks>
    public static StlOptions Robust { get; } = new() { InnerIterations = 1, RobustIterations = 5 };

    /// <summary>How many cycles a season's value is smoothed over; <see langword="null"/> for a season that repeats unchanged.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? SeasonalSpan { get; init => field = AtLeast(2, value, nameof(SeasonalSpan)); } = 11;

    /// <summary>How many periods the trend is smoothed over; <see langword="null"/> for <c>1.5 p / (1 − 1.5 / SeasonalSpan)</c>, raised to odd.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? TrendSpan { get; init => field = AtLeast(2, value, nameof(TrendSpan)); }

    /// <summary>How many periods the low-pass filter smooths over; <see langword="null"/> for the smallest odd number that is at least the period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public int? LowPassSpan { get; init => field = AtLeast(2, value, nameof(LowPassSpan)); }

    /// <summary>Whether the low-pass span left to the rule is above the period even where the period is odd.</summary>
    public bool LowPassAbovePeriod { get; init; }

    /// <summary>The degree of the seasonal smoothing: 0 for a local mean, 1 for a local line.</summary>
    /// <remarks>Not read for a season that repeats unchanged, which is a mean.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int SeasonalDegree { get; init => field = Guard.InRange(value, 0, 1, nameof(SeasonalDegree)); }

    /// <summary>The degree of the trend smoothing, 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int TrendDegree { get; init => field = Guard.InRange(value, 0, 1, nameof(TrendDegree)); } = 1;

    /// <summary>The degree of the low-pass smoothing, 0 or 1; <see langword="null"/> for the degree of the trend, as in R.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither 0 nor 1.</exception>
    public int? LowPassDegree { get; init => field = value is { } degree ? Guard.InRange(degree, 0, 1, nameof(LowPassDegree)) : null; } = 1;

    /// <summary>Every how many cycles the seasonal smoothing is fitted, others being interpolated; <see langword="null"/> for a tenth of the span.</summary>
    /// <remarks>For a season that repeats unchanged it is read only with <see cref="OriginalSafeguards"/>: every fit there is nearly the same mean.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? SeasonalJump { get; init => field = AtLeast(1, value, nameof(SeasonalJump)); } = 1;

    /// <summary>Every how many periods the trend is fitted, others being interpolated; <see langword="null"/> for a tenth of the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? TrendJump { get; init => field = AtLeast(1, value, nameof(TrendJump)); } = 1;

    /// <summary>Every how many periods the low-pass smoothing is fitted, others being interpolated; <see langword="null"/> for a tenth of the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The jump is less than 1.</exception>
    public int? LowPassJump { get; init => field = AtLeast(1, value, nameof(LowPassJump)); } = 1;

    /// <summary>How often season and trend are refined in turn, per robust iteration: at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int InnerIterations { get; init => field = AtLeast(1, value, nameof(InnerIterations))!.Value; } = 2;

    /// <summary>The most robust iterations; 0 for a plain decomposition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int RobustIterations { get; init => field = Guard.NotNegative(value, nameof(RobustIterations)); }

    /// <summary>Robust iterations end when the last moved season and trend by no more than this share of their ranges; 0 to make them all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1.</exception>
    public double StopTolerance { get; init => field = Guard.Probability(value, nameof(StopTolerance)); } = 0.01;

    /// <summary>
    /// Whether the published program's safeguards are kept: where a window holds no weight the fit is the figure itself, and slopes are dropped by the length
    /// of the whole series.
    /// </summary>
    /// <remarks>Otherwise such a window is widened on both sides until it holds a weight, and slopes are dropped by the length of the window.</remarks>
    public bool OriginalSafeguards { get; init; }

    /// <summary>What R's <c>stl(x, s.window)</c> does.</summary>
    /// <param name="seasonalSpan">R's <c>s.window</c>; <see langword="null"/> for "periodic".</param>
    /// <returns>
    /// The options. Those that R derives from others follow them here too: the trend's span, all jumps, and the low-pass degree, which is the trend's.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions RCompatible(int? seasonalSpan) => new()
    {
        SeasonalSpan = seasonalSpan,
        SeasonalJump = null,
        TrendJump = null,
        LowPassJump = null,
        LowPassDegree = null,
        StopTolerance = 0,
        OriginalSafeguards = true,
    };

    /// <summary>What R's <c>stl(x, s.window, robust = TRUE)</c> does, but with the median that it means to take.</summary>
    /// <param name="seasonalSpan">R's <c>s.window</c>; <see langword="null"/> for "periodic".</param>
    /// <returns>The options.</returns>
    /// <remarks>R 4.2.2 picks a wrong order statistic in some iterations where the count is even; for odd counts the figures are R's own.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions RCompatibleRobust(int? seasonalSpan) => RCompatible(seasonalSpan) with { InnerIterations = 1, RobustIterations = 15 };

    /// <summary>What statsmodels' <c>STL(x, period, seasonal).fit()</c> does.</summary>
    /// <param name="seasonalSpan">statsmodels' <c>seasonal</c>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions StatsmodelsCompatible(int seasonalSpan = 7) => new()
    {
        SeasonalSpan = seasonalSpan,
        SeasonalDegree = 1,
        LowPassAbovePeriod = true,
        InnerIterations = 5,
        StopTolerance = 0,
        OriginalSafeguards = true,
    };

    /// <summary>What statsmodels' <c>STL(x, period, seasonal, robust=True).fit()</c> does.</summary>
    /// <param name="seasonalSpan">statsmodels' <c>seasonal</c>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is less than 2.</exception>
    public static StlOptions StatsmodelsCompatibleRobust(int seasonalSpan = 7) => StatsmodelsCompatible(seasonalSpan) with { InnerIterations = 2, RobustIterations = 15 };

    /// <summary>The spans, degrees and iterations.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"season over {(SeasonalSpan is { } span ? $"{span} cycles" : "all cycles")}, trend over {(TrendSpan is { } periods ? $"{periods} periods" : "the span that follows")}, {InnerIterations} inner and {RobustIterations} robust iterations");

    private static int? AtLeast(int least, int? value, string name) =>
        value is null || value >= least ? value : throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must be at least {least}"), value);
}
