using NodaTime;

namespace CxKpi;

/// <summary>What the levels of a day share: the day as their rule, and changes that are counted in full.</summary>
internal static class CustomerLevels
{
    internal static LocalDate? Day(LocalDate? asOf, bool hasData) => asOf is { } day ? CalendarGuard.Iso(day, nameof(asOf))
        : hasData ? throw new ArgumentException($"{nameof(asOf)} must be stated: customers are counted on a day", nameof(asOf))
        : null;

    internal static KpiRule? AsOf(LocalDate? asOf) => asOf is { } day ? KpiRule.Of(nameof(AsOf), words => words.AsOf(words.Date(day))) : null;

    internal static Change? Change(double? value, double? baseline, double confidence)
    {
        Guard.Confidence(confidence);
        return value is { } now && baseline is { } before
            ? new Change { Difference = now - before, Confidence = confidence, Method = IntervalMethod.None, Flags = EstimateFlags.Census }
            : null;
    }
}
