using System.Runtime.CompilerServices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>Judges a series by the seasonal model: trend, effect of an event, expectation and seasonality.</summary>
public static class ModelExtensions
{
    /// <summary>Estimates whether and how fast the KPI changes in one direction, by the method of <see cref="TrendEstimate"/>.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the model; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static TrendEstimate Trend<TKpi>(this KpiSeries<TKpi> series, ModelOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Trend(options);

    /// <summary>Estimates whether and how fast the series changes in one direction, by the method of <see cref="TrendEstimate"/>.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the model; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static TrendEstimate Trend(this PeriodSeries series, ModelOptions? options = null) =>
        TrendModel.Estimate(Guard.NotNull(series), options ?? new());

    /// <summary>Estimates what a known event did to the KPI's level, by the method of <see cref="EffectEstimate"/>.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it continues.</param>
    /// <param name="options">The settings of the estimate.</param>
    /// <returns>The estimate, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or is of
    /// another kind.</exception>
    public static EffectEstimate Effect<TKpi>(this KpiSeries<TKpi> series, LocalDate from, LocalDate? through = null, EffectOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Effect(from, through, options).Of(series);

    /// <summary>Estimates what a known event did to the level, by the method of <see cref="EffectEstimate"/>.</summary>
    /// <param name="series">The series.</param>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it continues.</param>
    /// <param name="options">The settings of the estimate.</param>
    /// <returns>The estimate, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or is of
    /// another kind.</exception>
    public static EffectEstimate Effect(this PeriodSeries series, LocalDate from, LocalDate? through = null, EffectOptions? options = null) =>
        EffectModel.Estimate(Guard.NotNull(series), from, through, options ?? new());

    /// <inheritdoc cref="Effect{TKpi}(KpiSeries{TKpi}, LocalDate, LocalDate?, EffectOptions?)"/>
    [OverloadResolutionPriority(-1)]
    public static EffectEstimate Effect<TKpi>(this KpiSeries<TKpi> series, DateOnly from, DateOnly? through = null, EffectOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Effect(from, through, options).Of(series);

    /// <inheritdoc cref="Effect(PeriodSeries, LocalDate, LocalDate?, EffectOptions?)"/>
    [OverloadResolutionPriority(-1)]
    public static EffectEstimate Effect(this PeriodSeries series, DateOnly from, DateOnly? through = null, EffectOptions? options = null) =>
        series.Effect(LocalDate.FromDateOnly(from), through is { } last ? LocalDate.FromDateOnly(last) : null, options);

    /// <summary>Predicts the KPI's next periods with their limits, by the method of <see cref="Expectation"/>.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="periods">The number of periods ahead, from 1 to two cycles (2 years for yearly periods).</param>
    /// <param name="options">The settings of the model.</param>
    /// <param name="sizes">The number of observations of each period ahead, greater than 0;
    /// <see langword="null"/> for the mean of the last three of the same season.</param>
    /// <returns>The expectation, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not
    /// finite.</exception>
    /// <exception cref="ArgumentException">The number of sizes is not the number of periods.</exception>
    public static Expectation Expect<TKpi>(this KpiSeries<TKpi> series, int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Expect(periods, options, sizes);

    /// <summary>Predicts the next periods with their limits, by the method of <see cref="Expectation"/>.</summary>
    /// <param name="series">The series.</param>
    /// <param name="periods">The number of periods ahead, from 1 to two cycles (2 years for yearly periods). The first is the one after the last complete
    /// period.</param>
    /// <param name="options">The settings of the model.</param>
    /// <param name="sizes">The number of observations of each period ahead, greater than 0;
    /// <see langword="null"/> for the mean of the last three of the same season.</param>
    /// <returns>The expectation, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not
    /// finite.</exception>
    /// <exception cref="ArgumentException">The number of sizes is not the number of periods, or sizes are given although the series' own are
    /// unknown.</exception>
    public static Expectation Expect(this PeriodSeries series, int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null) =>
        ExpectationModel.Expect(Guard.NotNull(series), periods, options ?? new(), sizes);

    /// <summary>Tests whether the KPI has a season, by the method of <see cref="SeasonalityEstimate"/>.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the model.</param>
    /// <returns>The verdict, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static SeasonalityEstimate IsSeasonal<TKpi>(this KpiSeries<TKpi> series, ModelOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().IsSeasonal(options);

    /// <summary>Tests whether the series has a season, by the method of <see cref="SeasonalityEstimate"/>.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The settings of the model.</param>
    /// <returns>The verdict, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static SeasonalityEstimate IsSeasonal(this PeriodSeries series, ModelOptions? options = null) =>
        SeasonalityModel.Test(Guard.NotNull(series), options ?? new());
}
