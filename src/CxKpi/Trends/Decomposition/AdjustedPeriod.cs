using System.Globalization;

namespace CxKpi.Trends;

/// <summary>One period of a seasonal adjustment, in the unit of the figures.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record AdjustedPeriod
{
    /// <summary>The period.</summary>
    public required CalendarPeriod Period { get; init; }

    /// <summary>The figure; <see langword="null"/> where missing.</summary>
    public double? Observed { get; init; }

    /// <summary>The trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? Trend { get; init; }

    /// <summary>The lower limit of the trend.</summary>
    public double? TrendLower { get; init; }

    /// <summary>The upper limit of the trend.</summary>
    public double? TrendUpper { get; init; }

    /// <summary>What the season adds; <see langword="null"/> where nothing was fitted.</summary>
    public double? Seasonal { get; init; }

    /// <summary>Figure minus season minus trend; <see langword="null"/> where the figure is missing.</summary>
    public double? Remainder { get; init; }

    /// <summary>Figure minus season; <see langword="null"/> where the figure is missing.</summary>
    public double? Adjusted { get; init; }

    /// <summary>The lower limit of the adjusted figure.</summary>
    public double? AdjustedLower { get; init; }

    /// <summary>The upper limit of the adjusted figure.</summary>
    public double? AdjustedUpper { get; init; }

    /// <summary>
    /// How much the period counts against an average one, robustness included; 0 where the figure is missing; <see langword="null"/> where nothing was fitted.
    /// </summary>
    public double? Weight { get; init; }

    /// <summary>The figure, and what it is made of.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period}: {Shown(Observed)} = trend {Shown(Trend)} [{Shown(TrendLower)}, {Shown(TrendUpper)}] + season {Shown(Seasonal)} + rest {Shown(Remainder)}");

    private static string Shown(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";
}
