namespace CxKpi.Trends;

/// <summary>From the model to a verdict on the trend.</summary>
internal static class TrendModel
{
    internal static TrendEstimate Estimate(PeriodSeries series, ModelOptions options)
    {
        List<Notice> warnings = [];
        ModelInput input = ModelInput.Of(series);
        if (SeasonalModel.TryFit(input, options, trend: true, step: null, include: null, warnings, out Notice? refusal) is not { } model)
        {
            return new() { Verdict = TrendVerdict.TooLittleData, Meaning = ChangeVerdict.Unknown, Confidence = options.Confidence, Refusal = refusal };
        }

        ModelTest test = Test(model, options.Confidence);
        double effect = input.IsLogit ? model.Rows.Average(t => input.Slope(model.Fit.Combine(model.Design.Row(t)).Value)) : 1;
        return new()
        {
            Verdict = test.Lower > 0 ? TrendVerdict.Rising : test.Upper < 0 ? TrendVerdict.Falling : TrendVerdict.NoEvidence,
            Meaning = test.Meaning(series.Direction),
            SlopePerYear = effect * test.Value,
            Lower = effect * test.Lower,
            Upper = effect * test.Upper,
            Confidence = options.Confidence,
            ModelSlope = test.Value,
            ModelStandardError = test.StandardError,
            T = test.T,
            PValue = test.PValue,
            SmallestDetectable = effect * test.Detectable,
            Relevance = ModelTest.RelevanceOf(effect * test.Lower, effect * test.Upper, options.SmallestChangeThatMatters),
            Fit = new(model),
            Warnings = warnings,
        };
    }

    internal static ModelTest Test(SeasonalModel model, double confidence)
    {
        double years = model.Design.Row(model.Rows[^1])[model.Design.TrendColumn] - model.Design.Row(model.Rows[0])[model.Design.TrendColumn];
        return new(model, model.Coefficient(model.Design.TrendColumn), years, confidence);
    }
}
