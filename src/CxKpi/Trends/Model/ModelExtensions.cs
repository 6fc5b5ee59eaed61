using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>Verdicts on a series by the seasonal model: trend, effect of an event, expectation and seasonality.</summary>
public static class ModelExtensions
{
    /// <summary>Whether and how fast the KPI moves in one direction; <see cref="TrendEstimate"/> says how.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static TrendEstimate Trend<TKpi>(this KpiSeries<TKpi> series, ModelOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Trend(options);

    /// <summary>Whether and how fast the series moves in one direction; <see cref="TrendEstimate"/> says how.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static TrendEstimate Trend(this PeriodSeries series, ModelOptions? options = null) =>
        TrendModel.Estimate(Guard.NotNull(series), options ?? new());

    /// <summary>What a known event did to the KPI's level; <see cref="EffectEstimate"/> says how.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it goes on.</param>
    /// <param name="options">How the effect is estimated.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or
    /// kind.</exception>
    public static EffectEstimate Effect<TKpi>(this KpiSeries<TKpi> series, LocalDate from, LocalDate? through = null, EffectOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Effect(from, through, options);

    /// <summary>What a known event did to the level; <see cref="EffectEstimate"/> says how.</summary>
    /// <param name="series">The series.</param>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it goes on.</param>
    /// <param name="options">How the effect is estimated.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or
    /// kind.</exception>
    public static EffectEstimate Effect(this PeriodSeries series, LocalDate from, LocalDate? through = null, EffectOptions? options = null) =>
        EffectModel.Estimate(Guard.NotNull(series), from, through, options ?? new());

    /// <summary>What to expect of the KPI's next periods; <see cref="Expectation"/> says how.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="periods">How many periods ahead, from 1 to two cycles (2 years in years).</param>
    /// <param name="options">What the model holds.</param>
    /// <param name="sizes">How many observations each period ahead will rest on, greater than 0;
    /// when <see langword="null"/>, the mean of the same season's last three.</param>
    /// <returns>The expectation, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not
    /// finite.</exception>
    /// <exception cref="ArgumentException">There is not one size per period.</exception>
    public static Expectation Expect<TKpi>(this KpiSeries<TKpi> series, int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Expect(periods, options, sizes);

    /// <summary>What to expect of the next periods; <see cref="Expectation"/> says how.</summary>
    /// <param name="series">The series.</param>
    /// <param name="periods">How many periods ahead, from 1 to two cycles (2 years in years). The first is the one after the last complete period.</param>
    /// <param name="options">What the model holds.</param>
    /// <param name="sizes">How many observations each period ahead will rest on, greater than 0;
    /// when <see langword="null"/>, the mean of the same season's last three.</param>
    /// <returns>The expectation, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not
    /// finite.</exception>
    /// <exception cref="ArgumentException">There is not one size per period, or sizes are given where the series' own are not known.</exception>
    public static Expectation Expect(this PeriodSeries series, int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null) =>
        ExpectationModel.Expect(Guard.NotNull(series), periods, options ?? new(), sizes);

    /// <summary>Whether the KPI has a season; <see cref="SeasonalityEstimate"/> says how.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds.</param>
    /// <returns>The verdict, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static SeasonalityEstimate IsSeasonal<TKpi>(this KpiSeries<TKpi> series, ModelOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().IsSeasonal(options);

    /// <summary>Whether the series has a season; <see cref="SeasonalityEstimate"/> says how.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds.</param>
    /// <returns>The verdict, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static SeasonalityEstimate IsSeasonal(this PeriodSeries series, ModelOptions? options = null) =>
        SeasonalityModel.Test(Guard.NotNull(series), options ?? new());
}
