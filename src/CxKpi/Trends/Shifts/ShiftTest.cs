namespace CxKpi.Trends;

/// <summary>Finds the largest change of the level of a series of periods, and allows for the search.</summary>
internal static class ShiftTest
{
    // Of what a slope explains a step in the middle explains three quarters, and the other way round: this lies between, a little in favour of the slope.
    private const double SlopeShare = 0.85;

    // Found by simulation: below both, one quiet series in seven and more would be called shifted.
    private const double LeastIndependence = 0.25, LeastWorth = 8;

    private const double TooConfident = 0.999;

    internal static LevelShifts Of(PeriodSeries series, double confidence, bool isSeasonal)
    {
        if (Guard.Confidence(confidence) >= TooConfident)
        {
            throw Guard.Outside(nameof(confidence), "must be below 0.999, because 999 simulated series tell no more", confidence);
        }

        double unit = series.Magnitude();
        series = series.Over(unit);
        ShiftModel model = new(series, isSeasonal);
        int n = model.Rows.Length, cycle = model.Cycle, least = model.Least;
        Notice? TooFew() => n < least ? Notices.TooFewForShifts(n, least) : model.AllAlike;
        if ((Sufficiency.Refusal(model.Rows, cycle) ?? TooFew()) is { } refusal)
        {
            return new() { Refusal = refusal, Verdict = ShiftVerdict.TooLittleData };
        }

        List<Notice> warnings =
        [
            .. Sufficiency.Warnings(model.Rows, cycle, series.Unit == CalendarUnit.Week ? null : row => Season.Of(series.First.Plus(row))),
            .. isSeasonal ? Sufficiency.CourseOfYear(model.Rows, series.Unit) : [],
        ];
        if (HasSlope(model))
        {
            model.AddSlope();
            warnings.Add(Notices.SlopeBesideShifts());
        }

        ShiftSearch search = model.Search();
        if (search.Find(model.Response) is not { } found)
        {
            return new() { Warnings = warnings, Verdict = ShiftVerdict.NoEvidence };
        }

        RestrictedFit fit = model.Fit(found.Row);
        IReadOnlyList<ShiftErrors> beside = model.Errors(found.Row), without = model.Errors(null);
        int hidden = fit.Hidden < 0 && (beside.Count == 0 || without.Count == 0) ? model.Design.Length : fit.Hidden;
        if (hidden >= 0)
        {
            return new() { Refusal = Notices.NotToBeTold(words => model.NameOf(hidden, words)), Verdict = ShiftVerdict.TooLittleData };
        }

        double[] weights = new double[model.Design.Length + 1];
        weights[^1] = 1;
        LinearEstimate size = fit.Combine(weights);
        double independence = beside.Sum(x => x.Weight * x.Process.Independence(model.Known));
        if (independence < LeastIndependence && independence * fit.DegreesOfFreedom < LeastWorth)
        {
            // Several shifts look like a level that wanders too.
            return new()
            {
                Refusal = Notices.LevelWanders(fit.Phi, n, n * independence),
                Verdict = ShiftVerdict.TooLittleData,
                Phi = fit.Phi,
                Suggestions = Suggested(),
            };
        }

        // Verdict, p-value and limits are one statement about the largest F.
        (double p, double critical) = search.Judge(found.F, beside, without, confidence);
        bool isShifted = found.F > critical;
        double reach = Math.Abs(size.Value) * Math.Sqrt(critical / found.F);
        reach = isShifted ? Math.Min(reach, (1 - 1e-12) * Math.Abs(size.Value)) : Math.Max(reach, Math.Abs(size.Value));
        if (SeasonalModel.IsStrong(fit))
        {
            warnings.Add(Notices.StrongAutocorrelation(fit.Phi, n * fit.Independence));
        }

        warnings.Add(Notices.ShiftWasSearched(n - 2 * model.Margin + 1));
        return new()
        {
            Warnings = warnings,
            Verdict = isShifted ? ShiftVerdict.Shifted : ShiftVerdict.NoEvidence,
            Largest = new(
                series.First.Plus(model.Rows[found.Row]),
                InUnit(size.Value),
                InUnit(size.Value - reach),
                InUnit(size.Value + reach)),
            PValue = p,
            Phi = fit.Phi,
            Suggestions = Suggested(),
        };

        LevelShift[] Suggested() => [.. model.Several().Select(shift => new LevelShift(series.First.Plus(model.Rows[shift.Row]), unit * shift.Size))];

        double InUnit(double step) => FigureRange.Known(unit * model.Input.Scale * model.Input.StepInUnit(model.Rows.AsSpan(found.Row), step));
    }

    /// <summary>Whether a straight line explains the figures nearly as well as the best step does, and better than chance.</summary>
    internal static bool HasSlope(ShiftModel model)
    {
        ShiftSearch search = model.Search();
        return search.Find(model.Response) is { } first
            && search.Explained(model.Response, model.Slope, first.Memory) is var slope && slope.Gain >= SlopeShare * first.Gain
            && StudentTDistribution.TwoSidedPValue(Math.Sqrt(slope.F), model.Rows.Length - model.Design.Length - 1) < 0.05;
    }
}
