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

    // The caller may go on changing its list.
    private static ValueList<CalendarPeriod> Copy(IReadOnlyCollection<CalendarPeriod> periods, string name) => ValueList.Of(Guard.NotNull(periods, name));
}
