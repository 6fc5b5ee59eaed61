using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>One period of a decomposition by moving averages.</summary>
/// <param name="Period">The period.</param>
/// <param name="Observed">The figure; <see langword="null"/> where it is missing.</param>
/// <param name="Trend">The trend; <see langword="null"/> where its window is incomplete.</param>
/// <param name="Seasonal">The seasonal component, an amount to add or a factor; <see langword="null"/> where nothing was fitted.</param>
/// <param name="Remainder">What season and trend leave, a difference or a factor; <see langword="null"/> where the figure or the trend is missing.</param>
[JsonConverter(typeof(RecordJsonConverter<ClassicalPeriod>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ClassicalPeriod(CalendarPeriod Period, double? Observed, double? Trend, double? Seasonal, double? Remainder) : IJsonRecord<ClassicalPeriod>
{
    /// <summary>The figure and its components as text.</summary>
    /// <returns>Text for display, such as <c>2024-03: 52.1 = trend 50, season 2, remainder 0.1</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period}: {Of(Observed)} = trend {Of(Trend)}, season {Of(Seasonal)}, remainder {Of(Remainder)}");

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; } = Period;

    /// <summary>The figure; finite, and <see langword="null"/> where it is missing.</summary>
    public double? Observed { get; } = Guard.Finite(Observed, nameof(Observed));

    /// <summary>The trend; finite, and <see langword="null"/> where its window is incomplete.</summary>
    public double? Trend { get; } = Guard.Finite(Trend, nameof(Trend));

    /// <summary>The seasonal component, an amount to add or a factor; finite, and <see langword="null"/> where nothing was fitted.</summary>
    public double? Seasonal { get; } = Guard.Finite(Seasonal, nameof(Seasonal));

    /// <summary>What season and trend leave, a difference or a factor; finite, and <see langword="null"/> where the figure or the trend is missing.</summary>
    public double? Remainder { get; } = Guard.Finite(Remainder, nameof(Remainder));

    private static string Of(double? part) => part is null ? "unknown" : KpiText.Short(part);

    static ClassicalPeriod IJsonRecord<ClassicalPeriod>.Json(JsonMembers<ClassicalPeriod> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Optional(nameof(Observed), x => x.Observed),
        json.Optional(nameof(Trend), x => x.Trend),
        json.Optional(nameof(Seasonal), x => x.Seasonal),
        json.Optional(nameof(Remainder), x => x.Remainder));
}
