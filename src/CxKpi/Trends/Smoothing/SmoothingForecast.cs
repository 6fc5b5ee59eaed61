namespace CxKpi.Trends;

/// <summary>Forecasts a series of periods, with seasons by the calendar, gaps, and shares as log odds.</summary>
internal static class SmoothingForecast
{
    // At least a thousand years remain within the calendar, and nobody plans that far.
    private const int MostCyclesAhead = 1000;

    // More than a thousand cycles of any unit.
    private const int MostAhead = 100_000;

    /// <summary>Checks how far a method that knows no calendar is to look ahead.</summary>
    internal static int Reach(int periods) => Guard.InRange(periods, 0, MostAhead);

    internal static SeriesForecast Of(PeriodSeries series, int periods, ForecastMethod method, double confidence, bool isSeasonal)
    {
        double unit = series.Magnitude();
        series = series.Over(unit);
        int natural = Season.CycleOf(series.Unit);
        Guard.InRange(periods, 1, MostCyclesAhead * natural);
        Guard.Defined(method);
        Guard.Confidence(confidence);
        int start = 0, end = series.Complete.Length;
        while (start < end && double.IsNaN(series.Figures[start]))
        {
            start++;
        }

        // A season without any figure is passed over, in the past and ahead.
        CycleSeries living = CycleSeries.Living(series, SeasonalCycle.Natural, isSeasonal, least: 1);
        int cycle = living.Cycle;
        int[] positions = [.. Enumerable.Range(start, end - start + periods).Where(i => !living.LeftOut.Contains(Season.Of(series.First.Plus(i))))];
        int past = positions.Count(i => i < end);
        double[] smoothed = [.. positions[..past].Select(i => Smoothed(series, i))];
        if (Lack(series, smoothed, positions, cycle, method) is { } refusal)
        {
            return new(method, confidence, [], refusal, []);
        }

        ExponentialSmoothingForm? form = null;
        bool isLogarithmic = false;
        int ahead = positions.Length - past;
        int[] seasons = [.. positions.Select(i => cycle == 1 ? 0 : Number(Season.Of(series.First.Plus(i))))];
        IReadOnlyList<ForecastPoint> points = method switch
        {
            ForecastMethod.HoltWinters => ByHoltWinters(smoothed, cycle).Forecast(ahead, confidence),
            ForecastMethod.SeasonalNaive => SeasonalNaive.Fit(smoothed, cycle).Forecast(ahead, confidence),
            ForecastMethod.SeasonalNaiveWithDrift => SeasonalNaive.FitWithDrift(smoothed, cycle).Forecast(ahead, confidence),
            ForecastMethod.ExponentialSmoothing => BySmoothing(series, smoothed, seasons, cycle, out form, out isLogarithmic).Forecast(ahead, confidence),
        };
        List<Notice> warnings =
        [
            .. Sufficiency.LeftOut(living.LeftOut),
            .. Sufficiency.Warnings(Sufficiency.Rows(smoothed), cycle, i => Season.Of(series.First.Plus(positions[i]))),
        ];
        if (ahead > 0 && points[0].Upper - points[0].Lower <= 1e-12 * Math.Abs(points[0].Value))
        {
            warnings.Add(Notices.ExactFit());
        }

        if (cycle > 1 && periods > 2 * natural)
        {
            warnings.Add(Notices.FarAhead(periods, natural));
        }

        return new(
            method,
            confidence,
            [.. points.Select(x => Ahead(series.First.Plus(positions[past + x.Step - 1]), x))],
            null,
            [.. warnings])
        {
            Form = form,
            IsLogarithmic = isLogarithmic,
        };

        int Number(Season season) => season.Number - 1 - living.LeftOut.Count(other => other.Number < season.Number);

        PeriodForecast Ahead(CalendarPeriod period, ForecastPoint point)
        {
            (double value, double lower, double upper) = OnLogits(series)
                ? (ShareScale.Share(point.Value), ShareScale.Share(point.Lower), ShareScale.Share(point.Upper))
                : isLogarithmic ? series.Range.OfLogarithms(point.Value, point.Lower, point.Upper)
                : series.Range.Within(point.Value, point.Upper - point.Value);
            return new(period, unit * value, unit * lower, unit * upper);
        }
    }

    private static HoltWinters ByHoltWinters(double[] smoothed, int cycle) =>
        HoltWinters.Fit(smoothed, cycle, cycle > 1 ? HoltWintersSeason.Additive : HoltWintersSeason.None);

    private static ExponentialSmoothing BySmoothing(
        PeriodSeries series,
        double[] smoothed,
        int[] seasons,
        int cycle,
        out ExponentialSmoothingForm? form,
        out bool isLogarithmic)
    {
        ExponentialSmoothing fitted = ExponentialSmoothing.Fit(smoothed, seasons, cycle);
        isLogarithmic = false;
        if (!OnLogits(series) && Array.TrueForAll(smoothed, x => double.IsNaN(x) || x > 0))
        {
            // Seasons and errors that grow with the level: additive among logarithms. Densities on the two scales differ by the figures themselves.
            double[] logarithms = [.. smoothed.Select(x => Math.Log(x))];
            ExponentialSmoothing other = ExponentialSmoothing.Fit(logarithms, seasons, cycle);
            isLogarithmic = other.Aicc + 2 * logarithms.Where(x => !double.IsNaN(x)).Sum() < fitted.Aicc;
            fitted = isLogarithmic ? other : fitted;
        }

        form = fitted.Form;
        return fitted;
    }

    private static Notice? Lack(PeriodSeries series, double[] smoothed, int[] positions, int cycle, ForecastMethod method)
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

            if (!seen && method != ForecastMethod.ExponentialSmoothing)
            {
                return Notices.SeasonWithoutFigure(Season.Of(series.First.Plus(positions[season])));
            }
        }

        return pairs < 2 && method is ForecastMethod.SeasonalNaive or ForecastMethod.SeasonalNaiveWithDrift ? Notices.TooFewPairs(pairs, cycle) : null;
    }

    private static double Smoothed(PeriodSeries series, int index) =>
        OnLogits(series) ? ShareScale.LogOddsOfShare(series.Figures[index], series.Sizes[index]) : series.Figures[index];

    private static bool OnLogits(PeriodSeries series) => series.IsShare && series.Sizes.Length > 0;
}
