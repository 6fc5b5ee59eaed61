using CxKpi.Trends;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> TrendTests =>
    [
        new("series.mann_kendall", MannKendall) { Information = ["trendPackageCi95RoundedRanks", "hamedRaoAllLagsSigned", "hamedRao3Lags"] },
        new("series.seasonal_mann_kendall", SeasonalMannKendall) { Information = ["rkt", "correlatedCsmk", "hirschSlackEnvStats"] },
    ];

    private static Figures MannKendall(Inputs inputs)
    {
        double[] values = inputs.Series().GappedNumbers("values");
        MannKendallTest test = MannKendallTest.FromValues(values, inputs.Number("confLevel")), narrower = MannKendallTest.FromValues(values, 0.9);
        double plain = test.S / Math.Sqrt(test.Variance);
        return new()
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
            ["ci95"] = new[] { test.SlopeLower, test.SlopeUpper },
            ["ci90"] = new[] { narrower.SlopeLower, narrower.SlopeUpper },
        };
    }

    private static Figures SeasonalMannKendall(Inputs inputs)
    {
        SeasonalMannKendallTest test = SeasonalMannKendallTest.FromValues(inputs.Series().GappedNumbers("values"), (int)inputs.Count("period"));
        return new()
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
            ["ci95PerYear"] = new[] { test.SlopeLower, test.SlopeUpper },
        };
    }
}
