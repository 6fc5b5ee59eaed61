using System.Globalization;

namespace CxKpi.Trends;

/// <summary>One period of a seasonal adjustment, in the unit of the figures.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record AdjustedPeriod
{
    /// <summary>The period.</summary>
    public required CalendarPeriod Period { get; init; }

    /// <summary>The figure; <see langword="null"/> where it is missing.</summary>
    public double? Observed { get; init; }

    /// <summary>The trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? Trend { get; init; }

    /// <summary>The lower limit of the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? TrendLower { get; init; }

    /// <summary>The upper limit of the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? TrendUpper { get; init; }

    /// <summary>The seasonal component, which is added to the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? Seasonal { get; init; }

    /// <summary>The figure minus season minus trend; <see langword="null"/> where the figure is missing.</summary>
    public double? Remainder { get; init; }

    /// <summary>The seasonally adjusted figure, which is the figure minus the season; <see langword="null"/> where the figure is missing.</summary>
    public double? Adjusted { get; init; }

    /// <summary>The lower limit of the adjusted figure.</summary>
    public double? AdjustedLower { get; init; }

    /// <summary>The upper limit of the adjusted figure.</summary>
    public double? AdjustedUpper { get; init; }

    /// <summary>
    /// The weight of the period relative to an average one, robustness included;
    /// 0 where the figure is missing, and <see langword="null"/> where nothing was fitted.
    /// </summary>
    public double? Weight { get; init; }

    /// <summary>The figure and its components as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period}: {Shown(Observed)} = trend {Shown(Trend)} [{Shown(TrendLower)}, {Shown(TrendUpper)}] + season {Shown(Seasonal)} + rest {Shown(Remainder)}");

    private static string Shown(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";
}
