using CxKpi.Trends;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> TrendTests =>
    [
        new("series.mann_kendall", MannKendall) { Information = ["trendPackageCi95RoundedRanks", "hamedRaoAllLagsSigned", "hamedRao3Lags"] },
        new("series.seasonal_mann_kendall", SeasonalMannKendall) { Information = ["rkt", "correlatedCsmk", "hirschSlackEnvStats"] },
        new("series.changepoint_mean", Changepoints),
        new("series.generalized_esd", FarthestRemainders),
        new("series.level_shift", LargestShift),
        new("series.level_shift_simulated", SimulatedShift),
        new("series.seasonality_tests", SeasonsByRanks),
    ];

    private static Figures LargestShift(Inputs inputs)
    {
        (ShiftModel model, ShiftSearch search, bool slope) = Shifting(inputs);
        (int row, double f, _, int memory) = search.Find(model.Response)!.Value;
        RestrictedFit fit = model.Fit(row);
        double[] step = [.. new double[model.Design.Length], 1];
        return new()
        {
            ["row0"] = row,
            ["memory"] = memory / 20.0,
            ["f"] = f,
            ["slopeBeside"] = slope ? 1 : 0,
            ["phi"] = fit.Phi,
            ["size"] = fit.Combine(step).Value,
            ["independence"] = model.Errors(row).Sum(errors => errors.Weight * errors.Process.Independence(0)),
        };
    }

    private static Figures SimulatedShift(Inputs inputs)
    {
        (ShiftModel model, ShiftSearch search, _) = Shifting(inputs);
        (int row, double f, _, _) = search.Find(model.Response)!.Value;
        (double p, double critical) = search.Judge(f, model.Errors(row), model.Errors(null), 0.95);
        return new() { ["p"] = p, ["critical"] = critical };
    }

    private static (ShiftModel Model, ShiftSearch Search, bool HasSlope) Shifting(Inputs inputs)
    {
        string first = inputs.Count("period") switch { 12 => "2001-01", 4 => "2001-Q1", _ => "2001" };
        IEnumerable<double?> values = inputs.Series().Numbers("values").Select(x => (double?)x);
        ShiftModel model = new(PeriodSeries.FromValues(CalendarPeriod.Parse(first), values), isSeasonal: true);
        bool slope = ShiftTest.HasSlope(model);
        if (slope)
        {
            model.AddSlope();
        }

        return (model, model.Search(), slope);
    }

    private static Figures MannKendall(Inputs inputs)
    {
        double[] values = inputs.Series().GappedNumbers("values");
        MannKendallTest test = MannKendallTest.FromValues(values, inputs.Confidence);
        double plain = test.S / Math.Sqrt(test.Variance);
        Figures figures = new()
        {
            ["n"] = test.Count,
            ["S"] = test.S,
            ["varS"] = test.Variance,
            ["tauA"] = test.TauA,
            ["tauB"] = test.TauB,
            ["z"] = test.Z,
            ["pTwoSided"] = test.PValue,
            ["zNoContinuity"] = plain,
            ["pNoContinuity"] = NormalDistribution.TwoSidedPValue(plain),
            ["senSlopePerStep"] = test.Slope,
            ["interceptConover"] = test.Intercept,
        };
        foreach (double level in UsualLevels.Append(test.Confidence))
        {
            MannKendallTest at = MannKendallTest.FromValues(values, level);
            figures[Named("ci{0}", level)] = new[] { at.SlopeLower, at.SlopeUpper };
        }

        return figures;
    }

    private static Figures SeasonalMannKendall(Inputs inputs)
    {
        double[] values = inputs.Series().GappedNumbers("values");
        int period = (int)inputs.Count("period");
        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(values, period, inputs.Confidence);
        Figures figures = new()
        {
            ["S"] = test.S,
            ["seasonalS"] = test.Seasons.Select(season => season.S).ToArray(),
            ["seasonalVar"] = test.Seasons.Select(season => season.Variance).ToArray(),
            ["varS"] = test.Variance,
            ["z"] = test.Z,
            ["p"] = test.PValue,
            ["zNoContinuity"] = test.S / Math.Sqrt(test.Variance),
            ["chiSqHeterogeneity"] = test.Heterogeneity,
            ["pHeterogeneity"] = test.HeterogeneityPValue,
            ["tauWeighted"] = test.Tau,
            ["seasonalSenSlopePerYear"] = test.Slope,
        };
        foreach (double level in UsualLevels.Append(test.Confidence))
        {
            SeasonalMannKendallTest at = SeasonalMannKendallTest.FromValues(values, period, level);
            figures[Named("ci{0}PerYear", level)] = new[] { at.SlopeLower, at.SlopeUpper };
        }

        return figures;
    }

    /// <summary>The figures less R's periodic season, in the standard deviations that the vector states.</summary>
    private static Figures Changepoints(Inputs inputs)
    {
        StlDecomposition stl = Periodic(inputs, out double[] values);
        double sigma = inputs.Number("sigma");
        SegmentationPenalty kind = inputs.Text("penalty") == "MBIC" ? SegmentationPenalty.PerChangeAndLength : SegmentationPenalty.PerChange;
        double[] scaled = [.. values.Select((x, i) => (x - stl.Seasonal[i]) / sigma)];
        Agree(Math.Round(inputs.NumberOrNull("scaledInputFirst") ?? scaled[0], 9), Math.Round(scaled[0], 9));
        LevelSegmentation segmentation = LevelSegmentation.FromValues(
            scaled, inputs.Number("penValue"), (int)inputs.Count("minSegLen"), kind);
        return new()
        {
            ["changepoints1BasedLastIndexOfSegment"] = segmentation.Segments.Skip(1).Select(segment => segment.Start).ToArray(),
            ["segmentMeansScaled"] = segmentation.Segments.Select(segment => segment.Mean).ToArray(),
        };
    }

    private static Figures FarthestRemainders(Inputs inputs)
    {
        GeneralizedEsd esd = GeneralizedEsd.FromValues([.. Periodic(inputs, out _).Remainder], (int)inputs.Count("k"), inputs.Number("alpha"));
        return new()
        {
            ["R"] = esd.Steps.Select(step => step.Statistic).ToArray(),
            ["lambda"] = esd.Steps.Select(step => step.Critical).ToArray(),
            ["obsNum1"] = esd.Steps.Select(step => step.Index + 1).ToArray(),
            ["nOutliers"] = esd.OutlierCount,
        };
    }

    private static Figures SeasonsByRanks(Inputs inputs)
    {
        StlDecomposition stl = Periodic(inputs, out double[] values);
        double[] detrended = [.. values.Select((x, i) => x - stl.Trend[i])];
        SeasonalityTest kruskal = SeasonalityTests.KruskalWallis(detrended, stl.Period);
        SeasonalityTest friedman = SeasonalityTests.Friedman(detrended, stl.Period);
        SeasonalityTest qs = SeasonalityTests.Qs(values, stl.Period);
        return new()
        {
            ["kruskalWallis"] = kruskal.Statistic,
            ["kwP"] = kruskal.PValue,
            ["friedman"] = friedman.Statistic,
            ["friedmanP"] = friedman.PValue,
            ["qs"] = qs.Statistic,
            ["qsPChi2df2"] = qs.PValue,
            ["acfDiffAtP"] = qs.AtOnePeriod,
            ["acfDiffAt2P"] = qs.AtTwoPeriods,
        };
    }

    private static StlDecomposition Periodic(Inputs inputs, out double[] values)
    {
        values = inputs.Series().GappedNumbers("values");
        return Stl.Decompose(values, inputs.CountOrNull("period") ?? (int)inputs.Series().Count("period"), StlOptions.RCompatible(null));
    }
}
