using NodaTime;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Quantiles =>
    [
        new("quantile_function.normal", x => Quantile(NormalDistribution.Quantile(x.Number("p")))),
        new("quantile_function.student_t", x => Quantile(StudentTDistribution.Quantile(x.Number("p"), x.Number("df")))),
        new("quantile_function.beta", x => Quantile(BetaDistribution.Quantile(x.Number("p"), x.Number("a"), x.Number("b")))),
        new("quantile_function.chi_square", x => Quantile(ChiSquaredDistribution.Quantile(x.Number("p"), x.Number("df")))),
        new("quantile.ci.order_statistic", BetweenOrderStatistics),
        new("quantile.type7_and_8", BothDefinitions) { Irrelevant = ["confidence"] },
    ];

    private static Figures Quantile(double value) => new() { ["q"] = value };

    /// <summary>The values are taken for seconds. A limit that the sample is too small for is none in the library, and infinite in a vector.</summary>
    private static Figures BetweenOrderStatistics(Inputs inputs)
    {
        DurationSample sample = Sample(inputs);
        double probability = inputs.Number("probability");
        Estimate estimate = sample.EstimatePercentile(probability, inputs.Confidence)!.Value;
        (long lowerRank, long upperRank, _) = OrderStatistics.Ranks(sample.Count, probability, inputs.Confidence);
        return new()
        {
            ["lower_rank"] = lowerRank,
            ["upper_rank"] = upperRank,
            ["lower"] = estimate.Lower ?? double.NegativeInfinity,
            ["upper"] = estimate.Upper ?? double.PositiveInfinity,
            ["coverage"] = estimate.AttainedCoverage,
        };
    }

    private static Figures BothDefinitions(Inputs inputs)
    {
        DurationSample sample = Sample(inputs);
        double probability = inputs.Number("probability");
        return new()
        {
            ["type7"] = sample.Percentile(probability, QuantileDefinition.Linear)?.TotalSeconds,
            ["type8"] = sample.Percentile(probability, QuantileDefinition.MedianUnbiased)?.TotalSeconds,
        };
    }

    private static DurationSample Sample(Inputs inputs) => DurationSample.FromDurations(inputs.Numbers("values").Select(Duration.FromSeconds));
}
