namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Weighted =>
    [
        new("weighted.nps.score_effective_n", WeightedScore),
        new("weighted.proportion.wilson_effective_n", WilsonOfEffectiveSample),
        new("weights.kish", WeightsAlone),
        new("weighted.nps_topbox_linearized", Linearized),
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
}
