namespace CxKpi.Trends;

/// <content>Figures to come, from the series alone.</content>
public sealed partial class PeriodSeries
{
    // A thousand years at least remain within the calendar, and no one plans that far.
    private const int MostCyclesAhead = 1000;

    /// <summary>Foretells the figures of the periods after the last complete one.</summary>
    /// <param name="periods">How many periods ahead, 1 to 1000 cycles; more than two cycles draw a warning.</param>
    /// <param name="method">How; by default the form of exponential smoothing with the least AICc.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>A figure with limits per period, or the reason why there is none: fewer than two cycles, a season without any figure, or shares that are all 0 or all 1.</returns>
    /// <remarks>
    /// Shares of counts are smoothed as logits, <c>ln((count + ½) / (rest + ½))</c>, and turned back: no limit leaves [0, 1]. Limits hold for a period of about as many observations as those before.
    /// Periods in front of the first figure are left out. Later gaps are bridged by the state running on, except by <see cref="ForecastMethod.HoltWinters"/>, which refuses.
    /// Seasons are the calendar's in <see cref="ForecastMethod.ExponentialSmoothing"/>; the other methods count positions, which differs for weeks only, after a year of 53.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 1 and 1000 cycles, the method is not a named value, or the confidence does not lie between 0 and 1.</exception>
    public SeriesForecast Forecast(int periods, ForecastMethod method = ForecastMethod.ExponentialSmoothing, double confidence = 0.95)
    {
        int cycle = Season.CycleOf(Unit);
        Guard.InRange(periods, 1, MostCyclesAhead * cycle);
        Guard.Defined(method);
        Guard.Confidence(confidence);
        int start = 0, end = IsLastIncomplete ? Count - 1 : Count;
        while (start < end && double.IsNaN(figures[start]))
        {
            start++;
        }

        double[] smoothed = [.. Enumerable.Range(start, end - start).Select(Smoothed)];
        if (Lack(smoothed, start, cycle, method) is { } refusal)
        {
            return new(method, confidence, [], refusal, []);
        }

        ExponentialSmoothingForm? form = null;
        IReadOnlyList<ForecastPoint> points = method switch
        {
            ForecastMethod.HoltWinters => ByHoltWinters(smoothed, cycle).Forecast(periods, confidence),
            ForecastMethod.SeasonalNaive => SeasonalNaive.Fit(smoothed, cycle).Forecast(periods, confidence),
            ForecastMethod.SeasonalNaiveWithDrift => SeasonalNaive.FitWithDrift(smoothed, cycle).Forecast(periods, confidence),
            _ => BySmoothing(smoothed, start, cycle, periods, out form).Forecast(periods, confidence),
        };
        List<Notice> warnings = [.. Sufficiency.Warnings(Sufficiency.Rows(smoothed), cycle, i => Season.Of(First.Plus(start + i)))];
        if (points[0].Upper - points[0].Lower <= 1e-12 * Math.Abs(points[0].Value)) warnings.Add(Notices.ExactFit());
        if (cycle > 1 && periods > 2 * cycle) warnings.Add(Notices.FarAhead(periods, cycle));

        return new(method, confidence, [.. points.Select(x => new PeriodForecast(First.Plus(end - 1 + x.Step), Unsmoothed(x.Value), Unsmoothed(x.Lower), Unsmoothed(x.Upper)))], null, [.. warnings])
        {
            Form = form,
        };
    }

    private static HoltWinters ByHoltWinters(double[] smoothed, int cycle) =>
        HoltWinters.Fit(smoothed, cycle, cycle > 1 ? HoltWintersSeason.Additive : HoltWintersSeason.None);

    private ExponentialSmoothing BySmoothing(double[] smoothed, int start, int cycle, int periods, out ExponentialSmoothingForm? form)
    {
        int[] seasons = [.. Enumerable.Range(start, smoothed.Length + periods).Select(i => Season.Of(First.Plus(i)).Number - 1)];
        ExponentialSmoothing fitted = ExponentialSmoothing.Fit(smoothed, seasons, cycle);
        form = fitted.Form;
        return fitted;
    }

    private Notice? Lack(double[] smoothed, int start, int cycle, ForecastMethod method)
    {
        if (Sufficiency.Refusal(Sufficiency.Rows(smoothed), cycle) is { } tooShort) return tooShort;

        int known = smoothed.Count(x => !double.IsNaN(x)), needed = cycle > 1 ? cycle + 2 : 5;
        if (known < needed) return Notices.TooFewFigures(known, needed);
        if (OnLogits && Notices.AllAlike(figures.Where(x => !double.IsNaN(x))) is { } alike) return alike;
        if (method == ForecastMethod.HoltWinters && known < smoothed.Length) return Notices.MissingFigures(smoothed.Length - known);

        int pairs = 0;
        for (int season = 0; season < cycle; season++)
        {
            bool seen = false;
            for (int i = season; i < smoothed.Length; i += cycle)
            {
                seen |= !double.IsNaN(smoothed[i]);
                pairs += i >= cycle && !double.IsNaN(smoothed[i] - smoothed[i - cycle]) ? 1 : 0;
            }

            if (!seen) return Notices.SeasonWithoutFigure(Season.Of(First.Plus(start + season)));
        }

        return pairs < 2 && method is (ForecastMethod.SeasonalNaive or ForecastMethod.SeasonalNaiveWithDrift) ? Notices.TooFewPairs(pairs, cycle) : null;
    }

    private double Smoothed(int index) => OnLogits ? ShareScale.LogOddsOfShare(figures[index], sizes[index]) : figures[index];

    private double Unsmoothed(double figure) => OnLogits ? ShareScale.Share(figure) : figure;

    private bool OnLogits => IsShare && sizes.Length > 0;
}
