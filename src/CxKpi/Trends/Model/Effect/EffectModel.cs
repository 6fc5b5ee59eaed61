using NodaTime;

namespace CxKpi.Trends;

/// <summary>Estimates the effect of a known event with the seasonal model.</summary>
internal static class EffectModel
{
    internal static EffectEstimate Estimate(PeriodSeries series, LocalDate from, LocalDate? through, EffectOptions options)
    {
        CalendarGuard.Iso(from);
        if (through is { } last && CalendarGuard.Iso(last, nameof(through)) < from)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{nameof(through)} must not lie before {nameof(from)} ({from:uuuu-MM-dd}); got {last:uuuu-MM-dd}"),
                nameof(through));
        }

        ModelInput input = options.Control is { } control ? ModelInput.Difference(series, control, options.Model) : ModelInput.Of(series, options.Model);
        double[] covered = [.. Enumerable.Range(0, input.Count).Select(t => ShareUnder(input.First.Plus(t), from, through))];
        int[] before = [.. Enumerable.Range(0, input.Count).Where(t => !double.IsNaN(input.Response[t]) && input.First.Plus(t).End < from)];
        int[] under = [.. Enumerable.Range(0, input.Count).Where(t => !double.IsNaN(input.Response[t]) && covered[t] > 0)];
        EffectEstimate none = new()
        {
            From = from,
            Through = through,
            Verdict = ChangeVerdict.Unknown,
            Confidence = options.Model.Confidence,
            HasControl = options.Control is not null,
            GapUnit = series.IsShare ? KpiUnit.Count : null,
            Direction = series.Direction,
        };
        if (before.Length == 0)
        {
            return none with { Refusal = Notices.NothingBefore(from) };
        }

        if (under.Length == 0)
        {
            return none with { Refusal = Notices.NothingAfter(from) };
        }

        int cycle = options.Model.IsSeasonal ? Season.CycleOf(series.Unit) : 1;
        bool knowable = before[^1] - before[0] + 1 >= (cycle > 1 ? 2 * cycle : Sufficiency.LeastWithoutSeason);
        bool trend = options.Trend == TrendTerm.Held || (options.Trend == TrendTerm.WhenKnowable && knowable);
        List<Notice> warnings = [];
        SeasonalModel? model = SeasonalModel.TryFit(
            input, options.Model, trend,
            period => ShareUnder(period, from, through), include: null,
            warnings, out Notice? refusal);
        if (model is null || (refusal = model.Wandering) is not null)
        {
            return none with { Refusal = refusal };
        }

        if (!trend && options.Trend == TrendTerm.WhenKnowable)
        {
            warnings.Add(Notices.TrendLeftOut());
        }

        warnings.AddRange(under.Where(t => covered[t] < 1).Select(t => Notices.PartOfPeriod(input.First.Plus(t), covered[t])));
        EffectEstimate estimate = WithStep(none with { HasTrend = trend }, model, under, options.Model, warnings);
        return WithPath(estimate, input, before, under, covered, options, warnings) with { Warnings = warnings };
    }

    /// <summary>The share of a period's days under the effect.</summary>
    private static double ShareUnder(CalendarPeriod period, LocalDate from, LocalDate? through) =>
        PeriodCount.CommonDays(period.Start, period.End, from, through ?? LocalDate.Max(from, period.End)) / (PeriodCount.Days(period.Start, period.End) + 1.0);

    private static EffectEstimate WithStep(EffectEstimate estimate, SeasonalModel model, int[] under, ModelOptions options, List<Notice> warnings)
    {
        ModelTest test = new(model, model.Design.StepColumn, 1, options.Confidence);
        if (test.Wandering is { } wanders)
        {
            warnings.Add(wanders);
        }

        PeriodSeries series = model.Input.Series;
        double lower = InUnit(test.Lower), upper = InUnit(test.Upper);
        return estimate with
        {
            Verdict = test.Meaning(series.Direction),
            Step = InUnit(test.Value),
            Lower = lower,
            Upper = upper,
            ModelStep = test.Value,
            ModelStandardError = test.StandardError,
            T = test.T,
            PValue = test.PValue,
            SmallestDetectable = Math.Max(InUnit(test.Detectable), -InUnit(-test.Detectable)),
            Relevance = ModelTest.RelevanceOf(lower, upper, options.SmallestChangeThatMatters),
            Fit = new(model),
        };

        double InUnit(double step) => model.Input.StepInUnit(under, step);
    }

    private static EffectEstimate WithPath(
        EffectEstimate estimate, ModelInput input, int[] before, int[] under, double[] covered, EffectOptions options, List<Notice> warnings)
    {
        List<Notice> own = [];
        HashSet<int> known = [.. before];

        // Whether a trend can be estimated is decided before the effect is looked at; without one the expectation is the level before.
        SeasonalModel? model = SeasonalModel.TryFit(input, options.Model, estimate.HasTrend, step: null, known.Contains, own, out Notice? refusal);
        if (options.Control is not null)
        {
            SeasonalModel? slope = estimate.HasTrend
                ? model
                : SeasonalModel.TryFit(input, options.Model, trend: true, step: null, known.Contains, [], out refusal);
            if (slope is null || (refusal = slope.Wandering) is not null)
            {
                warnings.Add(Notices.ParallelUnknown(refusal!));
            }
            else
            {
                double p = TrendModel.Test(slope, options.Model.Confidence).PValue;
                estimate = estimate with { ParallelPValue = p };
                if (p < 1 - options.Model.Confidence)
                {
                    warnings.Add(Notices.NotParallel(p));
                }
            }
        }

        if (model is null)
        {
            warnings.Add(Notices.NoExpectation(refusal!));
            return estimate;
        }

        warnings.AddRange(own.Except(warnings).Select(Notices.OfExpectation).ToArray());
        int[] covering = [.. under.Where(t => model.Design.Covers(input.First.Plus(t)))];
        warnings.AddRange(under.Except(covering).Select(t => Notices.SeasonNeverSeen(input.First.Plus(t))));
        return covering.Length == 0 ? estimate : WithGaps(estimate, model, covering, covered, options.Model.Confidence);
    }

    private static EffectEstimate WithGaps(EffectEstimate estimate, SeasonalModel model, int[] under, double[] covered, double confidence)
    {
        ModelInput input = model.Input;
        double quantile = StudentTDistribution.CriticalValue(confidence, model.Fit.DegreesOfFreedom);
        LinearEstimate[] predictions = [.. under.Select(model.Predict)];
        double[] weights = new double[under.Length];
        EffectPeriod[] path = new EffectPeriod[under.Length];
        double total = under.Sum(Size), gap = 0, expected = 0, variance = 0;
        for (int i = 0; i < under.Length; i++)
        {
            int t = under[i];
            double noise = model.Fit.WhiteVariance + (input.Noise.Length == 0 ? 0 : input.Noise[t]);
            double centre = predictions[i].Value + (input.Offset.Length == 0 ? 0 : input.Offset[t]);
            double reach = quantile * Math.Sqrt(predictions[i].Variance + noise);
            (double value, double lower, double upper) = input.Within(centre, reach);
            path[i] = new()
            {
                Period = input.First.Plus(t),
                ShareAffected = covered[t],
                Actual = input.Series.Figures[t],
                Expected = value,
                Lower = lower,
                Upper = upper,
            };
            double size = Size(t);
            weights[i] = size * input.Slope(centre);
            gap += size * path[i].Gap;
            expected += size / total * value;
            variance += weights[i] * weights[i] * (predictions[i].Variance + noise);
            for (int j = 0; j < i; j++)
            {
                variance += 2 * weights[i] * weights[j] * model.Covariance(under[j], predictions[j], t, predictions[i]);
            }
        }

        // A sum over months depends on the autocorrelation as a level does; the limits of one month do not.
        double margin = StudentTDistribution.CriticalValue(confidence, model.DegreesOfFreedom) * input.Scale * Math.Sqrt(variance);

        // The mean of what was expected can be no more and no less than one figure can.
        (double below, double above) = input.Reaches(expected, margin / total);
        return estimate with { Path = path, CumulativeGap = gap, CumulativeLower = gap - total * above, CumulativeUpper = gap + total * below };

        double Size(int t) => input.IsLogit ? input.Series.Sizes[t] : 1;
    }
}
