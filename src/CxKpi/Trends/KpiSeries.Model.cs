using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>Verdicts, by the seasonal model.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>Whether and how fast the KPI moves in one direction; <see cref="TrendEstimate"/> says how.</summary>
    /// <param name="options">What the model holds; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or why there is none.</returns>
    public TrendEstimate Trend(ModelOptions? options = null) => ToPeriodSeries().Trend(options);

    /// <summary>What a known event did to the KPI's level; <see cref="EffectEstimate"/> says how.</summary>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it goes on.</param>
    /// <param name="options">How the effect is estimated.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or kind.</exception>
    public EffectEstimate Effect(LocalDate from, LocalDate? through = null, EffectOptions? options = null) => ToPeriodSeries().Effect(from, through, options);

    /// <summary>What to expect of the KPI's next periods; <see cref="Expectation"/> says how.</summary>
    /// <param name="periods">How many periods ahead, from 1 to two cycles (2 years in years).</param>
    /// <param name="options">What the model holds.</param>
    /// <param name="sizes">How many observations each period ahead will rest on, greater than 0; when <see langword="null"/>, the mean of the same season's last three.</param>
    /// <returns>The expectation, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not finite.</exception>
    /// <exception cref="ArgumentException">There is not one size per period.</exception>
    public Expectation Expect(int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null) => ToPeriodSeries().Expect(periods, options, sizes);

    /// <summary>Whether the KPI has a season; <see cref="SeasonalityEstimate"/> says how.</summary>
    /// <param name="options">What the model holds.</param>
    /// <returns>The verdict, or why there is none.</returns>
    public SeasonalityEstimate IsSeasonal(ModelOptions? options = null) => ToPeriodSeries().IsSeasonal(options);
}
