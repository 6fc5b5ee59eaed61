using System.Collections.ObjectModel;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>What to draw over a KPI's line; everything is in the KPI's own unit, and nothing is drawn that is not given.</summary>
/// <remarks>Series must have the KPI's calendar unit; figures before the KPI's first period are left out, the expectation may go beyond its last.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record SeriesOverlays
{
    /// <summary>The seasonally adjusted figures.</summary>
    public PeriodSeries? Adjusted { get; init; }

    /// <summary>The expected figures.</summary>
    public PeriodSeries? Expected { get; init; }

    /// <summary>The lower limits of the expectation.</summary>
    public PeriodSeries? ExpectedLower { get; init; }

    /// <summary>The upper limits of the expectation.</summary>
    public PeriodSeries? ExpectedUpper { get; init; }

    /// <summary>Periods whose figures are unusual.</summary>
    public IReadOnlyCollection<CalendarPeriod> Unusual { get; init => field = Copy(value, nameof(Unusual)); } = [];

    /// <summary>The first periods of new levels.</summary>
    public IReadOnlyCollection<CalendarPeriod> Steps { get; init => field = Copy(value, nameof(Steps)); } = [];

    /// <summary>The goal: finite.</summary>
    public double? Target
    {
        get;
        init => field = value is { } given ? Guard.Finite(given, nameof(Target)) : null;
    }

    // The caller may go on changing its list.
    private static ReadOnlyCollection<CalendarPeriod> Copy(IReadOnlyCollection<CalendarPeriod> periods, string name) => Array.AsReadOnly([.. Guard.NotNull(periods, name)]);
}
