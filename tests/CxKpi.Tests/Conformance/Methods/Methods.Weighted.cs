using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Weighted =>
    [
        new("weighted.nps.score_effective_n", WeightedScore),
        new("weighted.proportion.wilson_effective_n", WilsonOfEffectiveSample),
        new("weights.kish", WeightsAlone),
        new("weighted.nps_topbox_linearized", Linearized),
        new("weighted.proportion.korn_graubard_beta", KornGraubard),
        new("weighted.nps_stratified_fpc", Stratified),
        new("weights.post_stratification", PostStratified),

        // The error that svymean gives after raking takes the margins' means without base weights; the library's is that of a calibration, se_greg.
        new("weights.raking", Raked) { Information = ["se_rake"] },
        new("weights.calibration_logit_bounded", Calibrated),
        new("weights.trim_redistribute_strict", Trimmed),
        new("representativeness.chi_square", Fit),
        new("allocation.neyman_proportional", Allocated),
        new("allocation.largest_remainder", x => new Figures
        {
            ["allocation"] = SampleAllocation.LargestRemainder(x.Count("total"), x.Numbers("real_allocation")),
        }),
        new("nonresponse.r_indicator", Response),
    ];

    private static WeightedTally Weigh(Inputs inputs, Func<decimal, decimal> code) =>
        WeightedTally.FromValues(inputs.Decimals("score").Zip(inputs.Decimals("weight"), (score, weight) => (code(score), weight)));

    private static decimal NetCode(decimal score) => score >= 9 ? 1 : score <= 6 ? -1 : 0;

    private static Figures WeightedScore(Inputs inputs)
    {
        Estimate? estimate = Weigh(inputs, NetCode).EstimateNet(inputs.Confidence);
        return new(Limits(estimate, PerPoint)) { ["nps"] = estimate?.Value * PerPoint, ["effective_n"] = estimate?.EffectiveN };
    }

    /// <summary>The inputs are what a tally derives from its answers, so the interval is called as the tally calls it.</summary>
    private static Figures WilsonOfEffectiveSample(Inputs inputs)
    {
        double size = inputs.Number("effective_n");
        double quantile = StudentTDistribution.CriticalValue(inputs.Confidence, inputs.Number("df"));
        (double lower, double upper) = ShareIntervals.Wilson(size * inputs.Number("proportion"), size, quantile);
        return new() { ["lower"] = lower, ["upper"] = upper };
    }

    /// <summary>The design effect is 1 + cv². The library leaves answers with a weight of 0 out of it.</summary>
    private static Figures WeightsAlone(Inputs inputs)
    {
        WeightedTally tally = WeightedTally.FromValues(inputs.Decimals("weights").Select(x => (0m, x)));
        return new()
        {
            ["sum"] = (double)tally.Weights,
            ["effective_n"] = tally.KishEffectiveN,
            ["design_effect"] = tally.DesignEffect,
            ["cv"] = tally.DesignEffect is { } effect ? Math.Sqrt(Math.Max(0, effect - 1)) : null,
        };
    }

    private static Figures Linearized(Inputs inputs)
    {
        Estimate net = Weigh(inputs, NetCode).EstimateMean(inputs.Confidence)!.Value;
        Estimate top = Weigh(inputs, score => score >= 9 ? 1 : 0).EstimateMean(inputs.Confidence)!.Value;
        return new()
        {
            ["nps"] = net.Value,
            ["nps_se"] = net.StandardError,
            ["nps_lower"] = net.Lower,
            ["nps_upper"] = net.Upper,
            ["topbox"] = top.Value,
            ["topbox_se"] = top.StandardError,
        };
    }

    /// <summary>The inputs are what a tally derives from its answers, so the interval is called as the tally calls it.</summary>
    private static Figures KornGraubard(Inputs inputs)
    {
        (double size, double lower, double upper) = ShareIntervals.KornGraubard(
            inputs.Number("proportion"), inputs.Number("variance"), inputs.Count("n"), inputs.Number("df"), inputs.Confidence);
        return new() { ["effective_n"] = size, ["lower"] = lower, ["upper"] = upper };
    }

    private static IEnumerable<Nps> Scores(Inputs inputs) => inputs.Counts("score").Select(score => Nps.FromAnswer((int)score));

    /// <summary>The categories are positions, from 1, in the list of sizes.</summary>
    private static PopulationMargin Margin(Inputs inputs, string rows, string population) => PopulationMargin.Of(
        rows, inputs.Counts(rows), inputs.Decimals(population).Select((size, i) => KeyValuePair.Create(i + 1L, size)));

    private static Figures Weights(SampleWeights weights) => new() { ["weights"] = weights.Values.Select(weight => (double)weight).ToArray() };

    private static Figures Stratified(Inputs inputs)
    {
        Estimate estimate = SampleWeights.FromStrata(Margin(inputs, "stratum", "stratum_population")).Estimate(Scores(inputs))!.Value;
        return new()
        {
            ["nps"] = estimate.Value * PerPoint,
            ["standard_error"] = estimate.StandardError * PerPoint,
            ["df"] = estimate.DegreesOfFreedom,
        };
    }

    private static Figures PostStratified(Inputs inputs)
    {
        SampleWeights weights = SampleWeights.PostStratify(Margin(inputs, "cell", "population"), inputs.Decimals("base_weight"));
        Estimate estimate = weights.Estimate(Scores(inputs))!.Value;
        return new(Weights(weights)) { ["nps"] = estimate.Value * PerPoint, ["standard_error"] = estimate.StandardError * PerPoint };
    }

    private static Figures Raked(Inputs inputs)
    {
        SampleWeights weights = SampleWeights.Rake([Margin(inputs, "a", "target_a"), Margin(inputs, "b", "target_b")], inputs.Decimals("base_weight"));
        Estimate estimate = weights.Estimate(Scores(inputs))!.Value;
        return new(Weights(weights))
        {
            ["effective_n"] = weights.KishEffectiveN,
            ["nps"] = estimate.Value * PerPoint,
            ["se_greg"] = estimate.StandardError * PerPoint,
        };
    }

    private static Figures Calibrated(Inputs inputs)
    {
        double[] bounds = inputs.Numbers("bounds");
        return Weights(SampleWeights.Calibrate(
            [Margin(inputs, "a", "target_a"), Margin(inputs, "b", "target_b")], bounds[0], bounds[1], inputs.Decimals("base_weight")));
    }

    private static Figures Trimmed(Inputs inputs) =>
        Weights(SampleWeights.Trim(inputs.Decimals("weights"), inputs.Decimal("lower"), inputs.Decimal("upper")));

    private static Figures Fit(Inputs inputs)
    {
        GoodnessOfFit fit = GoodnessOfFit.Of(inputs.Counts("observed"), inputs.Numbers("population_shares"));
        return new()
        {
            ["chi_square"] = fit.ChiSquare,
            ["df"] = fit.DegreesOfFreedom,
            ["p_value"] = fit.PValue,
            ["g_statistic"] = fit.LikelihoodRatio,
            ["g_p_value"] = fit.LikelihoodRatioPValue,
            ["cohen_w"] = fit.CohenW,
            ["dissimilarity"] = fit.Dissimilarity,
            ["min_expected"] = fit.SmallestExpected,
            ["std_residuals"] = fit.StandardizedResiduals,
        };
    }

    private static Figures Allocated(Inputs inputs)
    {
        (long total, long[] sizes) = (inputs.Count("total"), inputs.Counts("stratum_sizes"));
        SampleAllocation neyman = SampleAllocation.Neyman(total, sizes, inputs.Numbers("stratum_sd"));
        return new()
        {
            ["proportional"] = SampleAllocation.Proportional(total, sizes).Exact,
            ["neyman"] = neyman.Exact,
            ["neyman_anticipated_se"] = neyman.StandardError,
        };
    }

    private static Figures Response(Inputs inputs)
    {
        ResponseIndicator response = ResponseIndicator.Of(inputs.Counts("invited"), inputs.Counts("responded"));
        return new()
        {
            ["response_rate"] = response.ResponseRate,
            ["propensity"] = response.Rates,
            ["sd"] = response.StandardDeviation,
            ["r_indicator"] = response.Value,
            ["max_bias"] = response.LargestBias,
            ["partial_unconditional"] = response.Contributions,
        };
    }
}
