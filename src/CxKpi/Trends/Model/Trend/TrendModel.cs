namespace CxKpi.Trends;

/// <summary>Estimates the trend with the seasonal model.</summary>
internal static class TrendModel
{
    internal static TrendEstimate Estimate(PeriodSeries series, ModelOptions options)
    {
        List<Notice> warnings = [];
        ModelInput input = ModelInput.Of(series, options);
        SeasonalModel? model = SeasonalModel.TryFit(input, options, trend: true, step: null, include: null, warnings, out Notice? refusal);
        if (model is null || (refusal = model.Wandering) is not null)
        {
            return new() { Verdict = TrendVerdict.TooLittleData, Meaning = ChangeVerdict.Unknown, Confidence = options.Confidence, Refusal = refusal };
        }

        ModelTest test = Test(model, options.Confidence);
        double[] fitted = input.On != ModelScale.Identity ? [.. model.Rows.Select(t => model.Fit.Combine(model.Design.Row(t)).Value)] : [];
        double lower = InUnit(test.Lower), upper = InUnit(test.Upper);
        return new()
        {
            Verdict = test.Lower > 0 ? TrendVerdict.Rising : test.Upper < 0 ? TrendVerdict.Falling : TrendVerdict.NoEvidence,
            Meaning = test.Meaning(series.Direction),
            SlopePerYear = InUnit(test.Value),
            Lower = lower,
            Upper = upper,
            Confidence = options.Confidence,
            ModelSlope = test.Value,
            ModelStandardError = test.StandardError,
            T = test.T,
            PValue = test.PValue,
            SmallestDetectable = Math.Max(InUnit(test.Detectable), -InUnit(-test.Detectable)),
            Relevance = ModelTest.RelevanceOf(lower, upper, options.SmallestChangeThatMatters),
            Fit = new(model),
            Warnings = [.. warnings, .. test.Wandering is { } wanders ? [wanders] : Array.Empty<Notice>()],
        };

        // Rises with the slope, so that limits of the one are limits of the other.
        double InUnit(double slope) =>
            input.On != ModelScale.Identity ? FigureRange.Known(fitted.Average(level => input.Back(level + slope) - input.Back(level))) : slope;
    }

    internal static ModelTest Test(SeasonalModel model, double confidence)
    {
        double years = model.Design.Row(model.Rows[^1])[model.Design.TrendColumn] - model.Design.Row(model.Rows[0])[model.Design.TrendColumn];
        return new(model, model.Design.TrendColumn, years, confidence);
    }
}
