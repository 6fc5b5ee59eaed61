namespace CxKpi.Tests.Conformance;

/// <summary>The methods that vectors name, by family.</summary>
internal static partial class Methods
{
    internal static IReadOnlyDictionary<string, Method> All { get; } =
        ((IEnumerable<Method>)[.. Shares, .. NetScores, .. Means, .. Rates, .. Quantiles, .. Weighted, .. SurveyKpis, .. CustomerKpis, .. CommerceKpis, .. ServiceKpis, .. Scorecards, .. SeasonalRegressions, .. Decompositions, .. TrendTests, .. Smoothing])
        .ToDictionary(x => x.Name, StringComparer.Ordinal);

    /// <summary>The limits as a vector states them; a limit that the evidence doesn't give is infinite there.</summary>
    private static Figures Limits(Estimate? estimate, double factor = 1) => new()
    {
        ["lower"] = estimate?.Lower * factor,
        ["upper"] = estimate?.Upper * factor,
    };

    private static Figures Difference(Change? change, double factor = 1) => new()
    {
        ["difference"] = change?.Difference * factor,
        ["lower"] = change?.Lower * factor,
        ["upper"] = change?.Upper * factor,
        ["p_value"] = change?.PValue,
    };

    private static Figures Value(double? value) => new() { ["value"] = value };
}
