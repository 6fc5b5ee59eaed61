using NodaTime;

namespace CxKpi.Trends;

/// <content>Verdicts, by the seasonal model.</content>
public sealed partial class PeriodSeries
{
    /// <summary>Whether and how fast the series moves in one direction; <see cref="TrendEstimate"/> says how.</summary>
    /// <param name="options">What the model holds; the smallest change that matters is one per year.</param>
    /// <returns>The estimate, or why there is none.</returns>
    public TrendEstimate Trend(ModelOptions? options = null) => TrendModel.Estimate(this, options ?? new());

    /// <summary>What a known event did to the level; <see cref="EffectEstimate"/> says how.</summary>
    /// <param name="from">The first day under the effect, in the ISO calendar.</param>
    /// <param name="through">The last day under the effect, not before the first; <see langword="null"/> when it goes on.</param>
    /// <param name="options">How the effect is estimated.</param>
    /// <returns>The estimate, or why there is none.</returns>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar, the last day lies before the first, or the control has another unit or kind.</exception>
    public EffectEstimate Effect(LocalDate from, LocalDate? through = null, EffectOptions? options = null)
    {
        if (from.Calendar != CalendarSystem.Iso || (through is { } end && end.Calendar != CalendarSystem.Iso))
        {
            throw new ArgumentException($"{nameof(from)} and {nameof(through)} must be in the ISO calendar, but {nameof(from)} is in {from.Calendar}", nameof(from));
        }

        return through is { } last && last < from
            ? throw new ArgumentException(FormattableString.Invariant($"{nameof(through)} must not lie before {nameof(from)} ({from:uuuu-MM-dd}); got {last:uuuu-MM-dd}"), nameof(through))
            : EffectModel.Estimate(this, from, through, options ?? new());
    }

    /// <summary>What to expect of the next periods; <see cref="Expectation"/> says how.</summary>
    /// <param name="periods">How many periods ahead, from 1 to two cycles (2 years in years). The first is the one after the last complete period.</param>
    /// <param name="options">What the model holds.</param>
    /// <param name="sizes">How many observations each period ahead will rest on, greater than 0; when <see langword="null"/>, the mean of the same season's last three.</param>
    /// <returns>The expectation, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and two cycles, or a size is not greater than 0 or not finite.</exception>
    /// <exception cref="ArgumentException">There is not one size per period, or sizes are given where the series' own are not known.</exception>
    public Expectation Expect(int periods, ModelOptions? options = null, IReadOnlyList<double>? sizes = null)
    {
        Guard.InRange(periods, 1, 2 * Season.CycleOf(Unit));
        if (sizes is not null)
        {
            Guard.SameLength(periods, sizes.Count, nameof(periods), nameof(sizes));
            for (int i = 0; i < sizes.Count; i++)
            {
                Guard.Finite(Guard.Positive(sizes[i], At(nameof(sizes), i)), At(nameof(sizes), i));
            }
        }

        return ExpectationModel.Expect(this, periods, options ?? new(), sizes);
    }

    /// <summary>Whether the series has a season; <see cref="SeasonalityEstimate"/> says how.</summary>
    /// <param name="options">What the model holds.</param>
    /// <returns>The verdict, or why there is none.</returns>
    public SeasonalityEstimate IsSeasonal(ModelOptions? options = null) => SeasonalityModel.Test(this, options ?? new());
}
