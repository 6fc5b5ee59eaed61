namespace CxKpi.Trends;

/// <summary>Tests the season with the seasonal model.</summary>
internal static class SeasonalityModel
{
    internal static SeasonalityEstimate Test(PeriodSeries series, ModelOptions options)
    {
        if (!options.IsSeasonal)
        {
            throw new ArgumentException($"{nameof(options)} must not state that there is no season where that is the question", nameof(options));
        }

        List<Notice> warnings = [];
        ModelInput input = ModelInput.Of(series, options);
        SeasonalModel? model = SeasonalModel.TryFit(input, options, trend: true, step: null, include: null, warnings, out Notice? refusal);
        int terms = model?.Design.SeasonColumns ?? 0;
        if (model is null || terms == 0)
        {
            return new()
            {
                Verdict = SeasonalityVerdict.TooLittleData,
                Refusal = series.Unit == CalendarUnit.Year || model is not null ? Notices.NoSeason() : refusal,
            };
        }

        if (Statistic(model, terms, out int blurred) is not { } f)
        {
            return new() { Verdict = SeasonalityVerdict.TooLittleData, Refusal = Notices.NotToBeTold(words => model.Design.NameOf(blurred, words)) };
        }

        double df = model.Fit.DegreesOfFreedom;
        double share = terms * f / (terms * f + df);
        double p = double.IsInfinity(f) ? 0 : BetaDistribution.TailProbabilities(1 - share, share, df / 2, terms / 2.0).Lower;
        CycleSeries source = SeasonalFit.Living(series.Over(series.Magnitude()));
        (double? season, double? course) = SeasonalFit.Strengths(source);
        return new()
        {
            Qs = SeasonalityTests.Qs(source.Figures, source.Cycle),
            SeasonalStrength = season,
            TrendStrength = course,
            Verdict = p < 1 - options.Confidence ? SeasonalityVerdict.Seasonal : SeasonalityVerdict.NoEvidence,
            F = f,
            Terms = terms,
            PValue = p,
            Fit = new(model),
            Warnings = warnings,
        };
    }

    /// <summary>
    /// b'C⁻¹b over the number of terms, C the covariance of the season's coefficients b; <see langword="null"/> where rounding hides how one of them varies
    /// beside the others, as when a few figures have nearly all the weight.
    /// </summary>
    private static double? Statistic(SeasonalModel model, int terms, out int blurred)
    {
        blurred = 0;
        LinearEstimate[] season = [.. Enumerable.Range(ModelDesign.SeasonColumn, terms).Select(model.Coefficient)];
        if (model.Fit.IsExact)
        {
            return Array.TrueForAll(season, x => Math.Abs(x.Value) <= 1e-13 * model.Fit.Magnitude) ? 0 : double.PositiveInfinity;
        }

        double[][] factor = [.. Enumerable.Range(0, terms).Select(_ => new double[terms])];
        double[] solved = new double[terms];
        double sum = 0;
        for (int i = 0; i < terms; i++)
        {
            double value = season[i].Value;
            for (int j = 0; j <= i; j++)
            {
                double own = season[i].CoefficientCovariance(season[j]), rest = own;
                for (int m = 0; m < j; m++)
                {
                    rest -= factor[i][m] * factor[j][m];
                }

                factor[i][j] = j < i ? rest / factor[j][j] : rest > 1e-13 * own ? Math.Sqrt(rest) : 0;
                if (j < i)
                {
                    value -= factor[i][j] * solved[j];
                }
            }

            if (!(factor[i][i] > 0))
            {
                blurred = ModelDesign.SeasonColumn + i;
                return null;
            }

            solved[i] = value / factor[i][i];
            sum += solved[i] * solved[i];
        }

        return sum / terms;
    }
}
