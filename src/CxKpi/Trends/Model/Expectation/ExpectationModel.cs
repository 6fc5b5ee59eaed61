using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Predicts the figures ahead with the seasonal model.</summary>
internal static class ExpectationModel
{
    /// <summary>The number of figures of the same season whose mean size is the size ahead.</summary>
    private const int SizesKept = 3;

    /// <summary>The number of cycles that are fitted: what was true longer ago says less of tomorrow than it claims.</summary>
    /// <remarks>Of five, ten and all, ten served sales of retailers and cancellations of hotels best; docs/trends/forecasts.md has the record.</remarks>
    private const int CyclesKept = 10;

    /// <summary>From here on sampling adds nothing, and every count is a number.</summary>
    private const double MostObservations = 1e15;

    internal static Expectation Expect(PeriodSeries series, int periods, ModelOptions options, IReadOnlyList<double>? sizes)
    {
        Guard.InRange(periods, 1, 2 * Season.CycleOf(series.Unit));
        if (sizes is not null)
        {
            Guard.SameLength(periods, sizes.Count, nameof(periods), nameof(sizes));
            for (int i = 0; i < sizes.Count; i++)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{nameof(sizes)}[{i}]");
                Guard.Finite(Guard.Positive(sizes[i], name), name);
            }
        }

        if (sizes is not null && series.Count > 0 && series.Sizes.IsEmpty)
        {
            throw new ArgumentException($"{nameof(sizes)} must be left out: on how many observations the series' own figures rest is not known", nameof(sizes));
        }

        List<Notice> warnings = [];
        ModelInput input = ModelInput.Of(series, options);
        if (TryFit(input, options, warnings, out Notice? refusal) is not { } fitted)
        {
            return new() { Confidence = options.Confidence, Refusal = refusal };
        }

        SeasonalModel model = fitted.LookingAhead;
        ExpectedPeriod[] ahead = new ExpectedPeriod[periods];
        for (int h = 0; h < periods; h++)
        {
            int index = input.Count + h;
            CalendarPeriod period = input.First.Plus(index);
            if (!model.Design.Covers(period))
            {
                warnings.Add(Notices.SeasonNeverSeen(period));
                ahead[h] = new() { Period = period };
                continue;
            }

            ahead[h] = Ahead(model, index, sizes?[h], options.Confidence);
        }

        return new() { Periods = ahead, Confidence = options.Confidence, Fit = new(fitted), Warnings = warnings };
    }

    /// <summary>Fits the last ten cycles, or all periods where those are too few.</summary>
    internal static SeasonalModel? TryFit(ModelInput input, ModelOptions options, List<Notice> warnings, out Notice? refusal)
    {
        int from = input.Count - Window(input.First.Unit, input.Count);
        List<Notice> own = [];
        SeasonalModel? model = SeasonalModel.TryFit(input, options, trend: true, step: null, t => t >= from, own, out refusal);
        if (model is null && from > 0)
        {
            own.Clear();
            model = SeasonalModel.TryFit(input, options, trend: true, step: null, include: null, own, out refusal);
        }

        // How long the series is says whether its course of the year is known, not how much of it is fitted.
        warnings.AddRange(own.Where(warning => warning.Kind != NoticeKind.CourseOfYearUnknown));
        if (own.Exists(warning => warning.Kind == NoticeKind.CourseOfYearUnknown))
        {
            warnings.AddRange(Sufficiency.CourseOfYear(Sufficiency.Rows(input.Response), input.First.Unit));
        }

        return model;
    }

    /// <summary>One period ahead whose season was seen.</summary>
    /// <param name="model">The model.</param>
    /// <param name="index">The period's position.</param>
    /// <param name="givenSize">On how many observations it rests; the mean of the same season's last figures when <see langword="null"/>.</param>
    /// <param name="confidence">The confidence level of the limits.</param>
    internal static ExpectedPeriod Ahead(SeasonalModel model, int index, double? givenSize, double confidence)
    {
        ModelInput input = model.Input;
        CalendarPeriod period = input.First.Plus(index);
        LinearEstimate prediction = model.Predict(index);
        double? size = input.Noise.Length == 0 || input.Series.Sizes.IsEmpty ? null : givenSize ?? MeanSize(input, model.Rows, period);
        if (input.IsLogit)
        {
            // An expectation of a hundredth of one hit is one of none, and lies between the limits nevertheless.
            BinomialMixture hits = Hits(model, index, size!.Value);
            double share = input.Back(prediction.Value), n = hits.Size, tail = (1 - confidence) / 2;
            (double lowest, double highest) = (hits.Lower(tail) / n, hits.Upper(tail) / n);
            return new() { Period = period, Value = share, Lower = Math.Min(lowest, share), Upper = Math.Max(highest, share), Size = size };
        }

        double reach = StudentTDistribution.CriticalValue(confidence, model.Fit.DegreesOfFreedom) * Error(model, index, size);
        (double value, double lower, double upper) = input.Within(prediction.Value, reach);
        return new() { Period = period, Value = value, Lower = lower, Upper = upper, Size = size };
    }

    /// <summary>The number of hits of a period ahead that rests on so many observations.</summary>
    /// <remarks>
    /// Sampling is as uncertain as the rest: Student's distribution over both has df/(df − 2) times their variance, of which the binomial has its own part.
    /// </remarks>
    internal static BinomialMixture Hits(SeasonalModel model, int index, double size)
    {
        LinearEstimate prediction = model.Predict(index);
        double observations = Math.Clamp(Math.Round(size), 1, MostObservations), hits = observations * ShareScale.Share(prediction.Value);
        double sampling = 1 / (hits + 0.5) + 1 / (observations - hits + 0.5), freedom = model.Fit.DegreesOfFreedom;
        return new(prediction.Value, Math.Sqrt(prediction.Variance + model.Fit.WhiteVariance + 2 / freedom * sampling), freedom, (long)observations);
    }

    /// <summary>The standard error of a figure ahead that is no share of counts, on the model's scale.</summary>
    internal static double Error(SeasonalModel model, int index, double? size) => Math.Sqrt(
        model.Predict(index).Variance + model.Fit.WhiteVariance + Sampling(model.Input, model.Rows, model.Input.First.Plus(index), size));

    /// <summary>The number of periods that tell of the next: ten cycles of the longest season that the model holds.</summary>
    private static int Window(CalendarUnit unit, int count) =>
        unit == CalendarUnit.Year ? count
        : ModelDesign.HidesCourseOfYear(unit, count) ? CyclesKept * Season.CycleOf(unit)
        : (int)Math.Ceiling(CyclesKept * CalendarYear.PeriodsOf(unit));

    /// <summary>The rows of the period's season, the latest last; all rows when the season was never observed, as may happen with an ISO week.</summary>
    private static int[] SameSeason(ModelInput input, int[] rows, CalendarPeriod period)
    {
        Season season = Season.Of(period);
        int[] same = [.. rows.Where(t => Season.Of(input.First.Plus(t)) == season)];
        return same.Length == 0 ? rows : same;
    }

    private static double MeanSize(ModelInput input, int[] rows, CalendarPeriod period)
    {
        int[] same = SameSeason(input, rows, period);
        int kept = Math.Min(SizesKept, same.Length);
        double inverse = 0;
        foreach (int t in same[^kept..])
        {
            inverse += 1 / input.Series.Sizes[t];
        }

        return kept / inverse;
    }

    private static double Sampling(ModelInput input, int[] rows, CalendarPeriod period, double? size)
    {
        if (input.Noise.Length == 0)
        {
            return 0;
        }

        int[] same = SameSeason(input, rows, period);
        double variance = 0;
        foreach (int t in same)
        {
            variance += input.Noise[t] * (size is null ? 1 : input.Series.Sizes[t] / size.Value);
        }

        return variance / same.Length;
    }
}
