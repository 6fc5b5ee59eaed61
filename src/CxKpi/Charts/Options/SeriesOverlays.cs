using System.Globalization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>What to draw over the line of a KPI. Everything is in the KPI's own unit, and only what is given is drawn.</summary>
/// <remarks>
/// The series must have the KPI's calendar unit. Figures before the KPI's first period are left out; the expectation may continue after its last one.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record SeriesOverlays
{
    /// <summary>The seasonally adjusted figures; <see langword="null"/> for none.</summary>
    public PeriodSeries? Adjusted { get; init; }

    /// <summary>The expected figures; <see langword="null"/> for none.</summary>
    public PeriodSeries? Expected { get; init; }

    /// <summary>The lower limits of the expectation; <see langword="null"/> for none.</summary>
    public PeriodSeries? ExpectedLower { get; init; }

    /// <summary>The upper limits of the expectation; <see langword="null"/> for none.</summary>
    public PeriodSeries? ExpectedUpper { get; init; }

    /// <summary>
    /// The verdict on the latest period, whose expected limits are drawn beside its figure and whose words stand in the title; <see langword="null"/> for none.
    /// </summary>
    public LatestPeriod? Latest { get; init; }

    /// <summary>The periods whose figures are unusual.</summary>
    public IReadOnlyCollection<CalendarPeriod> Unusual { get; init => field = Copy(value, nameof(Unusual)); } = ValueList<CalendarPeriod>.Empty;

    /// <summary>The first periods of new levels.</summary>
    public IReadOnlyCollection<CalendarPeriod> Steps { get; init => field = Copy(value, nameof(Steps)); } = ValueList<CalendarPeriod>.Empty;

    /// <summary>The target value, finite; <see langword="null"/> for none.</summary>
    public double? Target
    {
        get;
        init => field = value is { } given ? Guard.Finite(given, nameof(Target)) : null;
    }

    /// <summary>What is drawn over the line, as invariant text in English.</summary>
    /// <returns>Text for display, such as <c>adjusted, expected, 2 unusual, 1 step, target 0.5</c>; <c>nothing</c> when nothing is given.</returns>
    public override string ToString()
    {
        string all = Phrases.JoinNotEmpty(
            ", ",
            Adjusted is null ? "" : "adjusted",
            Expected is null ? "" : "expected",
            ExpectedLower is null && ExpectedUpper is null ? "" : "expected limits",
            Latest is null ? "" : "latest period",
            Unusual.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Unusual.Count} unusual"),
            Steps.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Steps.Count} {(Steps.Count == 1 ? "step" : "steps")}"),
            Target is { } target ? string.Create(CultureInfo.InvariantCulture, $"target {target}") : "");
        return all.Length == 0 ? "nothing" : all;
    }

    // The caller may go on changing its list.
    private static ValueList<CalendarPeriod> Copy(IReadOnlyCollection<CalendarPeriod> periods, string name) => ValueList.Of(Guard.NotNull(periods, name));
}
