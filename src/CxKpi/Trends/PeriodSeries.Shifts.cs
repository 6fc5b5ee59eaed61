namespace CxKpi.Trends;

/// <content>Level shifts at unknown dates.</content>
public sealed partial class PeriodSeries
{
    // Of what a slope explains a step in the middle explains three quarters, and the other way round: this lies between, a little in favour of the slope.
    private const double SlopeShare = 0.85;

    /// <summary>Whether, when and by how much the level changed, nobody having said when. For a known date use the effect in the seasonal model.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; 1 less it is what p must stay below.</param>
    /// <returns>The largest shift with its p-value, and suggestions where there may be several; refused below two full cycles, and where fewer than 10 figures more than terms are left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public LevelShifts Shifts(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        ShiftModel model = new(this);
        int n = model.Rows.Length, cycle = Season.CycleOf(Unit), least = model.Design.Length + 2 + ShiftModel.LeastFree;
        Notice? TooFew() => n < least ? Notices.TooFewForShifts(n, least) : model.AllAlike;
        if ((Sufficiency.Refusal(model.Rows, cycle) ?? TooFew()) is { } refusal)
        {
            return new() { Refusal = refusal, Verdict = ShiftVerdict.TooLittleData };
        }

        List<Notice> warnings = [.. Sufficiency.Warnings(model.Rows, cycle, Unit == CalendarUnit.Week ? null : row => Season.Of(First.Plus(row))), .. Sufficiency.CourseOfYear(model.Rows, Unit)];
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
        double freedom = fit.DegreesOfFreedom * fit.Independence, p = search.PValue(found.F, fit.Phi);
        double reach = StudentTDistribution.CriticalValue(confidence, Math.Max(1, freedom)) * size.StandardError;
        if (SeasonalModel.IsStrong(fit)) warnings.Add(Notices.StrongAutocorrelation(fit.Phi, n * fit.Independence));
        warnings.Add(Notices.ShiftWasSearched(n - (2 * model.Margin) + 1));
        return new()
        {
            Warnings = warnings,
            Verdict = p < 1 - confidence ? ShiftVerdict.Shifted : ShiftVerdict.NoEvidence,
            Largest = new(
                First.Plus(model.Rows[found.Row]),
                InUnit(size.Value),
                InUnit(size.Value - reach),
                InUnit(size.Value + reach)),
            PValue = p,
            Phi = fit.Phi,
            Suggestions = [.. model.Several().Select(shift => new LevelShift(First.Plus(model.Rows[shift.Row]), shift.Size))],
        };

        double InUnit(double step) => model.Input.Scale * model.Input.StepInUnit(model.Rows.AsSpan(found.Row), step);
    }
}
