using CxKpi.Trends;

namespace CxKpi;

/// <content>Overlays from results about the series.</content>
public sealed partial record SeriesOverlays
{
    /// <summary>Returns the same overlays with the seasonally adjusted figures.</summary>
    /// <param name="adjustment">The adjustment; one that was refused adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="adjustment"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(SeasonalAdjustment adjustment) => Guard.NotNull(adjustment).Refusal is null
        ? this with { Adjusted = Line(adjustment.Periods, period => period.Period, period => period.Adjusted) }
        : this;

    /// <summary>Returns the same overlays with the expectation for the next periods, which replaces another expectation.</summary>
    /// <param name="expectation">The expectation; one that was refused adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expectation"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(Expectation expectation) =>
        Expecting(Guard.NotNull(expectation).Periods, period => period.Period, period => period.Value, period => period.Lower, period => period.Upper);

    /// <summary>Returns the same overlays with a forecast of the next periods, which replaces another expectation.</summary>
    /// <param name="forecast">The forecast; one that was refused adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="forecast"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(SeriesForecast forecast) =>
        Expecting(Guard.NotNull(forecast).Periods, period => period.Period, period => period.Value, period => period.Lower, period => period.Upper);

    /// <summary>
    /// Returns the same overlays with the figures expected without an effect, which replace another expectation; the first period of an effect that lasts is
    /// marked as a step where there is evidence of it.
    /// </summary>
    /// <param name="effect">The effect; one that was refused adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="effect"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(EffectEstimate effect) => Guard.NotNull(effect).Path is [var first, ..]
        ? Expecting(effect.Path, period => period.Period, period => period.Expected, period => period.Lower, period => period.Upper) with
        {
            Steps = effect is { Through: null, Verdict: not (ChangeVerdict.Unknown or ChangeVerdict.NoEvidence) }
                ? [.. Steps.Append(first.Period).Distinct()]
                : Steps,
        }
        : this;

    /// <summary>Returns the same overlays with the periods whose figures are unusual.</summary>
    /// <param name="unusual">The unusual periods; a refused search adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unusual"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(UnusualPeriods unusual) => Guard.NotNull(unusual).Periods.Count == 0
        ? this
        : this with { Unusual = [.. Unusual.Concat(unusual.Periods.Select(period => period.Period)).Distinct()] };

    /// <summary>
    /// Returns the same overlays with the first period of a new level, when the verdict is that the level shifted; mere suggestions are not drawn.
    /// </summary>
    /// <param name="shifts">The level shifts; a refused search adds nothing.</param>
    /// <returns>The overlays.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shifts"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(LevelShifts shifts) => Guard.NotNull(shifts) is { Verdict: ShiftVerdict.Shifted, Largest: { } largest }
        ? this with { Steps = [.. Steps.Append(largest.Period).Distinct()] }
        : this;

    /// <summary>Returns the same overlays with the verdict on the latest period.</summary>
    /// <param name="latest">The verdict, which is drawn and said where the series has its figure in its period.</param>
    /// <returns>The overlays. A scorecard that judges its lines together, or at another confidence, may say otherwise of the same figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="latest"/> is <see langword="null"/>.</exception>
    public SeriesOverlays With(LatestPeriod latest) => this with { Latest = Guard.NotNull(latest) };

    private SeriesOverlays Expecting<T>(
        IReadOnlyList<T> periods,
        Func<T, CalendarPeriod> period,
        Func<T, double?> value,
        Func<T, double?> lower,
        Func<T, double?> upper) =>
        periods.Count == 0
            ? this
            : this with { Expected = Line(periods, period, value), ExpectedLower = Line(periods, period, lower), ExpectedUpper = Line(periods, period, upper) };

    private static PeriodSeries? Line<T>(IReadOnlyList<T> periods, Func<T, CalendarPeriod> period, Func<T, double?> value) => periods.Count == 0
        ? null
        : PeriodSeries.FromPoints(periods.Select(point => (period(point), value(point) is { } known && double.IsFinite(known) ? known : (double?)null)));
}
