namespace CxKpi.Trends;

/// <summary>Finds the largest change of the level of a series of periods, and allows for the search.</summary>
internal static class ShiftTest
{
    // Of what a slope explains a step in the middle explains three quarters, and the other way round: this lies between, a little in favour of the slope.
    private const double SlopeShare = 0.85;

    // Where no place of a step is worth a word, limits reach far, but not without end.
    private const double LeastDistance = 1e-3;

    internal static LevelShifts Of(PeriodSeries series, double confidence, bool isSeasonal)
    {
        Guard.Confidence(confidence);
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
        ShiftSearch search = model.Search();
        if (search.Find(model.Response) is { } first
            && search.Explained(model.Response, model.Slope, first.Memory) is var slope && slope.Gain >= SlopeShare * first.Gain
            && StudentTDistribution.TwoSidedPValue(Math.Sqrt(slope.F), n - model.Design.Length - 1) < 0.05)
        {
            model.AddSlope();
            warnings.Add(Notices.SlopeBesideShifts());
            search = model.Search();
        }

        if (search.Find(model.Response) is not { } found)
        {
            return new() { Warnings = warnings, Verdict = ShiftVerdict.NoEvidence };
        }

        RestrictedFit fit = model.Fit(found.Row);
        double[] weights = new double[model.Design.Length + 1];
        weights[^1] = 1;
        LinearEstimate size = fit.Combine(weights);
        if (fit.DegreesOfFreedom * fit.Independence < 1)
        {
            return new() { Refusal = Notices.LevelWanders(fit.Phi, n, n * fit.Independence), Verdict = ShiftVerdict.TooLittleData, Phi = fit.Phi };
        }

        double p = search.PValue(found.F, fit.Phi);

        // Verdict, limits and p-value are one statement: the limits are as wide as the p-value of the search says, which knows that the place was looked for.
        double distance = Math.Max(LeastDistance, -NormalDistribution.Quantile(p / 2));
        double reach = Math.Abs(size.Value) * NormalDistribution.CriticalValue(confidence) / distance;
        if (SeasonalModel.IsStrong(fit))
        {
            warnings.Add(Notices.StrongAutocorrelation(fit.Phi, n * fit.Independence));
        }

        warnings.Add(Notices.ShiftWasSearched(n - 2 * model.Margin + 1));
        return new()
        {
            Warnings = warnings,
            Verdict = p < 1 - confidence ? ShiftVerdict.Shifted : ShiftVerdict.NoEvidence,
            Largest = new(
                series.First.Plus(model.Rows[found.Row]),
                InUnit(size.Value),
                InUnit(size.Value - reach),
                InUnit(size.Value + reach)),
            PValue = p,
            Phi = fit.Phi,
            Suggestions = [.. model.Several().Select(shift => new LevelShift(series.First.Plus(model.Rows[shift.Row]), shift.Size))],
        };

        double InUnit(double step) => model.Input.Scale * model.Input.StepInUnit(model.Rows.AsSpan(found.Row), step);
    }
}
