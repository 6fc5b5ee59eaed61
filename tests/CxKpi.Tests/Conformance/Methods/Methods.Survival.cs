namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Survival =>
    [
        // Where the curve lies exactly at a height, R's quantiles take the middle of the plateau, and the library its beginning.
        new("survival.kaplan_meier", Curve) { Information = ["quantile_R_midpoint_rule", "quantile_note"] },
        new("survival.log_rank", Ranked),
        new("survival.rmst_difference", MeanDifference),
    ];

    private static SurvivalTally Tenures(Inputs inputs, string suffix = "")
    {
        double[] exits = inputs.Numbers("time" + suffix);
        long[] ended = inputs.Counts("event" + suffix);
        double[]? entries = inputs.NumbersOrNull("entry");
        long[]? counts = inputs.Has("weight") ? inputs.Counts("weight") : null;
        return SurvivalTally.FromTenures(exits.Select((exit, i) => new Tenure(exit, ended[i] == 1, entries?[i] ?? 0, counts?[i] ?? 1)));
    }

    private static Figures Curve(Inputs inputs)
    {
        SurvivalTally tally = Tenures(inputs);
        SurvivalCurve curve = tally.Curve(inputs.Confidence);
        IReadOnlyList<SurvivalPoint> points = curve.Points;
        IReadOnlyList<HazardPoint> hazard = tally.Hazard(inputs.Confidence);
        SurvivalQuantile[] quantiles = [.. new[] { 0.25, 0.5, 0.75 }.Select(curve.Quantile)];
        Figures figures = new()
        {
            ["time"] = points.Select(point => point.Time),
            ["n_risk"] = points.Select(point => point.AtRisk),
            ["n_event"] = points.Select(point => point.Ended),
            ["n_censor"] = points.Select(point => point.Open),
            ["survival"] = points.Select(point => point.Survival),
            ["se_survival_greenwood"] = points.Select(point => point.StandardError),
            ["se_log_survival"] = points.Select(point => point.StandardError / point.Survival),
            ["nelson_aalen"] = hazard.Select(point => point.Value),
            ["se_nelson_aalen"] = hazard.Select(point => point.StandardError),

            // While nobody has left, R states limits without width, and the library none.
            ["na_ci_log_lower"] = hazard.Select(point => point.Value == 0 ? 0 : point.Lower),
            ["na_ci_log_upper"] = hazard.Select(point => point.Value == 0 ? 0 : point.Upper),
            ["quantile_prob_died"] = quantiles.Select(quantile => quantile.Share),
            ["quantile_inf_rule"] = quantiles.Select(quantile => quantile.Time),
            ["quantile_lower_loglog"] = quantiles.Select(quantile => quantile.Lower),
            ["quantile_upper_loglog"] = quantiles.Select(quantile => quantile.Upper),
            ["rmst"] = inputs.Expected("rmst", "tau").Select(until => curve.RestrictedMean(until) is { } mean
                ? new Figures { ["tau"] = until, ["rmst"] = mean.Value, ["se"] = mean.StandardError }
                : null),
        };
        Add(SurvivalLimits.LogLog, "loglog", null);
        Add(SurvivalLimits.Log, "log", 1);
        Add(SurvivalLimits.Plain, "plain", 1);
        Add(SurvivalLimits.Logit, "logit", null);
        Add(SurvivalLimits.ArcSine, "arcsin", null);
        return figures;

        // At 1, R states limits without width on two of the scales, and the library none.
        void Add(SurvivalLimits limits, string name, double? atOne)
        {
            IReadOnlyList<SurvivalPoint> limited = tally.Curve(inputs.Confidence, limits).Points;
            figures[$"ci_{name}_lower"] = limited.Select(point => point.Survival == 1 ? atOne : point.Lower);
            figures[$"ci_{name}_upper"] = limited.Select(point => point.Survival == 1 ? atOne : point.Upper);
        }
    }

    /// <summary>Sums of the test where the vector lists them, else the test alone.</summary>
    private static Figures Ranked(Inputs inputs)
    {
        double[] exits = inputs.Numbers("time");
        long[] ended = inputs.Counts("event");
        double[]? entries = inputs.NumbersOrNull("entry");
        string[] groups = inputs.Texts("group"), levels = inputs.Texts("levels");
        string[] strata = inputs.Has("strata") ? inputs.Texts("strata") : [.. groups.Select(_ => "")];
        SurvivalTally[][] tallies =
        [
            .. strata.Distinct().Select(stratum => levels.Select(level => SurvivalTally.FromTenures(Enumerable.Range(0, exits.Length)
                .Where(i => groups[i] == level && strata[i] == stratum)
                .Select(i => new Tenure(exits[i], ended[i] == 1, entries?[i] ?? 0)))).ToArray()),
        ];
        return new(Test(tallies, LogRankWeights.Equal))
        {
            ["rho0"] = Sums(tallies, levels.Length, LogRankWeights.Equal),
            ["rho1"] = Sums(tallies, levels.Length, LogRankWeights.PetoPeto),
        };
    }

    private static Figures Test(SurvivalTally[][] strata, LogRankWeights weights)
    {
        SignificanceTest? test = SurvivalTests.StratifiedLogRank(strata, weights);
        return new() { ["chisq"] = test?.Statistic, ["df"] = test?.DegreesOfFreedom, ["p"] = test?.PValue };
    }

    private static Figures Sums(SurvivalTally[][] strata, int groups, LogRankWeights weights)
    {
        LogRank sums = LogRank.Of(strata, groups, weights);
        return new(Test(strata, weights))
        {
            ["observed"] = sums.Expected.Zip(sums.Difference, (expected, difference) => expected + difference).ToArray(),
            ["expected"] = sums.Expected,
            ["variance"] = sums.Variance.Chunk(groups),
        };
    }

    private static Figures MeanDifference(Inputs inputs)
    {
        double until = inputs.Number("tau");
        SurvivalCurve first = Tenures(inputs, "1").Curve(), second = Tenures(inputs, "2").Curve();
        Estimate one = first.RestrictedMean(until)!.Value, other = second.RestrictedMean(until)!.Value;
        Change change = first.RestrictedMeanChangeFrom(second, until)!.Value;
        return new()
        {
            ["rmst1"] = one.Value,
            ["se1"] = one.StandardError,
            ["rmst2"] = other.Value,
            ["se2"] = other.StandardError,
            ["difference"] = change.Difference,
            ["se"] = change.StandardError,
            ["z"] = change.Difference / change.StandardError,
            ["p"] = change.PValue,
            ["lower"] = change.Lower,
            ["upper"] = change.Upper,
        };
    }
}
