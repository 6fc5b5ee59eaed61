namespace CxKpi.Trends;

/// <summary>Forecasts a series of periods, with seasons by the calendar, gaps, and shares as log odds.</summary>
internal static class SmoothingForecast
{
    // At least a thousand years remain within the calendar, and nobody plans that far.
    private const int MostCyclesAhead = 1000;

    internal static SeriesForecast Of(PeriodSeries series, int periods, ForecastMethod method, double confidence)
    {
        int cycle = Season.CycleOf(series.Unit);
        Guard.InRange(periods, 1, MostCyclesAhead * cycle);
        Guard.Defined(method);
        Guard.Confidence(confidence);
        int start = 0, end = series.Complete.Length;
        while (start < end && double.IsNaN(series.Figures[start]))
        {
            start++;
        }

        double[] smoothed = [.. Enumerable.Range(start, end - start).Select(i => Smoothed(series, i))];
        if (Lack(series, smoothed, start, cycle, method) is { } refusal)
        {
            return new(method, confidence, [], refusal, []);
        }

        ExponentialSmoothingForm? form = null;
        IReadOnlyList<ForecastPoint> points = method switch
        {
            ForecastMethod.HoltWinters => ByHoltWinters(smoothed, cycle).Forecast(periods, confidence),
            ForecastMethod.SeasonalNaive => SeasonalNaive.Fit(smoothed, cycle).Forecast(periods, confidence),
            ForecastMethod.SeasonalNaiveWithDrift => SeasonalNaive.FitWithDrift(smoothed, cycle).Forecast(periods, confidence),
            ForecastMethod.ExponentialSmoothing => BySmoothing(series, smoothed, start, cycle, periods, out form).Forecast(periods, confidence),
        };
        List<Notice> warnings = [.. Sufficiency.Warnings(Sufficiency.Rows(smoothed), cycle, i => Season.Of(series.First.Plus(start + i)))];
        if (points[0].Upper - points[0].Lower <= 1e-12 * Math.Abs(points[0].Value))
        {
            warnings.Add(Notices.ExactFit());
        }

        if (cycle > 1 && periods > 2 * cycle)
        {
            warnings.Add(Notices.FarAhead(periods, cycle));
        }

        return new(
            method,
            confidence,
            [.. points.Select(x => new PeriodForecast(
                series.First.Plus(end - 1 + x.Step),
                Unsmoothed(series, x.Value),
                Unsmoothed(series, x.Lower),
                Unsmoothed(series, x.Upper)))],
            null,
            [.. warnings])
        {
            Form = form,
        };
    }

    private static HoltWinters ByHoltWinters(double[] smoothed, int cycle) =>
        HoltWinters.Fit(smoothed, cycle, cycle > 1 ? HoltWintersSeason.Additive : HoltWintersSeason.None);

    private static ExponentialSmoothing BySmoothing(
        PeriodSeries series,
        double[] smoothed,
        int start,
        int cycle,
        int periods,
        out ExponentialSmoothingForm? form)
    {
        int[] seasons = [.. Enumerable.Range(start, smoothed.Length + periods).Select(i => Season.Of(series.First.Plus(i)).Number - 1)];
        ExponentialSmoothing fitted = ExponentialSmoothing.Fit(smoothed, seasons, cycle);
        form = fitted.Form;
        return fitted;
    }

    private static Notice? Lack(PeriodSeries series, double[] smoothed, int start, int cycle, ForecastMethod method)
    {
        if (Sufficiency.Refusal(Sufficiency.Rows(smoothed), cycle) is { } tooShort)
        {
            return tooShort;
        }

        int known = smoothed.Count(x => !double.IsNaN(x)), needed = cycle > 1 ? cycle + 2 : 5;
        if (known < needed)
        {
            return Notices.TooFewFigures(known, needed);
        }

        if (OnLogits(series) && Notices.AllAlike(series.Values.OfType<double>()) is { } alike)
        {
            return alike;
        }

        if (method == ForecastMethod.HoltWinters && known < smoothed.Length)
        {
            return Notices.MissingFigures(smoothed.Length - known);
        }

        int pairs = 0;
        for (int season = 0; season < cycle; season++)
        {
            bool seen = false;
            for (int i = season; i < smoothed.Length; i += cycle)
            {
                seen |= !double.IsNaN(smoothed[i]);
                pairs += i >= cycle && !double.IsNaN(smoothed[i] - smoothed[i - cycle]) ? 1 : 0;
            }

            if (!seen)
            {
                return Notices.SeasonWithoutFigure(Season.Of(series.First.Plus(start + season)));
            }
        }

        return pairs < 2 && method is ForecastMethod.SeasonalNaive or ForecastMethod.SeasonalNaiveWithDrift ? Notices.TooFewPairs(pairs, cycle) : null;
    }

    private static double Smoothed(PeriodSeries series, int index) =>
        OnLogits(series) ? ShareScale.LogOddsOfShare(series.Figures[index], series.Sizes[index]) : series.Figures[index];

    private static double Unsmoothed(PeriodSeries series, double figure) => OnLogits(series) ? ShareScale.Share(figure) : figure;

    private static bool OnLogits(PeriodSeries series) => series.IsShare && series.Sizes.Length > 0;
}
