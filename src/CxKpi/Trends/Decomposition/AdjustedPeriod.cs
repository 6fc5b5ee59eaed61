using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>One period of a seasonal adjustment, in the unit of the figures.</summary>
[JsonConverter(typeof(RecordJsonConverter<AdjustedPeriod>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record AdjustedPeriod : IJsonRecord<AdjustedPeriod>
{
    internal AdjustedPeriod()
    {
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; internal init; }

    /// <summary>The figure; <see langword="null"/> where it is missing.</summary>
    public double? Observed { get; internal init; }

    /// <summary>The trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? Trend { get; internal init; }

    /// <summary>The lower limit of the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? TrendLower { get; internal init; }

    /// <summary>The upper limit of the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? TrendUpper { get; internal init; }

    /// <summary>The seasonal component, which is added to the trend; <see langword="null"/> where nothing was fitted.</summary>
    public double? Seasonal { get; internal init; }

    /// <summary>The figure minus season minus trend; <see langword="null"/> where the figure is missing.</summary>
    public double? Remainder { get; internal init; }

    /// <summary>The seasonally adjusted figure, which is the figure minus the season; <see langword="null"/> where the figure is missing.</summary>
    public double? Adjusted { get; internal init; }

    /// <summary>The lower limit of the adjusted figure.</summary>
    public double? AdjustedLower { get; internal init; }

    /// <summary>The upper limit of the adjusted figure.</summary>
    public double? AdjustedUpper { get; internal init; }

    /// <summary>
    /// The weight of the period relative to an average one, robustness included;
    /// 0 where the figure is missing, and <see langword="null"/> where nothing was fitted.
    /// </summary>
    public double? Weight { get; internal init; }

    /// <summary>The figure and its components as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period}: {Shown(Observed)} = trend {Shown(Trend)} [{Shown(TrendLower)}, {Shown(TrendUpper)}] + season {Shown(Seasonal)} + rest {Shown(Remainder)}");

    private static string Shown(double? value) => value is null ? "-" : KpiText.Short(value);

    static AdjustedPeriod IJsonRecord<AdjustedPeriod>.Json(JsonMembers<AdjustedPeriod> json) => json.InOrder(
        new()
        {
            Period = json.Any(nameof(Period), x => x.Period),
            Observed = json.Optional(nameof(Observed), x => x.Observed),
            Trend = json.Optional(nameof(Trend), x => x.Trend),
            TrendLower = json.Optional(nameof(TrendLower), x => x.TrendLower),
            TrendUpper = json.Optional(nameof(TrendUpper), x => x.TrendUpper),
            Seasonal = json.Optional(nameof(Seasonal), x => x.Seasonal),
            Remainder = json.Optional(nameof(Remainder), x => x.Remainder),
            Adjusted = json.Optional(nameof(Adjusted), x => x.Adjusted),
            AdjustedLower = json.Optional(nameof(AdjustedLower), x => x.AdjustedLower),
            AdjustedUpper = json.Optional(nameof(AdjustedUpper), x => x.AdjustedUpper),
            Weight = json.Optional(nameof(Weight), x => x.Weight),
        },
        (x => x.TrendLower, x => x.TrendUpper, nameof(TrendLower), nameof(TrendUpper)),
        (x => x.AdjustedLower, x => x.AdjustedUpper, nameof(AdjustedLower), nameof(AdjustedUpper)));
}
