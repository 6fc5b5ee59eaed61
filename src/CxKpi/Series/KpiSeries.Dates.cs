using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>The days of the base class library.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <inheritdoc cref="Through(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public KpiSeries<TKpi> Through(DateOnly lastDay) => Through(LocalDate.FromDateOnly(lastDay));

    /// <inheritdoc cref="Since(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public KpiSeries<TKpi> Since(DateOnly firstDay) => Since(LocalDate.FromDateOnly(firstDay));

    /// <inheritdoc cref="Slice(LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public KpiSeries<TKpi> Slice(DateOnly from, DateOnly to) => Slice(LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to));
}
