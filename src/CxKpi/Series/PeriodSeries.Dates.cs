using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi.Trends;

/// <content>The days of the base class library.</content>
public sealed partial class PeriodSeries
{
    /// <inheritdoc cref="Through(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public PeriodSeries Through(DateOnly lastDay) => Through(LocalDate.FromDateOnly(lastDay));

    /// <inheritdoc cref="Since(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public PeriodSeries Since(DateOnly firstDay) => Since(LocalDate.FromDateOnly(firstDay));

    /// <inheritdoc cref="Slice(LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public PeriodSeries Slice(DateOnly from, DateOnly to) => Slice(LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to));
}
