namespace CxKpi.Trends;

/// <summary>One period of a decomposition by moving averages.</summary>
/// <param name="Period">The period.</param>
/// <param name="Observed">The figure; <see langword="null"/> where missing.</param>
/// <param name="Trend">The trend; <see langword="null"/> where its window isn't whole.</param>
/// <param name="Seasonal">The season: to add, or a factor; <see langword="null"/> where nothing was fitted.</param>
/// <param name="Remainder">What is left: a difference, or a factor; <see langword="null"/> where figure or trend is missing.</param>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ClassicalPeriod(CalendarPeriod Period, double? Observed, double? Trend, double? Seasonal, double? Remainder);
