using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Plans with the history of a series.</summary>
public static class PlanningExtensions
{
    /// <summary>Calculates how many more periods are needed until a change that begins now and stays is seen.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, of which an incomplete last period is left out.</param>
    /// <param name="change">The change of the level, in the KPI's unit; not 0.</param>
    /// <param name="power">The probability that it is seen, between 0 and 1, both excluded.</param>
    /// <param name="size">The number of observations of each later period; as many as in the last cycle when left out.</param>
    /// <param name="options">The settings of the effect that will be estimated then; defaults when <see langword="null"/>.</param>
    /// <returns>The number of periods, or the reason why it cannot be told.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A size is given for a series of figures without sizes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The change is 0 or leaves the KPI's range, the power does not lie between 0 and 1, or the size is not
    /// above 0.</exception>
    public static DetectionTime PeriodsToSee<TKpi>(
        this KpiSeries<TKpi> series, double change, double power = 0.8, double? size = null, EffectOptions? options = null)
        where TKpi : struct, IKpi<TKpi> => SeriesPower.Of(Guard.NotNull(series).ToPeriodSeries(), change, power, size, options ?? new());

    /// <summary>Calculates how many more periods are needed until a change that begins now and stays is seen.</summary>
    /// <inheritdoc cref="PeriodsToSee{TKpi}(KpiSeries{TKpi}, double, double, double?, EffectOptions)"/>
    public static DetectionTime PeriodsToSee(
        this PeriodSeries series, double change, double power = 0.8, double? size = null, EffectOptions? options = null) =>
        SeriesPower.Of(Guard.NotNull(series), change, power, size, options ?? new());
}
