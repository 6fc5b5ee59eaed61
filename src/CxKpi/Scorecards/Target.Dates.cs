using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>The days and durations of the base class library.</content>
public sealed partial record Target
{
    /// <inheritdoc cref="AtLeast(double, double?, LocalDate?)"/>
    public static Target AtLeast(double goal, DateOnly deadline, double? baseline = null) => AtLeast(goal, baseline, LocalDate.FromDateOnly(deadline));

    /// <inheritdoc cref="AtMost(double, double?, LocalDate?)"/>
    public static Target AtMost(double goal, DateOnly deadline, double? baseline = null) => AtMost(goal, baseline, LocalDate.FromDateOnly(deadline));

    /// <inheritdoc cref="RelativeChange(double, double, LocalDate?)"/>
    public static Target RelativeChange(double change, double baseline) => RelativeChange(change, baseline, (LocalDate?)null);

    /// <inheritdoc cref="RelativeChange(double, double, LocalDate?)"/>
    [OverloadResolutionPriority(-1)]
    public static Target RelativeChange(double change, double baseline, DateOnly deadline) =>
        RelativeChange(change, baseline, LocalDate.FromDateOnly(deadline));

    /// <inheritdoc cref="RelativeChange{TKpi}(double, TKpi, LocalDate?)"/>
    public static Target RelativeChange<TKpi>(double change, TKpi baseline)
        where TKpi : struct, IKpi<TKpi> => RelativeChange(change, baseline, (LocalDate?)null);

    /// <inheritdoc cref="RelativeChange{TKpi}(double, TKpi, LocalDate?)"/>
    [OverloadResolutionPriority(-1)]
    public static Target RelativeChange<TKpi>(double change, TKpi baseline, DateOnly deadline)
        where TKpi : struct, IKpi<TKpi> => RelativeChange(change, baseline, LocalDate.FromDateOnly(deadline));

    /// <inheritdoc cref="AllWithin(Duration, double, double?, LocalDate?)"/>
    [OverloadResolutionPriority(-1)]
    public static Target AllWithin(TimeSpan limit, double share = 1, double? baseline = null, DateOnly? deadline = null) =>
        AllWithin(Duration.FromTimeSpan(limit), share, baseline, deadline is { } day ? LocalDate.FromDateOnly(day) : null);

    /// <inheritdoc cref="Assess{TKpi}(TKpi, LocalDate?, double)"/>
    [OverloadResolutionPriority(-1)]
    public TargetAssessment Assess<TKpi>(TKpi kpi, DateOnly asOf, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Assess(kpi, LocalDate.FromDateOnly(asOf), confidence);

    /// <inheritdoc cref="Assess(DurationSample, LocalDate?, double)"/>
    [OverloadResolutionPriority(-1)]
    public TargetAssessment Assess(DurationSample sample, DateOnly asOf, double confidence = 0.95) => Assess(sample, LocalDate.FromDateOnly(asOf), confidence);
}
