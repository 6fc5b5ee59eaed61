namespace CxKpi.Trends;

/// <summary>Judges the latest period of a series by the periods before it.</summary>
internal static class LatestModel
{
    /// <summary>Judges.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds.</param>
    /// <param name="figure">A figure of the series in words.</param>
    /// <param name="withoutHistory">The verdict when the history is too short for any model, from the positions of the latest figure and the one
    /// before.</param>
    internal static LatestPeriod Judge(
        PeriodSeries series,
        ModelOptions options,
        Func<Phrases, double, string> figure,
        Func<int, int, LatestVerdict> withoutHistory)
    {
        int[] rows = Sufficiency.Rows(series.Complete);
        if (rows.Length == 0)
        {
            return new() { Confidence = options.Confidence, Reason = Notices.NothingToJudge() };
        }

        int last = rows[^1];
        LatestPeriod bare = new()
        {
            Period = series.First.Plus(last),
            Value = series.Figures[last],
            Confidence = options.Confidence,
            Reason = Notices.NothingToJudge(),
        };
        if (rows.Length == 1)
        {
            return bare;
        }

        Notice? refusal = options.Scale == ModelScale.Logarithm && series.Figures[last] <= 0
            ? Notices.NoLogarithm(bare.Period.Value, series.Figures[last])
            : null;
        PeriodSeries earlier = series.Slice(series.First, series.First.Plus(last - 1));
        LatestPeriod? judged = refusal is not null ? null
            : (options.IsSeasonal && series.Unit != CalendarUnit.Year ? BySeason(bare, series, earlier, options, figure) : null)
                ?? ByLevel(bare, series, earlier, options, figure, out refusal);
        return judged ?? bare with
        {
            Basis = LatestBasis.SamplingError,
            Verdict = withoutHistory(last, rows[^2]),
            Reason = Notices.SamplingErrorOnly(refusal),
        };
    }

    // A history that the model fits exactly says nothing of how far chance carries a figure: what lies elsewhere is not judged by it.
    private static LatestPeriod? BySeason(
        LatestPeriod bare,
        PeriodSeries series,
        PeriodSeries earlier,
        ModelOptions options,
        Func<Phrases, double, string> figure)
    {
        List<Notice> warnings = [];
        CalendarPeriod period = bare.Period!.Value;
        if (ExpectationModel.TryFit(Input(earlier, bare, options), options, warnings, out _) is not { } fitted || !fitted.Design.Covers(period))
        {
            return null;
        }

        SeasonalModel model = fitted.LookingAhead;
        ExpectedPeriod expected = Expected(model, series, earlier.Count, options);
        (int side, double p) = Side(model, bare.Value!.Value, series, expected, options);
        if (model.Fit.IsExact && side != 0)
        {
            return null;
        }

        return bare with
        {
            Expected = expected,
            PValue = p,
            Basis = LatestBasis.Season,
            Verdict = Judged(side, series.Direction),
            Reason = Notices.AgainstSeason(period, Range(expected, figure), side != 0),
            Fit = new(fitted),
            Warnings = warnings,
        };
    }

    private static LatestPeriod? ByLevel(
        LatestPeriod bare,
        PeriodSeries series,
        PeriodSeries earlier,
        ModelOptions options,
        Func<Phrases, double, string> figure,
        out Notice? refusal)
    {
        List<Notice> warnings = [];
        ModelOptions level = options with { IsSeasonal = false };
        if (SeasonalModel.TryFit(Input(earlier, bare, level), level, trend: false, step: null, include: null, warnings, out refusal) is not { } model)
        {
            return null;
        }

        ExpectedPeriod expected = Expected(model, series, earlier.Count, options);
        bool hasNoSeason = !options.IsSeasonal || series.Unit == CalendarUnit.Year;
        (int side, double p) = Side(model, bare.Value!.Value, series, expected, options);
        if (model.Fit.IsExact && side != 0)
        {
            refusal = Notices.ExactFit();
            return null;
        }

        (int sideOfLastYear, double ofLastYear) = side != 0 && !hasNoSeason ? FromLastYear(model, series, earlier.Count, options) : (0, 1);
        bool agrees = side != 0 && sideOfLastYear == side;
        return bare with
        {
            Expected = expected,
            PValue = agrees ? Math.Max(p, ofLastYear) : p,
            Basis = LatestBasis.Level,
            Verdict = hasNoSeason || agrees || side == 0 ? Judged(side, series.Direction) : side > 0 ? LatestVerdict.MovedUp : LatestVerdict.MovedDown,
            Reason = hasNoSeason ? Notices.AgainstLevel(Range(expected, figure), side != 0)
                : agrees ? Notices.BeyondLevelAndLastYear(Range(expected, figure))
                : Notices.AgainstLevelWithoutSeason(Range(expected, figure), side != 0),
            Fit = new(model),
            Warnings = warnings,
        };
    }

    /// <summary>The earlier figures, on logarithms only where the one to be judged has a logarithm too.</summary>
    private static ModelInput Input(PeriodSeries earlier, LatestPeriod bare, ModelOptions options) => ModelInput.Of(earlier, options, [bare.Value!.Value]);

    private static ExpectedPeriod Expected(SeasonalModel model, PeriodSeries series, int index, ModelOptions options) => ExpectationModel.Ahead(
        model,
        index,
        series.Sizes.IsEmpty ? null : series.Sizes[index],
        options.Confidence);

    private static Func<Phrases, string> Range(ExpectedPeriod expected, Func<Phrases, double, string> figure) =>
        words => words.Between(figure(words, expected.Lower!.Value), figure(words, expected.Upper!.Value));

    /// <summary>The side of the expectation on which the figure lies, 0 within, and the p-value that says the same.</summary>
    /// <remarks>
    /// A figure at an end lies within limits that reach the end, whether they are bent towards it or straight and cut off there: of the two distances to the
    /// figure, the nearer one counts.
    /// </remarks>
    private static (int Side, double PValue) Side(SeasonalModel model, double value, PeriodSeries series, ExpectedPeriod expected, ModelOptions options)
    {
        int index = PeriodCount.Between(series.First, expected.Period);
        ModelInput input = model.Input;
        if (input.IsLogit)
        {
            return SideOfHits(ExpectationModel.Hits(model, index, series.Sizes[index]), value, options);
        }

        double error = ExpectationModel.Error(model, index, expected.Size), centre = model.Predict(index).Value;
        double beyond = input.On == ModelScale.Logarithm ? Math.Log(value) - input.Range.LogarithmWithin(centre) : 0;
        (double bent, double straight) = input.On == ModelScale.Logarithm ? (beyond, beyond)
            : (series.Range.Distance(input.Back(centre), value) / input.Scale, (value - series.Range.Clamp(input.Back(centre))) / input.Scale);
        double distance = Nearer(bent, straight), p = TwoSided(distance, error, model);
        return (p < 1 - options.Confidence ? Math.Sign(distance) : 0, p);
    }

    private static double Nearer(double one, double other) => Math.Sign(one) != Math.Sign(other) ? 0 : Math.Abs(one) < Math.Abs(other) ? one : other;

    /// <summary>Twice the smaller tail, which is below its level exactly where the limits leave the count out.</summary>
    private static (int Side, double PValue) SideOfHits(in BinomialMixture expected, double share, ModelOptions options)
    {
        long hits = (long)Math.Round(share * expected.Size);
        double atMost = expected.AtMost(hits), atLeast = expected.AtLeast(hits), p = Math.Min(1, 2 * Math.Min(atMost, atLeast));
        return (p >= 1 - options.Confidence ? 0 : atMost < atLeast ? -1 : 1, p);
    }

    /// <summary>
    /// The side on which the figure differs from that of a year ago, the variance between periods counted for both, 0 when neither or none; and its p-value.
    /// </summary>
    private static (int Side, double PValue) FromLastYear(SeasonalModel model, PeriodSeries series, int index, ModelOptions options)
    {
        int then = YearBefore.Of(series.First.Plus(index)) is { } same ? PeriodCount.Between(series.First, same) : -1;
        ModelInput input = ModelInput.Of(series, model.Input.On);
        if (then < 0 || !double.IsFinite(input.Response[then]) || !double.IsFinite(input.Response[index]))
        {
            return (0, 1);
        }

        double unit = model.Input.Scale / input.Scale;
        double between = 2 * (model.Fit.ProcessVariance + model.Fit.WhiteVariance) * unit * unit;
        double sampling = input.Noise.Length == 0 ? 0 : input.Noise[then] + input.Noise[index];
        double difference = input.Response[index] - input.Response[then];
        double p = TwoSided(difference, Math.Sqrt(between + sampling), model);
        return (p < 1 - options.Confidence ? Math.Sign(difference) : 0, p);
    }

    // Where all figures are alike, both the distance and its error are 0.
    private static double TwoSided(double distance, double error, SeasonalModel model) =>
        distance == 0 ? 1 : StudentTDistribution.TwoSidedPValue(distance / error, model.Fit.DegreesOfFreedom);

    private static LatestVerdict Judged(int side, KpiDirection direction) => side == 0 ? LatestVerdict.AsExpected : direction switch
    {
        KpiDirection.Neutral => side > 0 ? LatestVerdict.Higher : LatestVerdict.Lower,
        KpiDirection.HigherIsBetter => side > 0 ? LatestVerdict.Better : LatestVerdict.Worse,
        KpiDirection.LowerIsBetter => side > 0 ? LatestVerdict.Worse : LatestVerdict.Better,
    };
}
